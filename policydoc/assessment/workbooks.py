"""A case filled in in Excel: any sheet with a header row that holds 字段键.

Two shapes of sheet are read. With a column 填写值 each row is one value; with columns headed by
years (2023年) each row is a series, its unit in the column 单位. A row's key is the dotted key of
the case (counts.little_giant). Other columns and rows are for the person who fills it in.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Generator, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from policydoc.errors import SettingsError

KEY, UNIT, LIST = "字段键", "单位", "清单键"
VALUE = ("填写值", "填写内容", "值", "内容")
YEAR = re.compile(r"((?:19|20)\d\d)\s*年?\s*(?:度)?")
LIMIT_UNPACKED = 128 * 1024 * 1024
LIMIT_ROWS, LIMIT_COLUMNS = 5000, 120
Tree = dict[str, object]
Row = Sequence[object]


def read_workbook(path: Path) -> tuple[Tree, dict[str, str]]:
    """The values of a workbook as a tree, and the cell of each by its dotted key.

    Raises:
        SettingsError: Not a workbook, damaged, encrypted, too large, or without any 字段键.
    """
    tree: Tree = {}
    places: dict[str, str] = {}
    faults: list[str] = []
    for sheet, rows in _sheets(path):
        for place, key, value in _values(sheet, rows, faults):
            if key in places:
                faults.append(f"{place}：字段键“{key}”已在 {places[key]} 填写，请删去一处")
            else:
                places[key] = place
                if not _put(tree, key, value):
                    faults.append(f"{place}：字段键“{key}”与另一字段键冲突")
    if faults:
        more = f"；另有 {len(faults) - 12} 处" if len(faults) > 12 else ""
        raise SettingsError(
            f"个案文件 {path} 有 {len(faults)} 处错误，请逐处改正：{'；'.join(faults[:12])}{more}。",
            subject=str(path),
        )
    if not places:
        raise SettingsError(
            f"{path} 中没有“{KEY}”一列，不是个案数据表；请用 policydoc form 生成空表填写。",
            subject=str(path),
        )
    return tree, places


def _sheets(path: Path) -> Iterator[tuple[str, list[Row]]]:
    damaged = SettingsError(
        f"打不开 {path}：不是 .xlsx 工作簿，或已损坏、加密，请在 Excel 中另存为 .xlsx 后重试。",
        subject=str(path),
    )
    try:
        _refuse_bombs(path)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise damaged from error
    import warnings

    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
            sheets = [(s.title, list(_rows(s))) for s in book.worksheets]
            book.close()
    except SettingsError:
        raise
    except Exception as error:  # openpyxl raises whatever its parsers raise on a damaged file
        raise damaged from error
    yield from sheets


def _refuse_bombs(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        size = sum(item.file_size for item in package.infolist())
        if size > LIMIT_UNPACKED or len(package.infolist()) > 2000:
            raise SettingsError(f"{path} 解开后过大，请检查是否选错文件。", subject=str(path))
        for item in package.infolist():
            if item.filename.endswith((".xml", ".rels")):
                with package.open(item) as part:
                    head = part.read(4096).replace(b"\0", b"")
                if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                    raise SettingsError(
                        f"{path} 含有不该有的实体定义，请在 Excel 中另存为 .xlsx 后重试。",
                        subject=str(path),
                    )


def _rows(sheet: Any) -> Iterator[Row]:
    for row in sheet.iter_rows(max_row=LIMIT_ROWS, max_col=LIMIT_COLUMNS):
        yield tuple(_cell(cell) for cell in row)


def _cell(cell: Any) -> object:
    """The value as the sheet shows it: a cell that shows 12% holds 0.12."""
    value: object = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        shown = str(getattr(cell, "number_format", "") or "")
        return round(value * 100, 8) if "%" in shown else value
    return value


def _values(
    sheet: str, rows: Sequence[Row], faults: list[str]
) -> Iterator[tuple[str, str, object]]:
    """(cell, dotted key, value) of every filled cell of the sheet."""
    header: dict[int, str] = {}
    key_column = -1
    table: tuple[str, dict[int, str]] | None = None
    for number, row in enumerate(rows, 1):
        words = [_word(cell) for cell in row]
        if LIST in words:
            table = (_next_word(words, words.index(LIST)), {})
        elif KEY in words:
            key_column, table = words.index(KEY), None
            header = {i: w for i, w in enumerate(words) if w and i != key_column}
        elif table is not None:
            table = yield from _list_row(sheet, number, row, table)
        elif key_column >= 0 and key_column < len(row) and words[key_column]:
            yield from _keyed_row(sheet, number, row, words[key_column], header, faults)


def _keyed_row(
    sheet: str, number: int, row: Row, key: str, header: dict[int, str], faults: list[str]
) -> Iterator[tuple[str, str, object]]:
    cells = {i: row[i] if i < len(row) else None for i in header}
    years = {i: m[1] for i, w in header.items() if (m := YEAR.fullmatch(w))}
    place = f"{sheet}!{_column(next(iter(years or header), 0))}{number}"
    if key.split(".")[0] in ("series", "plan", "results"):
        if not years:
            faults.append(f"{place}：“{key}”应按年填写，而本表没有年份列")
        unit = next((i for i, w in header.items() if w == UNIT), None)
        if unit is not None and _word(cells[unit]):
            yield f"{sheet}!{_column(unit)}{number}", f"{key}.unit", _word(cells[unit])
        for index, year in years.items():
            yield f"{sheet}!{_column(index)}{number}", f"{key}.{year}", _plain(cells[index])
        return
    value = next((i for name in VALUE for i, w in header.items() if w == name), None)
    if value is None:
        faults.append(f"{place}：本表没有“{VALUE[0]}”一列，无法读取“{key}”")
    else:
        yield f"{sheet}!{_column(value)}{number}", key, _plain(cells[value])


def _list_row(
    sheet: str, number: int, row: Row, table: tuple[str, dict[int, str]]
) -> Generator[tuple[str, str, object], None, tuple[str, dict[int, str]]]:
    """A row of a list (清单键 extra.enterprises; then a row of field keys; then the entries)."""
    key, columns = table
    filled = {i: cell for i, cell in enumerate(row) if _word(cell)}
    if not columns:
        return key, {i: _word(cell) for i, cell in filled.items()}
    entry = {columns[i]: _plain(cell) for i, cell in filled.items() if i in columns}
    if entry and key:
        yield f"{sheet}!A{number}", f"{key}[{number}]", entry
    return table


def _put(tree: Tree, key: str, value: object) -> bool:
    """Set a dotted key in the tree; `key[7]` appends. False where a value stands in the way."""
    *path, last = key.split(".")
    for step in path:
        below = tree.setdefault(step, {})
        if not isinstance(below, dict):
            return False
        tree = below
    if last.endswith("]"):
        entries = tree.setdefault(last[: last.index("[")], [])
        if isinstance(entries, list):
            entries.append(value)
        return isinstance(entries, list)
    if isinstance(tree.get(last), dict):
        return False
    tree[last] = value
    return True


def _plain(cell: object) -> object:
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    if isinstance(cell, str):
        return cell.strip() or None
    return cell


def _word(cell: object) -> str:
    return str(cell).strip() if cell is not None else ""


def _next_word(words: Sequence[str], index: int) -> str:
    return next((word for word in words[index + 1 :] if word), "")


def _column(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
