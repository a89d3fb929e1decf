"""Labels within a quotation of several lines (修改为：“第十三条 …”) are words, not labels."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.parser.rows import Row

LABELS = "第（(一二三四五六七八九十"


def drop_quoted_labels(rows: Sequence[Row]) -> None:
    """Take the label from every row within a quotation that opens before a label.

    A quotation that is never closed, or that opens anew before it closes, is a slip of the pen:
    its rows keep their labels.
    """
    pending: list[Row] = []
    is_open = False
    for row in rows:
        text = row.text
        if is_open:
            pending.append(row)
        start, close = text.rfind("“"), text.rfind("”")
        if start < 0 and close < 0:
            continue
        if is_open and close >= 0 and _closes(text):
            for quoted in pending:
                quoted.label = None
        if not (is_open and start == 0 and close < 0):
            pending = []
            is_open = start > close and start + 1 < len(text) and text[start + 1] in LABELS


def _closes(text: str) -> bool:
    """Is the first quotation mark a closing one, or the line a further paragraph of the quotation?"""
    opening = text.find("“")
    return opening <= 0 or text.find("”") < opening
