"""Accept all gives the right text and reject all the left, paragraph by paragraph."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from policydoc import pipeline
from policydoc.chinese.characters import printable
from policydoc.comparison.redline import paragraphs_of, redline
from policydoc.model import Line, Policy, Source, Table
from policydoc.pipeline import parse
from policydoc.readers import from_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tracked(left: list[str], right: list[str]) -> bytes:
    sides = [Source("某办法", "", tuple(map(Line, lines))) for lines in (left, right)]
    return pipeline.publish(redline(*((s, Policy(parse(s).identity)) for s in sides)), "redline")


def applied(content: bytes, kept: str, dropped: str) -> list[str]:
    """The paragraphs after all changes of one kind were kept and of the other dropped.

    A paragraph whose mark goes runs on into the next one, as in Word.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    paragraphs, text = [], ""
    for paragraph in body.iter(f"{W}p"):
        for node in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br"):
            if not [a for a in node.iterancestors() if a.tag == W + dropped]:
                text += node.text or "\t"
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{dropped}") is None:
            paragraphs.append(text)
            text = ""
    assert text == "", "the last mark of a document cannot be tracked"
    assert {e.tag for e in body.iter(f"{W}{kept}")} <= {W + kept}
    return paragraphs


def accepted(content: bytes) -> list[str]:
    return applied(content, "ins", "del")


def rejected(content: bytes) -> list[str]:
    return applied(content, "del", "ins")


A, B, C, D = (
    "第一条　甲乙丙丁，认定10个。",
    "第二条　子丑寅卯。",
    "第三条　一二三四。",
    "末尾一段话",
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([A, B, C], [A, B, C]),
        ([A, B, C], [A.replace("10", "30"), B, C]),
        ([A, C], [A, B, C]),
        ([A, B, C], [A, C]),
        ([A], [A, B, C]),
        ([A, B, C], [A]),
        ([A, B, C], [A, D]),
        ([A, B], [C, D]),
        ([B, C], [A, B, C]),
        ([A, B, C, D], [D, A, B, C]),
    ],
)
def test_accept_and_reject(left: list[str], right: list[str]) -> None:
    content = tracked(left, right)
    assert accepted(content) == right
    assert rejected(content) == left


WORDS = st.text("甲乙丙丁一二十个，。10% A<&\t\x0b", min_size=1, max_size=12).filter(
    lambda t: printable(t).strip() != ""
)
LINES = st.lists(WORDS, min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(LINES, LINES)
def test_accept_and_reject_of_anything(left: list[str], right: list[str]) -> None:
    content = tracked(left, right)
    assert accepted(content) == [printable(line) for line in right]
    assert rejected(content) == [printable(line) for line in left]


def test_numbers_are_changed_whole() -> None:
    content = tracked([A], [A.replace("10", "30")])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    assert "10" in "".join(t.text or "" for t in root.iter(f"{W}delText"))
    inserted = [t.text for i in root.iter(f"{W}ins") for t in i.iter(f"{W}t")]
    assert any("30" in (text or "") for text in inserted)


def test_changes_have_ids_of_their_own_and_one_author() -> None:
    content = tracked([A, B], [C, A.replace("10", "30"), D])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    changes = [*root.iter(f"{W}ins"), *root.iter(f"{W}del")]
    ids = [change.get(f"{W}id") for change in changes]
    assert len(ids) == len(set(ids)) > 2
    assert {change.get(f"{W}author") for change in changes} == {"政策比对"}
    assert content == tracked([A, B], [C, A.replace("10", "30"), D])


def test_what_was_set_aside_is_left_out_and_broken_lines_are_joined() -> None:
    text = "某市管理办法\n第一条　为了规范管理，\n制定本办法。\n- 1 -\n第二条　本办法自印发之日起施行。"
    source = from_text(text, "甲")
    paragraphs = [words for words, _ in paragraphs_of(source, parse(source))]
    assert "".join(paragraphs).count("第一条") == 1
    assert paragraphs[0] == "某市管理办法"


def test_a_table_is_one_paragraph_a_row() -> None:
    source = Source("甲", "", (Line("某办法"), Table((("子", "丑"), ("寅", "")))))
    assert [t for t, _ in paragraphs_of(source, parse(source))] == ["某办法", "子\t丑", "寅\t"]
