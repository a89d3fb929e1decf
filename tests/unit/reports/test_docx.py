"""The Word 条文对照表 opens as it was made, and prints hostile words as words."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from lxml import etree

from policydoc import pipeline
from policydoc.model import Comparison
from policydoc.reports._cells import lines_of
from policydoc.reports._view import Piece
from tests.sample_comparison import by_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def report(*texts: str) -> tuple[bytes, Comparison]:
    names = [f"文{n}" for n in range(len(texts))]
    policies = [pipeline.parse_text(t, n) for t, n in zip(texts, names, strict=True)]
    comparison = by_number(policies)
    return pipeline.publish(comparison, "docx"), comparison


ONE = "某办法\n第一条　产值不低于10亿元。\n第二条　相同的话。"
TWO = "某办法\n第一条　产值不低于20亿元。\n第二条　相同的话。\n第三条　另一条。"


def test_columns_styles_and_repeated_heads() -> None:
    content, _ = report(ONE, TWO, ONE)
    document = Document(io.BytesIO(content))
    table = document.tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == [
        "序号", "主题", "文0（主文本）", "文1", "文2", "差异说明", "依据",
    ]  # fmt: skip
    assert all(t._tbl.find(f".//{W}tblHeader") is not None for t in document.tables)
    names = {style.name for style in document.styles}
    assert {"对照标题", "表格文字", "新增文字", "删除文字", "移动文字", "条号文字"} <= names
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert round(section.page_width.mm) == 420


def test_differences_are_marked_by_character_styles() -> None:
    content, _ = report(ONE, TWO)
    document = Document(io.BytesIO(content))
    cell = document.tables[-1].rows[1].cells[3]
    runs = {run.style.name: run.text for p in cell.paragraphs for run in p.runs}
    assert runs["新增文字"] == "2"
    assert runs["删除文字"] == "1"
    assert round(document.sections[0].page_width.mm) == 297
    assert "没有对应条文" in document.tables[-1].rows[3].cells[2].text


def test_hostile_words_are_shown_and_never_fields() -> None:
    hostile = '<w:fldSimple w:instr="DATE"/>]]>&{{ 1 }} MERGEFIELD 甲 \x00\x0b\ud800 =cmd()'
    content, _ = report(f"某办法\n第一条　{hostile}", TWO)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
    assert not [*root.iter(f"{W}fldSimple"), *root.iter(f"{W}instrText")]
    text = "".join(t.text or "" for t in root.iter(f"{W}t"))
    assert '<w:fldSimple w:instr="DATE"/>]]>&{{ 1 }} MERGEFIELD 甲' in text


def test_many_policies_go_into_several_tables_each_with_the_lead() -> None:
    content, _ = report(*([ONE] * 8))
    document = Document(io.BytesIO(content))
    heads = [[c.text for c in t.rows[0].cells] for t in document.tables]
    concordances = [h for h in heads if h[0] == "序号"]
    assert [len(h) for h in concordances] == [10, 7]
    assert all(h[2] == "文0（主文本）" for h in concordances)


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        ([Piece("", "甲\n乙"), Piece("insert", "丙\n丁")], ["甲", "乙丙", "丁"]),
        ([], [""]),
    ],
)
def test_pieces_are_parted_at_line_feeds(pieces: list[Piece], lines: list[str]) -> None:
    assert ["".join(p.text for p in line) for line in lines_of(pieces)] == lines
