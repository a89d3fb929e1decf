"""Which rows are headings of parts, chapters and sections, and not citations at a line's head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.parser.labels import read_label
from policydoc.parser.layout import Layout, hangs
from policydoc.parser.rows import Row

LONGEST = 80
SENTENCE = re.compile("[。；！？]")


def split_headlines(rows: Sequence[Row]) -> list[Row]:
    """The rows, with 第三章 采购第一节 订立 cut where a page ran two headings together."""
    parted: list[Row] = []
    for row in rows:
        cut = _first_section(row)
        if cut <= 0:
            parted.append(row)
            continue
        for start, end in ((0, cut), (cut, len(row.text))):
            text = row.text[start:end].rstrip()
            piece = Row(text, row.block, row.start + start, row.indent, row.style, row.apart)
            piece.label = read_label(text)
            parted.append(piece)
    return parted


def _first_section(row: Row) -> int:
    """Where 第一节 begins in the line of a chapter, or 0."""
    label = row.label
    if label is None or label.unit != "章" or SENTENCE.search(row.text) or len(row.text) > LONGEST:
        return 0
    return max(row.text.find("第一节", label.body + 2), 0)


def choose_headlines(rows: Sequence[Row], layout: Layout) -> None:
    """Mark the rows that are headings."""
    found = [(place, row) for place, row in enumerate(rows) if row.is_headline()]
    if not found:
        return
    expected: dict[str, int] = {}
    for place, row in found:
        label = row.label
        if label is None:
            continue
        follows = label.number in (1, expected.get(label.unit, 1))
        if _looks_like_one(row, follows, place > 0 and hangs(rows[place - 1], layout)):
            row.chosen = True
            expected[label.unit] = label.number + 1


def _looks_like_one(row: Row, follows: bool, hanging: bool) -> bool:
    label = row.label
    if label is None:
        return False
    words = row.text[label.body :]
    if row.style.startswith("heading"):
        return True
    if len(words) > LONGEST or SENTENCE.search(words) or words.endswith(("，", "、", "：", ",")):
        return False
    if label.cited or (hanging and not (follows and label.parted)):
        return False
    return follows or label.parted or len(words) <= 20
