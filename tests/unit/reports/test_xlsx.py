"""The workbook: sheets, filters, numbers as numbers, words never formulas, links to the page."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText

from policydoc import pipeline
from policydoc.model import Comparison
from policydoc.reports.xlsx import LIMIT, fitted
from tests.sample_comparison import by_number

ONE = "某办法\n第一条　产值不低于10亿元。\n第二条　=1+1\n第三条　@SUM(A1)\n第四条　http://甲.cn/"
TWO = '某办法\n第一条　产值不低于20亿元。\n第二条　=cmd|" /C calc"!A0\n第三条　-1+1\n第四条　\x01乙'


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return by_number([pipeline.parse_text(ONE, "甲"), pipeline.parse_text(TWO, "乙")])


@pytest.fixture(scope="module")
def book(comparison: Comparison) -> Any:
    content = pipeline.publish(comparison, "xlsx", page="对照 1.html")
    return openpyxl.load_workbook(io.BytesIO(content), rich_text=True)


def test_sheets_can_be_filtered_and_keep_their_heads(book: Any) -> None:
    assert book.sheetnames == ["门槛", "时限", "程序", "撤销情形", "条文对照", "说明"]
    for sheet in book:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.column_dimensions["B"].width > 10


def test_no_cell_is_a_formula(book: Any) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any("=cmd|" in str(cell.value) for cell in cells)


def test_figures_are_numbers_with_their_unit_and_place(book: Any) -> None:
    head, first = list(book["门槛"].iter_rows(max_row=2))
    named = {h.value: c for h, c in zip(head, first, strict=True)}
    assert named["甲：数值"].value == 10
    assert named["甲：单位"].value == "亿元"
    assert named["乙：结论"].value == "更宽"
    link = named["甲：出处"].hyperlink
    assert link.target == "对照%201.html"
    assert link.location == "甲-art_1"


def test_differences_are_rich_text(book: Any) -> None:
    head, first = list(book["条文对照"].iter_rows(max_row=2))
    words = {h.value: c.value for h, c in zip(head, first, strict=True)}["乙：条文"]
    assert isinstance(words, CellRichText)
    assert str(words) == "产值不低于120亿元。"
    assert [str(part) for part in words] == ["产值不低于", "1", "2", "0亿元。"]


def test_without_a_page_there_are_no_links(comparison: Comparison) -> None:
    content = pipeline.publish(comparison, "xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if "rels/sheet" in name]


def test_a_text_longer_than_a_cell_says_so() -> None:
    assert len(fitted("长" * (LIMIT + 1))) == LIMIT
    assert fitted("长" * (LIMIT + 1)).endswith("见原件）")
    assert fitted("短\x00") == "短"
