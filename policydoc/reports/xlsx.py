"""The comparison as an Excel workbook: sheets to filter, values as numbers, links to the page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from policydoc.chinese.characters import printable
from policydoc.model import Comparison, FactCell, FactRow
from policydoc.plugins import Report
from policydoc.reports._excel import MADE, OPTIONS
from policydoc.reports._places import Place
from policydoc.reports._view import Cell, RowView, View, view
from policydoc.reports._words import ABSENT, MARKS, TOPICS, verdict_word

# What one cell of a workbook holds; longer words are cut and say so.
LIMIT = 32767
TOO_LONG = "……（过长，余文见原件）"
FONT = {"font_name": "宋体", "font_size": 10.5}
WRAP = {**FONT, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#8A8A8A"}
FORMATS: dict[str, dict[str, Any]] = {
    "title": {**FONT, "font_name": "黑体", "font_size": 15},
    "head": {**WRAP, "font_name": "黑体", "bg_color": "#17375E", "font_color": "#FFFFFF", "valign": "vcenter"},
    "cell": WRAP,
    "number": {**WRAP, "num_format": "General"},
    "link": {**WRAP, "font_color": "#174A8C", "underline": 1},
    "equal": {**FONT},
    "insert": {**FONT, "font_color": "#0A5227", "underline": 1, "bold": True},
    "delete": {**FONT, "font_color": "#931B17", "font_strikeout": True},
    "move_in": {**FONT, "font_color": "#4A2F7C", "underline": 2},
    "move_out": {**FONT, "font_color": "#4A2F7C", "font_strikeout": True},
    "stricter": {**WRAP, "bg_color": "#FDF0EF", "font_color": "#9C1F1B", "bold": True},
    "looser": {**WRAP, "bg_color": "#EEF6FB", "font_color": "#0B5A86", "bold": True},
    "different": {**WRAP, "bg_color": "#FFF7E8", "font_color": "#7A4A00", "bold": True},
}  # fmt: skip


class _Book:
    """A workbook being written: its formats by name, the view, the page its links lead to."""

    def __init__(self, seen: View, page: str) -> None:
        import xlsxwriter

        self.buffer = io.BytesIO()
        self.book = xlsxwriter.Workbook(self.buffer, OPTIONS)
        self.book.set_properties({"title": "政策条文对照", "created": MADE})
        self.formats = {name: self.book.add_format(given) for name, given in FORMATS.items()}
        self.seen = seen
        self.page = page

    def sheet(self, name: str, heads: Sequence[str], widths: Sequence[float]) -> Any:
        """A sheet with its head frozen and set to be printed wide, heads on each page."""
        sheet = self.book.add_worksheet(name)
        for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.write_string(0, column, printable(head), self.formats["head"])
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(8 if len(heads) > 8 else 9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&C第 &P 页，共 &N 页")
        return sheet

    def text(self, sheet: Any, row: int, column: int, words: str, style: str = "cell") -> None:
        """Words as words: never a formula, never a link by accident."""
        sheet.write_string(row, column, fitted(words), self.formats[style])

    def place(self, sheet: Any, row: int, column: int, place: Place | None) -> None:
        """The citation, linked to the provision in the page where there is one beside."""
        if place is None:
            self.text(sheet, row, column, "")
        elif self.page:
            target = f"external:{self.page}#{place.anchor}"
            label = printable(place.label)
            sheet.write_url(row, column, target, self.formats["link"], label, "查看原文")
        else:
            self.text(sheet, row, column, place.label)


def fitted(words: str) -> str:
    """The words a cell can hold."""
    plain = printable(words)
    return plain if len(plain) <= LIMIT else plain[: LIMIT - len(TOO_LONG)] + TOO_LONG


def _render(comparison: Comparison, page: str = "") -> bytes:
    seen = view(comparison)
    book = _Book(seen, page)
    _facts(book, "门槛", comparison.thresholds)
    _facts(book, "时限", comparison.deadlines)
    _facts(book, "程序", comparison.procedure)
    _facts(book, "撤销情形", comparison.grounds)
    _concordance(book)
    _notes(book)
    book.book.close()
    return book.buffer.getvalue()


def _facts(book: _Book, name: str, rows: Sequence[FactRow]) -> None:
    """One line a subject: for each policy its words, figure, unit and place; then the verdicts."""
    seen = book.seen
    heads, widths = ["序号", "项目", "类别"], [6.0, 24.0, 9.0]
    for policy in seen.ids:
        named = seen.names[policy]
        heads += [f"{named}：规定", f"{named}：数值", f"{named}：单位", f"{named}：出处"]
        widths += [30, 10, 9, 16]
    for policy in seen.others:
        heads += [f"{seen.names[policy]}：结论", f"{seen.names[policy]}：说明"]
        widths += [10, 36]
    sheet = book.sheet(name, heads, widths)
    for number, row in enumerate(rows, 1):
        sheet.write_number(number, 0, number, book.formats["number"])
        book.text(sheet, number, 1, row.subject)
        book.text(sheet, number, 2, TOPICS.get(row.topic, row.topic))
        column = 3
        for policy in seen.ids:
            _fact_cell(book, sheet, number, column, policy, row.cells.get(policy))
            column += 4
        for policy in seen.others:
            key = f"{policy}/{seen.lead}"
            verdict = row.verdicts.get(key, "")
            style = verdict if verdict in FORMATS else "cell"
            book.text(sheet, number, column, verdict_word(row, key), style)
            book.text(sheet, number, column + 1, row.sentences.get(key, ""))
            column += 2
    _finish(sheet, len(rows), len(heads), 2)


def _fact_cell(
    book: _Book, sheet: Any, row: int, column: int, policy: str, cell: FactCell | None
) -> None:
    fact = cell.facts[0] if cell and len(cell.facts) == 1 else None
    eid = cell.eid or next((f.eid for f in cell.facts), "") if cell else ""
    book.text(sheet, row, column, cell.stated if cell and cell.stated else "未规定")
    # A range, or several figures, is told in words: half of it would be a figure nobody wrote.
    if fact and isinstance(fact.value, int | float) and fact.upper is None:
        sheet.write_number(row, column + 1, fact.value, book.formats["number"])
        book.text(sheet, row, column + 2, fact.unit)
    else:
        value = str(fact.value) if fact and fact.value is not None and fact.upper is None else ""
        book.text(sheet, row, column + 1, value)
        book.text(sheet, row, column + 2, fact.unit if fact else "")
    book.place(sheet, row, column + 3, book.seen.place(policy, eid))


def _concordance(book: _Book) -> None:
    seen = book.seen
    heads, widths = ["序号", "主题", "章", "关系"], [6.0, 18.0, 14.0, 12.0]
    for policy in seen.ids:
        heads += [f"{seen.names[policy]}：条号", f"{seen.names[policy]}：条文"]
        widths += [14, 52]
    heads += ["差异说明", "依据"]
    widths += [40, 24]
    sheet = book.sheet("条文对照", heads, widths)
    for number, row in enumerate(seen.rows, 1):
        _row(book, sheet, number, row)
    _finish(sheet, len(seen.rows), len(heads), 2)


def _row(book: _Book, sheet: Any, number: int, row: RowView) -> None:
    sheet.write_number(number, 0, row.number, book.formats["number"])
    book.text(sheet, number, 1, row.title)
    book.text(sheet, number, 2, row.chapter)
    book.text(sheet, number, 3, row.relation)
    column = 4
    for cell in row.cells:
        if len(cell.places) == 1:
            book.place(sheet, number, column, cell.places[0])
        else:
            book.text(sheet, number, column, "、".join(p.label for p in cell.places) or ABSENT)
        _words(book, sheet, number, column + 1, cell)
        column += 2
    book.text(sheet, number, column, "\n".join(row.explanation))
    book.text(sheet, number, column + 1, "\n".join(row.basis))


def _words(book: _Book, sheet: Any, row: int, column: int, cell: Cell) -> None:
    """The words with their differences; rich text where two pieces or more can be told apart."""
    pieces = [piece for piece in cell.pieces if piece.text]
    plain = "".join(piece.text for piece in pieces)
    if not any(piece.mark for piece in pieces) or len(plain) > LIMIT:
        book.text(sheet, row, column, "".join(piece.text for piece in cell.own))
        return
    if len(pieces) == 1:
        named = f"〔{MARKS[pieces[0].mark]}〕"
        book.text(sheet, row, column, named + plain)
        return
    fragments: list[Any] = []
    for piece in pieces:
        fragments += [book.formats[piece.mark or "equal"], piece.text]
    sheet.write_rich_string(row, column, *fragments, book.formats["cell"])


def _notes(book: _Book) -> None:
    """What was compared, how to read the sheets, and what was said beside."""
    seen = book.seen
    sheet = book.sheet("说明", ("项目", "内容"), (22, 110))
    lines = [
        (
            seen.names[i] + ("（主文本）" if i == seen.lead else ""),
            f"《{seen.titles[i]}》，{seen.sources[i]}，{seen.statuses.get(i, '正式文本')}",
        )
        for i in seen.ids
    ]
    lines += [("摘要", sentence) for sentence, _ in seen.comparison.summary]
    lines += [("条文关系", f"{word}：{count} 行") for word, count in seen.counts.items()]
    for one in seen.comparison.alignments:
        lines += [("视为相当的名称", f"{left} ↔ {right}") for left, right in one.substitutions]
    lines += [("标记", "绿色下划线为主文本没有的文字；红色删除线为主文本有、该文本没有的文字；")]
    lines += [("标记", "紫色双下划线为移入的文字，紫色删除线为移出的文字。")]
    lines += [("说明", note) for note in seen.comparison.notes]
    for number, (name, words) in enumerate(lines, 1):
        book.text(sheet, number, 0, name)
        book.text(sheet, number, 1, words)
    _finish(sheet, len(lines), 2, 0)


def _finish(sheet: Any, rows: int, columns: int, fixed: int) -> None:
    """Freeze the head and the first columns, and let every column be filtered."""
    sheet.freeze_panes(1, fixed)
    sheet.autofilter(0, 0, max(rows, 1), columns - 1)


REPORT = Report(".xlsx", comparison=_render, linked=_render)
