"""A table of many cases: each row of an Excel or CSV file is one case, columns are dotted keys."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from policydoc.errors import ReadError

LIMIT_ROWS = 20_000
LIMIT_FILE = 64 * 1024 * 1024
SECTIONS = {
    "name", "base", "example", "profile", "series", "counts", "figures", "aspects", "people",
    "plan", "results", "extra",
}  # fmt: skip


def read_rows(path: Path) -> list[tuple[str, dict[str, object]]]:
    """(place, case as a tree) of each row below the row of keys: name, profile.county, …

    Raises:
        ReadError: Not a table, too large, or without a column `name`.
    """
    try:
        if path.stat().st_size > LIMIT_FILE:
            raise ReadError(f"数据表过大（上限 64 MB）：{path}。", subject=str(path))
        rows = list(_cells(path))
    except OSError as error:
        raise ReadError(f"打不开数据表 {path}，请检查路径和权限。", subject=str(path)) from error
    top = next((n for n, (_, row) in enumerate(rows) if "name" in map(_word, row)), None)
    if top is None:
        raise ReadError(
            f"{path} 中没有一行写着字段键（name、profile.county、series.output.2025 …），"
            "请在数据上方加一行字段键，其中 name 是集群名称。",
            subject=str(path),
        )
    keys = [_word(cell) for cell in rows[top][1]]
    wrong = [key for key in keys if key and key.split(".")[0] not in SECTIONS]
    if wrong:
        raise ReadError(f"{path} 的字段键不认识：{'、'.join(wrong)}。", subject=str(path))
    found = [(place, _tree(keys, row)) for place, row in rows[top + 1 :] if any(map(_word, row))]
    if not found:
        raise ReadError(f"{path} 的字段键下面没有数据行。", subject=str(path))
    return found


def _cells(path: Path) -> Iterator[tuple[str, Sequence[object]]]:
    if path.suffix.lower() == ".csv":
        yield from _csv(path)
        return
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise ReadError(f"{path} 不是完好的 Excel 文件（.xlsx）。", subject=str(path)) from error
    try:
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            if number > LIMIT_ROWS:
                raise ReadError(f"{path} 超过 {LIMIT_ROWS} 行，请分成几个文件。", subject=str(path))
            yield f"{sheet.title}第{number}行", row
    finally:
        book.close()


def _csv(path: Path) -> Iterator[tuple[str, Sequence[object]]]:
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise ReadError(f"{path} 的文字编码不是 UTF-8 或 GB18030，请另存为 CSV UTF-8。")
    for number, row in enumerate(csv.reader(io.StringIO(text, newline="")), 1):
        if number > LIMIT_ROWS:
            raise ReadError(f"{path} 超过 {LIMIT_ROWS} 行，请分成几个文件。", subject=str(path))
        yield f"第{number}行", row


def _word(cell: object) -> str:
    return str(cell).strip() if cell is not None else ""


def _tree(keys: Sequence[str], row: Sequence[object]) -> dict[str, object]:
    tree: dict[str, object] = {}
    for key, cell in zip(keys, row, strict=False):
        if key and _word(cell):
            _put(tree, key.split("."), _value(key, cell))
    return tree


def _put(tree: dict[str, object], path: Sequence[str], value: object) -> None:
    for step in path[:-1]:
        below = tree.setdefault(step, {})
        if not isinstance(below, dict):
            return
        tree = below
    tree[path[-1]] = value


def _value(key: str, cell: object) -> object:
    if isinstance(cell, bool | int | float):
        return cell
    text = str(cell.isoformat())[:10] if hasattr(cell, "isoformat") else _word(cell)
    if key == "example":
        return text in ("是", "true", "True", "1")
    if key.split(".")[0] in ("profile", "people", "aspects", "name", "base"):
        return text
    try:
        return int(text) if text.lstrip("-").isdigit() and len(text) < 16 else float(text)
    except ValueError:
        return text
