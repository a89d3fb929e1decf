from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from policydoc.assessment.cases import read_case
from policydoc.errors import SettingsError
from policydoc.model import Case


def _write(path: Path, *sheets: tuple[str, list[list[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


BASIC: list[list[object]] = [
    ["填报表（示例）"],
    ["字段键", "指标", "填写值"],
    ["name", "集群名称", "甲集群"],
    ["counts.high_tech", "高新技术企业", 3],
]
YEARS: list[list[object]] = [
    ["字段键", "指标", "单位", "2023年", 2024, "门槛"],
    ["series.output", "总产值", "亿元", 10, "未核实", "≥10"],
]


def _case(path: Path) -> Case:
    return read_case(path)


def test_values_and_years_are_read_with_their_cells(tmp_path: Path) -> None:
    case = _case(_write(tmp_path / "a.xlsx", ("基本", BASIC), ("指标", YEARS)))
    assert case.name == "甲集群"
    assert case.series["output"].values == {2023: 10, 2024: None}
    assert case.places["series.output.2023"] == "指标!D2"
    assert case.places["counts.high_tech"] == "基本!C4"


def test_a_wrong_cell_is_named_by_sheet_and_cell(tmp_path: Path) -> None:
    rows = [*BASIC[:3], ["counts.high_tech", "高新技术企业", "三家"]]
    with pytest.raises(SettingsError, match=r"基本!C4：应为数，现为文字“三家”"):
        _case(_write(tmp_path / "a.xlsx", ("基本", rows)))


def test_a_key_filled_in_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"乙!C4：.*已在 甲!C4 填写"):
        _case(_write(tmp_path / "a.xlsx", ("甲", BASIC), ("乙", [["x"], *BASIC[1:2], ["name"], BASIC[3]])))  # fmt: skip


def test_a_cell_that_shows_per_cent_is_read_as_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (*BASIC[1:3], ["figures.rate", "普及率", 0.12]):
        sheet.append(row)
    sheet["C3"].number_format = "0%"
    book.save(path)
    assert _case(path).figures == {"rate": 12}


def test_lists_are_read_row_by_row(tmp_path: Path) -> None:
    rows: list[list[object]] = [["清单键", "extra.firms"], ["name", "kind"], ["甲", 1], ["乙", 2]]
    case = _case(_write(tmp_path / "a.xlsx", ("基本", BASIC), ("企业", rows)))
    assert case.extra["firms"] == [{"name": "甲", "kind": 1}, {"name": "乙", "kind": 2}]


def test_a_workbook_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="没有“字段键”"):
        _case(_write(tmp_path / "a.xlsx", ("表", [["姓名", "电话"]])))


def test_entities_and_bombs_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'
        )
    with pytest.raises(SettingsError, match="实体"):
        _case(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/big.bin", b"\0" * (129 * 1024 * 1024))
    with pytest.raises(SettingsError, match="过大"):
        _case(path)


def test_cells_left_empty_are_unknown_and_no_fault(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        *BASIC[:3], ["example", "示例", None], ["aspects.1", "说明", None],
        ["people.contact.姓名", "联系人", None], ["counts.high_tech", "企业", None],
        ["profile.high_energy", "高耗能", "否"],
    ]  # fmt: skip
    case = _case(_write(tmp_path / "a.xlsx", ("基本", rows)))
    assert (case.example, case.aspects, case.counts) == (False, {}, {"high_tech": None})
    assert not any(case.people.get("contact", {}).values())
    assert case.profile == {"high_energy": False}
