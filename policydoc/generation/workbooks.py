"""The fill-in workbook: labels, units, examples, what the policy requires, checks on entry.

Read back by `policydoc.assessment.workbooks`: the hidden column 字段键 says what a cell means
(docs/adr/0080), so that labels may be corrected and rows moved.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from policydoc.chinese.characters import printable
from policydoc.generation.filters import to_date
from policydoc.generation.requests import Ask, Sheet

HEAD = 2  # the row of headings, below a title and a hint
SPARE = 20  # empty rows of a list
GUIDE = (
    "黄色的格要填；“示例”列只作参考，不会被读取。",
    "不知道或没有统计的写“未核实”，不要估填；空格也按未核实处理。",
    "“政策要求和依据”列是所选政策的原文，供填写时对照，不要改动。",
    "日期写成 2026-03-16；是否类从下拉框选“是”或“否”。",
    "数字只填数，不带单位；百分比填百分点，如 12% 填 12。",
    "可以增删行、调整次序、隐藏列，但不要删去左侧隐藏的“字段键”列。",
    "年度表的年份不合时，直接改表头的年份即可。",
)


def workbook(
    title: str, basis: str, sheets: Sequence[Sheet], *, filled: bool = False, command: str = ""
) -> bytes:
    """The .xlsx; with `filled` the examples stand in the cells to be filled in.

    Args:
        basis: The policy whose requirements are shown, or "".
        command: How to make the document from the filled file.
    """
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(
        content,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
         "default_date_format": "yyyy-mm-dd"},
    )  # fmt: skip
    book.set_properties({"title": title, "created": date(2000, 1, 1)})
    formats = _formats(book)
    _guide(book, title, basis, formats, filled, command)
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        page.write(
            0, 1, f"{title}：{sheet.name}" + ("（示例）" if filled else ""), formats["title"]
        )
        page.write(1, 1, sheet.hint, formats["hint"])
        if sheet.list_key:
            _list(page, sheet, formats, filled)
        elif sheet.years:
            _years(page, sheet, formats, filled)
        else:
            _values(page, sheet, formats, filled)
        page.set_column(0, 0, 18, None, {"hidden": True})
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
    book.close()
    return content.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    cell = {
        "border": 1,
        "text_wrap": True,
        "valign": "vcenter",
        "font_name": "宋体",
        "font_size": 11,
    }
    entry = {**cell, "bg_color": "#FFF9DB"}
    return {
        "title": book.add_format({"bold": True, "font_size": 14, "font_name": "黑体"}),
        "hint": book.add_format({"font_name": "宋体", "font_color": "#555555"}),
        "guide": book.add_format({"font_name": "宋体", "font_size": 12, "text_wrap": True}),
        "head": book.add_format({**cell, "bold": True, "bg_color": "#E8EEF7", "align": "center"}),
        "cell": book.add_format(cell),
        "text": book.add_format({**entry, "num_format": "@"}),
        "number": book.add_format({**entry, "num_format": "General"}),
        "key": book.add_format({"font_color": "#999999", "font_size": 8}),
    }


def _guide(
    book: Any, title: str, basis: str, formats: Mapping[str, Any], filled: bool, command: str
) -> None:
    page = book.add_worksheet("填写说明")
    page.set_column(0, 0, 100)
    lines = [*GUIDE]
    if basis:
        lines.insert(0, f"政策要求取自{basis}。")
    if filled:
        lines.insert(
            0,
            "本表为示例：集群和数字均为虚构，填写自己的数据时请全部替换，并把“是否示例数据”改为“否”。",
        )
    if command:
        lines.append(f"填好后运行：{command}")
    page.write(0, 0, f"{title}填报数据表" + ("（示例）" if filled else ""), formats["title"])
    for number, line in enumerate(lines, 1):
        page.write(number, 0, f"{number}. {printable(line)}", formats["guide"])


def _values(page: Any, sheet: Sheet, formats: Mapping[str, Any], filled: bool) -> None:
    heads = ("字段键", "填写项", "填写值", "单位", "示例", "政策要求和依据")
    for column, head in enumerate(heads):
        page.write(HEAD, column, head, formats["head"])
    long = any(ask.kind == "long" for ask in sheet.asks)
    for column, width in enumerate((34, 60 if long else 34, 10, 34, 60), 1):
        page.set_column(column, column, width)
    for number, ask in enumerate(sheet.asks, HEAD + 1):
        page.write_string(number, 0, ask.key, formats["key"])
        page.write_string(number, 1, ask.label + ("*" if ask.required else ""), formats["cell"])
        _entry(page, number, 2, ask, ask.example if filled and not ask.suggested else None, formats)
        page.write_string(number, 3, ask.unit, formats["cell"])
        page.write_string(number, 4, _shown(ask.example), formats["cell"])
        page.write_string(number, 5, printable(ask.note), formats["cell"])
    page.freeze_panes(HEAD + 1, 2)


def _years(page: Any, sheet: Sheet, formats: Mapping[str, Any], filled: bool) -> None:
    years = [f"{year}年" for year in sheet.years]
    heads = ("字段键", "指标", "单位", *years, "示例", "政策要求和依据")
    for column, head in enumerate(heads):
        page.write(HEAD, column, head, formats["head"])
    for column, width in enumerate((30, 12, *(14 for _ in years), 30, 60), 1):
        page.set_column(column, column, width)
    for number, ask in enumerate(sheet.asks, HEAD + 1):
        example = ask.example if isinstance(ask.example, Mapping) else {}
        page.write_string(number, 0, ask.key, formats["key"])
        page.write_string(number, 1, ask.label, formats["cell"])
        page.write_string(number, 2, ask.unit, formats["cell"])
        for column, year in enumerate(sheet.years, 3):
            value = example.get(year) if year in example else None
            known = value if value is not None or year not in example else "未核实"
            _entry(page, number, column, ask, known if filled else None, formats)
        shown = "、".join(f"{year}年{_shown(value) or '未核实'}" for year, value in example.items())
        page.write_string(number, 3 + len(years), shown, formats["cell"])
        page.write_string(number, 4 + len(years), printable(ask.note), formats["cell"])
    page.freeze_panes(HEAD + 1, 2)


def _list(page: Any, sheet: Sheet, formats: Mapping[str, Any], filled: bool) -> None:
    """Labels, then two hidden rows that say what the columns mean, then the entries."""
    page.write(HEAD + 1, 0, "清单键", formats["key"])
    page.write(HEAD + 1, 1, sheet.list_key, formats["key"])
    for column, (key, label) in enumerate(sheet.columns, 1):
        page.write(HEAD, column, label, formats["head"])
        page.write(HEAD + 2, column, key, formats["key"])
        page.set_column(column, column, max(16, len(label) * 2.2))
    page.set_row(HEAD + 1, None, None, {"hidden": True})
    page.set_row(HEAD + 2, None, None, {"hidden": True})
    entries = sheet.entries if filled else ()
    for number in range(max(SPARE, len(entries))):
        entry = entries[number] if number < len(entries) else {}
        for column, (key, _) in enumerate(sheet.columns, 1):
            value = entry.get(key)
            row = HEAD + 3 + number
            if isinstance(value, int | float) and not isinstance(value, bool):
                page.write_number(row, column, value, formats["number"])
            else:
                page.write(row, column, _shown(value), formats["number"])
    page.freeze_panes(HEAD + 1, 2)


def _entry(
    page: Any, row: int, column: int, ask: Ask, value: object, formats: Mapping[str, Any]
) -> None:
    """A cell to fill in, with a check on what is typed."""
    numeric = ask.kind in ("number", "count")
    form = formats["number" if numeric else "text"]
    if value is None:
        page.write_blank(row, column, None, form)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        page.write_number(row, column, value, form)
    else:
        page.write_string(row, column, _shown(value), form)
    if ask.kind == "bool":
        page.data_validation(
            row, column, row, column, {"validate": "list", "source": ["是", "否", "未核实"]}
        )
    elif numeric:
        page.data_validation(row, column, row, column, _number_check(row, column, ask))


def _number_check(row: int, column: int, ask: Ask) -> dict[str, Any]:
    from xlsxwriter.utility import xl_rowcol_to_cell

    cell = xl_rowcol_to_cell(row, column)
    whole = f",{cell}=INT({cell})" if ask.kind == "count" else ""
    most = f",{cell}<=100" if ask.unit == "%" and "增" not in ask.label else ""
    told = "非负整数" if whole else "0—100 的数" if most else "非负数"
    return {
        "validate": "custom",
        "value": f'=OR({cell}="未核实",AND(ISNUMBER({cell}),{cell}>=0{whole}{most}))',
        "error_title": "填写有误",
        "error_message": f"{ask.label[:60]}应填{told}，或写“未核实”。",
        "input_message": f"单位：{ask.unit}" if ask.unit else "",
    }


def _shown(value: object) -> str:
    if value is None or isinstance(value, Mapping):
        return ""
    if isinstance(value, list | tuple):
        return "、".join(_shown(item) for item in value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return to_date(value).isoformat()
    if isinstance(value, float):
        return f"{value:.10g}"
    return printable(str(value))
