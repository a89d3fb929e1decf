"""The draft given back: comments at the exact words, mends as tracked changes, nothing else."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy

import pytest
from lxml import etree

from policydoc import pipeline
from policydoc.gongwen import Document, Paragraph, Run, build
from policydoc.locating import word_file
from policydoc.model import Review

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LINES = (
    "甲市集群促进实施细则",
    "第一条　为促进集群发展，制定本细则。",
    "第二条　有其它严重情形的，由市局处理，“其它”一词见前。",
    "第三条　本办法自2026年1月1日起实施。",
)


@pytest.fixture(scope="module")
def draft() -> bytes:
    split = Paragraph((Run("第二条　有其"), Run("它严", bold=True), Run(LINES[2][8:])))
    lines = [Paragraph(line) for line in LINES]
    return build(Document((lines[0], lines[1], split, lines[3])))


@pytest.fixture(scope="module")
def review(draft: bytes, tmp_path_factory: pytest.TempPathFactory) -> Review:
    path = tmp_path_factory.mktemp("draft") / "草案.docx"
    path.write_bytes(draft)
    return pipeline.review(pipeline.load(path), original=word_file(path))


def body(content: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def merged(root: etree._Element) -> bytes:
    """The part with neighbouring runs of one look joined, as they were before they were cut."""
    root = deepcopy(root)
    for run in list(root.iter(f"{W}r")):
        before = run.getprevious()
        if before is not None and before.tag == f"{W}r" and _look(before) == _look(run):
            first, second = before.find(f"{W}t"), run.find(f"{W}t")
            if len(before) == len(run) and first is not None and second is not None:
                second.text = (first.text or "") + (second.text or "")
                before.getparent().remove(before)
    for text in root.iter(f"{W}t"):
        text.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
    return etree.tostring(root, method="c14n")


def _look(run: etree._Element) -> bytes:
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n")


def test_each_comment_stands_at_the_words_of_its_finding(review: Review) -> None:
    root = body(pipeline.publish(review, "docx"))
    marked: dict[str, str] = {}
    open_now: set[str] = set()
    for element in root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        if element.tag == f"{W}t":
            for key in open_now:
                marked[key] = marked.get(key, "") + (element.text or "")
        elif element.tag.endswith("Start"):
            open_now.add(element.get(f"{W}id"))
        else:
            open_now.remove(element.get(f"{W}id"))
    quotes = [finding.quote for finding in review.findings]
    assert len(quotes) == len(marked) > 3
    for number, quote in enumerate(quotes):
        assert marked[str(number)] == quote or not quote


def test_without_its_comments_the_draft_is_what_it_was(draft: bytes, review: Review) -> None:
    root = body(pipeline.publish(review, "docx"))
    for element in list(root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")):
        element.getparent().remove(element)
    for reference in list(root.iter(f"{W}commentReference")):
        run = reference.getparent()
        run.getparent().remove(run)
    assert merged(root) == merged(body(draft))


def test_rejecting_the_mends_gives_the_draft_and_accepting_them_mends(
    draft: bytes, review: Review
) -> None:
    content = pipeline.corrected(review)
    kept = {"del": [], "ins": []}  # type: dict[str, list[str]]
    for gone, other in (("del", "ins"), ("ins", "del")):
        root = body(content)
        for element in list(root.iter(f"{W}{gone}")):
            element.getparent().remove(element)
        for paragraph in root.iter(f"{W}p"):
            words = [t.text or "" for t in paragraph.iter(f"{W}t", f"{W}delText")]
            kept[other].append("".join(words))
    original = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body(draft).iter(f"{W}p")]
    assert kept["del"] == original
    assert "第二条　有其他严重情形的，由市局处理，“其他”一词见前。" in kept["ins"]
    assert "第三条　本细则自2026年1月1日起施行。" in kept["ins"]


def test_the_same_review_gives_the_same_files(review: Review) -> None:
    assert pipeline.publish(review, "docx") == pipeline.publish(review, "docx")
    assert pipeline.corrected(review) == pipeline.corrected(review)
    assert pipeline.review_summary(review)[:2] == b"PK"


def test_a_comment_on_a_figure_stands_in_its_cell(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = (
        "甲县产业集群申报表\n| 指标 | 单位 | 2024年 | 2025年 |\n|---|---|---|---|\n"
        "| 集群总产值 | 亿元 | 12 | 11 |\n| 中小企业产值 | 亿元 | 8 | 12 |\n"
    )
    review = pipeline.review(pipeline.extract(pipeline.parse_text(text)))
    (finding,) = [f for f in review.findings if f.rule == "part-larger-than-whole"]
    root = body(pipeline.publish(review, "docx"))
    cells = [
        cell for cell in root.iter(f"{W}tc") if cell.find(f".//{W}commentRangeStart") is not None
    ]
    assert ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in cells] == ["12"]
    rows = [len(list(cell.getparent().itersiblings(f"{W}tr"))) for cell in cells]
    assert rows == [0]  # the last row, not the 12 of the first
    assert finding.quote == "12"
