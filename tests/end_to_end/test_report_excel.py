"""The workbook of the real comparison: every row, figures as numbers, links that lead somewhere."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from policydoc.cli.compare import COMMAND


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("对照")
    said = CliRunner().invoke(COMMAND, ["zhangye", "guizhou", "national", "-o", str(path)])
    assert said.exit_code == 0, said.output
    assert said.output.count("已写入") == 5
    return path


@pytest.fixture(scope="module")
def book(folder: Path) -> Any:
    content = (folder / "条文对照.xlsx").read_bytes()
    return openpyxl.load_workbook(io.BytesIO(content), rich_text=True)


def test_every_link_leads_to_a_provision_of_the_page(folder: Path, book: Any) -> None:
    page = (folder / "条文对照.html").read_text(encoding="utf-8")
    ids = set(re.findall(r' id="([^"]+)"', page))
    links = [
        cell.hyperlink
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink
    ]
    assert len(links) > 50
    assert {link.location for link in links} <= ids
    assert {link.target for link in links} == {"条文对照.html"}


def test_every_row_of_the_comparison_is_there(folder: Path, book: Any) -> None:
    import json

    document = json.loads((folder / "条文对照.json").read_text(encoding="utf-8"))
    assert book["条文对照"].max_row == len(document["rows"]) + 1
    assert book["门槛"].max_row == len(document["thresholds"]) + 1
    assert book["程序"].max_row == len(document["procedure"]) + 1


def test_figures_are_numbers(book: Any) -> None:
    head = [cell.value for cell in next(book["门槛"].iter_rows(max_row=1))]
    columns = [n for n, name in enumerate(head) if name.endswith("：数值")]
    values = [row[n].value for row in book["门槛"].iter_rows(min_row=2) for n in columns]
    assert sum(isinstance(value, int | float) for value in values) >= 8


def test_no_cell_is_a_formula(book: Any) -> None:
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
