"""Files we did not make: other programs' habits, and files made to do harm."""

from __future__ import annotations

import io
import re
import time
import zipfile
from contextlib import suppress

import pytest
from docx import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.errors import ReadError
from policydoc.gongwen import build
from policydoc.gongwen.annotating import annotate
from policydoc.gongwen.checker import check_format
from policydoc.gongwen.inspection import inspect
from policydoc.gongwen.roles import Role
from tests.unit.gongwen._samples import Fault, broken, notice

GOOD = build(notice())
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(body: str, **others: str) -> bytes:
    """A package with the least there can be: a document of this body, and other parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
        rels = "".join(
            f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
            for kind in others
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{RELATIONS}">{rels}</Relationships>',
        )
        for kind, text in others.items():
            archive.writestr(f"word/{kind}.xml", text)
    return buffer.getvalue()


def document(inner: str) -> str:
    return f'<w:document xmlns:w="{SPACE}"><w:body>{inner}</w:body></w:document>'


def test_a_document_of_python_docx_is_judged_not_refused() -> None:
    word = WordDocument()
    word.add_heading("关于做好工作的通知", 0)
    word.add_paragraph(
        "为做好工作，现将有关事项通知如下，请结合实际认真抓好落实，重要情况及时报告。" * 2
    )
    buffer = io.BytesIO()
    word.save(buffer)
    rules = {finding.rule for finding in check_format(buffer.getvalue())}
    assert {"gongwen/paper-width", "gongwen/margin-top", "gongwen/page-number"} <= rules
    assert "gongwen/body-face" in rules  # the theme's face, not 仿宋


def test_a_bare_package_without_styles_settings_or_sections() -> None:
    content = packed(document("<w:p><w:r><w:t>文字</w:t></w:r></w:p>"))
    assert check_format(content)
    assert annotate(packed(document("")))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x05\x06" + bytes(18),
        GOOD[: len(GOOD) // 2],
        packed("<w:document"),
        packed(f'<w:document xmlns:w="{SPACE}"/>'),
        packed("<html/>"),
        packed(document("<w:p>" * 5000)),
    ],
)
def test_a_damaged_file_is_one_sentence(content: bytes) -> None:
    with pytest.raises(ReadError):
        check_format(content)


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "甲甲甲甲甲甲甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    content = packed(bomb + document("<w:p><w:r><w:t>&b;&b;&b;</w:t></w:r></w:p>"))
    found = inspect(content).found
    assert "甲" not in "".join(view.text for view in found.views)


def test_a_zip_bomb_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(70 * 1024 * 1024))
    with pytest.raises(ReadError, match="过大"):
        check_format(buffer.getvalue())


def test_styles_based_on_each_other_come_to_an_end() -> None:
    styles = (
        f'<w:styles xmlns:w="{SPACE}">'
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style>'
        "</w:styles>"
    )
    body = document('<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>文字</w:t></w:r></w:p>')
    assert check_format(packed(body, styles=styles))


def test_labels_that_word_counts_are_labels() -> None:
    numbering = (
        f'<w:numbering xmlns:w="{SPACE}"><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    rows = (
        ("标题的文字", None),
        ("总体要求", 0),
        ("指导思想", 1),
        ("基本原则", 1),
        ("工作任务", 0),
    )
    body = "".join(
        "<w:p>"
        + (
            f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="7"/></w:numPr></w:pPr>'
            if depth is not None
            else '<w:pPr><w:jc w:val="center"/></w:pPr>'
        )
        + f"<w:r><w:t>{text}</w:t></w:r></w:p>"
        for text, depth in rows
    )
    found = inspect(packed(document(body), numbering=numbering)).found
    assert [view.text for view in found.views][1:] == [
        "一、总体要求",
        "（一）指导思想",
        "（二）基本原则",
        "二、工作任务",
    ]
    assert found.roles[1:] == (Role.LEVEL1, Role.LEVEL2, Role.LEVEL2, Role.LEVEL1)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 10**6))
def test_a_file_with_bytes_changed_is_judged_or_refused(patch: bytes, seed: int) -> None:
    at = seed % len(GOOD)
    content = GOOD[:at] + patch + GOOD[at + len(patch) :]
    with suppress(ReadError):
        check_format(content)


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(["w:val", "w:w", "w:line", "w:firstLine", "w:firstLineChars", "w:top", "w:sz"]),
    st.sampled_from(["", "-1", "1e999", "nan", "x", "９", "99999999999999999999", "auto", "0.5"]),
)
def test_attributes_of_any_value_are_survived(name: str, value: str) -> None:
    for part in ("word/document.xml", "word/styles.xml", "word/settings.xml"):
        with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
            text = archive.read(part).decode()
        for found in re.findall(rf'{name}="[^"]*"', text)[:1]:
            check_format(broken(GOOD, Fault("x", "", found, f'{name}="{value}"', part)))


def test_a_long_document_takes_time_in_proportion() -> None:
    paragraph = "<w:p><w:r><w:t>一、这是一段正文，用来看检查所需的时间。</w:t></w:r></w:p>"

    def seconds(count: int) -> float:
        content = packed(document(paragraph * count))
        start = time.perf_counter()
        check_format(content)
        return time.perf_counter() - start

    seconds(100)
    assert seconds(4000) < 40 * max(seconds(400), 0.02)
