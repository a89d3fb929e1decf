"""Tables drawn with | in plain text: rows of lines become one row that holds a table."""

from __future__ import annotations

import re

from policydoc.model import Kind, Provision, Removed, Span, Table
from policydoc.model.source import table_text
from policydoc.parser.rows import Page, Row

RULE = re.compile(r"[|\s:+-]+$")


def read_tables(page: Page) -> None:
    """Join the lines of each drawn table; the bars themselves are taken out."""
    rows = page.rows
    if not any(row.text.startswith("|") for row in rows):
        return
    new: list[Row] = []
    group: list[Row] = []
    for row in rows:
        if row.text.startswith("|") and row.text.count("|") >= 2:
            group.append(row)
            continue
        _close(page, new, group)
        group = []
        new.append(row)
    _close(page, new, group)
    page.rows = new


def _close(page: Page, rows: list[Row], group: list[Row]) -> None:
    if len(group) < 2:
        rows += group
        return
    lines = []
    for row in group:
        if RULE.match(row.text):
            page.take_out(row, "markup")
            continue
        page.removed.append(Removed("markup", "|" * row.text.count("|")))
        lines.append(tuple(cell.strip() for cell in row.text.strip("|").split("|")))
    width = max(map(len, lines), default=0)
    first = group[0]
    table = Row("", first.block, first.start, first.indent, "", first.apart)
    table.table = Table(tuple((*line, *[""] * (width - len(line))) for line in lines))
    table.end, table.last_block = group[-1].end, group[-1].block
    rows.append(table)


def table_provision(row: Row, eid: str) -> Provision:
    """A table as a provision."""
    table = row.table or Table(())
    if row.last_block != row.block:
        span = Span(row.block, row.start, row.end, row.last_block)
    else:
        span = Span(row.block, row.start, max(row.end, row.start + len(table_text(table))))
    return Provision(Kind.TABLE, eid, span=span, rows=table.rows)
