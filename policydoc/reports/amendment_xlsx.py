"""The amendment table in Excel: filters, a frozen head, wrapped words."""

from __future__ import annotations

import io

from policydoc.chinese.characters import printable
from policydoc.model import Comparison
from policydoc.plugins import Report
from policydoc.reports._amendments import HEADS, amendments
from policydoc.reports._excel import MADE, OPTIONS
from policydoc.reports._view import Cell
from policydoc.reports._words import ABSENT

WIDTHS = (6, 60, 60, 40)
LIMIT = 32767


def _render(comparison: Comparison) -> bytes:
    import xlsxwriter

    _, changes = amendments(comparison)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, OPTIONS)
    book.set_properties({"title": "修订对照表", "created": MADE})
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#E8EDF3", "valign": "vcenter"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    sheet = book.add_worksheet("修订对照表")
    for column, (name, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    for number, change in enumerate(changes, 1):
        sheet.write_number(number, 0, change.number, wrapped)
        texts = (_words(change.before), _words(change.after), "\n".join(change.notes))
        for column, text in enumerate(texts, 1):
            sheet.write_string(number, column, printable(text)[:LIMIT], wrapped)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(changes), 1), len(HEADS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return buffer.getvalue()


def _words(cell: Cell) -> str:
    """The version's own words: what was taken out of it is not printed again."""
    if not cell.places:
        return ABSENT
    kept = (p.text for p in cell.pieces if p.mark not in ("delete", "move_out"))
    return "、".join(place.label for place in cell.places) + "\n" + "".join(kept)


REPORT = Report(".xlsx", comparison=_render)
