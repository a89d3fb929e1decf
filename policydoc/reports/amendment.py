"""The amendment table in Word: 序号, 现行条文, 修订后条文, 修订说明."""

from __future__ import annotations

from policydoc.model import Comparison
from policydoc.plugins import Report
from policydoc.reports import _word as word
from policydoc.reports._amendments import HEADS, amendments
from policydoc.reports._cells import cell_paragraphs


def _render(comparison: Comparison) -> bytes:
    seen, changes = amendments(comparison)
    title = f"《{seen.titles[seen.lead]}》修订对照表"
    rows = [
        [
            [word.plain(str(change.number), word.CELL)],
            cell_paragraphs(change.before),
            cell_paragraphs(change.after),
            [word.plain(note, word.CELL) for note in change.notes],
        ]
        for change in changes
    ]
    total = word.A4[0] - 2 * word.A4[2]
    body = [
        word.plain(title, word.TITLE),
        word.table("修订对照表", HEADS, rows, word.widths(total, (0.8, 5, 5, 3)), whole_rows=False)
        if rows
        else word.plain("两个版本文字相同。"),
    ]
    return word.document(title, "".join(body), word.A4)


REPORT = Report(".docx", comparison=_render)
