"""The Word and Excel files of a review, opened by another program: LibreOffice, openpyxl.

LibreOffice's own reading (as ODT) says where its comments stand and what its changes are; what
accepting or rejecting them gives is told from that.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document

from policydoc import pipeline
from policydoc.model import Review

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "政策审查"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
LINES = (
    "甲市集群管理办法",
    "第一条　为促进集群发展，有其它情形的按照有关规定办理。",
    "第二条　本细则所称集群，是指县域内聚集的中小企业。",
    "第三条　集群应当具备下列条件：",
    "（一）产值不低于10亿元；",
    "（二）企业不少于20家。",
    "第四条　本细则自2026年3月1日起实施。",
)
MENDED = (
    "第一条　为促进集群发展，有其他情形的按照有关规定办理。",
    "第二条　本办法所称集群，是指县域内聚集的中小企业。",
    "第四条　本办法自2026年3月1日起施行。",
)
Convert = Callable[[Path, str], Path]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A Word draft as people write them: runs cut anywhere, a table with a finding in a cell."""
    document = Document()
    for line in LINES:
        paragraph = document.add_paragraph()
        for number, start in enumerate(range(0, len(line), 5)):
            paragraph.add_run(line[start : start + 5]).bold = number % 2 == 1
    document.add_table(1, 2).cell(0, 1).text = "由其它部门认定"
    path = tmp_path / "草案.docx"
    document.save(str(path))
    return path


def _body(path: Path) -> _Element:
    """The text of an ODT."""
    from lxml import etree

    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("content.xml"))
    (body,) = root.iter(f"{OFFICE}text")
    return body


def _lines(body: _Element, *, rejecting: bool = False) -> list[str]:
    """The paragraphs with all changes accepted, or rejected; comments are no words of them."""
    deleted: dict[str, str] = {}
    inserted: set[str] = set()
    for region in body.iter(f"{TEXT}changed-region"):
        key = region.get(f"{TEXT}id")
        assert key is not None
        for change in region:
            (creator,) = change.iter(CREATOR)
            assert creator.text == AUTHOR
            if change.tag == f"{TEXT}deletion":
                words = ("".join(_words(p, {}, set())) for p in change.iter(f"{TEXT}p"))
                deleted[key] = "".join(words)
            else:
                inserted.add(key)
    if not rejecting:
        deleted, inserted = {}, set()
    paragraphs = [p for p in body.iter(f"{TEXT}p", f"{TEXT}h") if not _is_aside(p)]
    return ["".join(_words(p, deleted, inserted)) for p in paragraphs]


def _is_aside(element: _Element) -> bool:
    asides = (f"{OFFICE}annotation", f"{TEXT}tracked-changes")
    return any(above.tag in asides for above in element.iterancestors())


def _words(paragraph: _Element, deleted: dict[str, str], inserted: set[str]) -> Iterator[str]:
    hidden = False

    def walk(element: _Element) -> Iterator[str]:
        nonlocal hidden
        key = element.get(f"{TEXT}change-id", "")
        if element.tag == f"{TEXT}change":
            yield deleted.get(key, "")
        elif element.tag == f"{TEXT}change-start":
            hidden = hidden or key in inserted
        elif element.tag == f"{TEXT}change-end":
            hidden = hidden and key not in inserted
        elif element.tag == f"{TEXT}s":
            yield " " * int(element.get(f"{TEXT}c", "1"))
        if element.tag != f"{OFFICE}annotation":
            yield "" if hidden else element.text or ""
            for child in element:
                yield from walk(child)
                yield "" if hidden else child.tail or ""

    yield from walk(paragraph)


def _put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("source", ["word", "zhangye"])
def test_comments_open_at_their_words_and_leave_the_text_alone(
    source: str, draft: Path, soffice_convert: Convert, tmp_path: Path
) -> None:
    name: str | Path = draft if source == "word" else "zhangye"
    review = pipeline.review_draft(name, [pipeline.load("national")])
    opened = _put(tmp_path, "批注稿.docx", pipeline.publish(review, "docx"))
    body = _body(soffice_convert(opened, "odt"))
    comments = list(body.iter(f"{OFFICE}annotation"))
    assert len(comments) == len(review.findings)
    told = ["".join(comment.itertext()) for comment in comments]
    for finding in review.findings:
        message = "".join(finding.message.split())
        assert any(message in "".join(words.split()) for words in told), finding
    assert all("依据：" in words for words in told)
    assert {c.text for comment in comments for c in comment.iter(CREATOR)} == {AUTHOR}
    related = sum(len(finding.related) for finding in review.findings)
    assert sum(words.count("对照：") for words in told) == related
    if source == "word":
        plain = _body(soffice_convert(draft, "odt"))
        assert _lines(body) == _lines(plain)


def test_accepting_the_mends_mends_and_rejecting_gives_the_draft(
    draft: Path, soffice_convert: Convert, tmp_path: Path
) -> None:
    review = pipeline.review_draft(draft)
    mends = [f for f in review.findings if f.fix is not None and f.certain]
    assert len(mends) >= 5
    body = _body(soffice_convert(_put(tmp_path, "修订稿.docx", pipeline.corrected(review)), "odt"))
    original = _lines(_body(soffice_convert(draft, "odt")))
    assert _lines(body, rejecting=True) == original
    accepted = _lines(body)
    assert accepted != original
    assert set(MENDED) <= set(accepted)
    assert "由其他部门认定" in accepted
    # What is wrong in three characters of a long quotation is changed in these only.
    removed = [
        "".join(p.itertext()) for d in body.iter(f"{TEXT}deletion") for p in d.iter(f"{TEXT}p")
    ]
    assert max(map(len, removed)) <= 6


def test_the_summary_lists_every_finding(
    soffice_pdf: Callable[[Path], Path], pdf_text: Callable[[Path], str], tmp_path: Path
) -> None:
    review = pipeline.review_draft("zhangye", [pipeline.load("national")])
    content = pipeline.review_summary(review)
    (table,) = Document(io.BytesIO(content)).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(1, len(review.findings) + 1)]
    for finding, row in zip(review.findings, rows[1:], strict=True):
        assert finding.message in row[3]
        assert finding.basis == row[4]
        assert row[2] == finding.quote or "……" in row[2]
    text = pdf_text(soffice_pdf(_put(tmp_path, "汇总.docx", content)))
    assert "审查意见" in text


def test_long_and_hostile_words_open(soffice_convert: Convert, tmp_path: Path) -> None:
    from tests.end_to_end.test_review import HOSTILE

    long = (
        "第四条 "
        + "县级以上人民政府应当按照有关规定支持集群发展，有其它情形的另行规定，" * 80
        + "。\n"
    )
    review = _in_hand(HOSTILE + long)
    body = _body(
        soffice_convert(_put(tmp_path, "批注.docx", pipeline.publish(review, "docx")), "odt")
    )
    assert len(list(body.iter(f"{OFFICE}annotation"))) == len(review.findings)
    mended = _body(soffice_convert(_put(tmp_path, "修订.docx", pipeline.corrected(review)), "odt"))
    assert "".join(_lines(mended)).count("其他") > 50
    assert _put(tmp_path, "汇总.docx", pipeline.review_summary(review)).stat().st_size


def _in_hand(text: str) -> Review:
    return pipeline.review(pipeline.extract(pipeline.parse_text(text, "draft")))


def test_the_amendment_table_says_the_same_in_word_and_excel(tmp_path: Path) -> None:
    import openpyxl

    old = "\n".join(LINES)
    new = old.replace("第四条", "第五条").replace("10亿元", "12亿元")
    new = new.replace("\n第五条", "\n第四条　集群每年报送一次发展情况。\n第五条")
    new = new.replace("第二条　本细则", "第二条　本办法")
    versions = [pipeline.extract(pipeline.parse_text(t, n)) for t, n in ((old, "旧"), (new, "新"))]
    comparison = pipeline.compare(versions)
    word = Document(io.BytesIO(pipeline.publish(comparison, "amendment")))
    (table,) = word.tables
    in_word = [row.cells[0].text for row in table.rows][1:]
    excel = _put(tmp_path, "对照表.xlsx", pipeline.publish(comparison, "amendment-xlsx"))
    sheet = openpyxl.load_workbook(excel).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [str(row[0]) for row in rows] == in_word == [str(n) for n in range(1, len(rows) + 1)]
    # What is new stands where the revised text has it, not behind all the rest.
    notes = [str(row[3]) for row in rows]
    added = next(n for n, row in enumerate(rows) if "每年报送一次" in str(row[2]))
    assert notes[added] == "新增"
    assert "第四条改为第五条" in notes[added + 1]
