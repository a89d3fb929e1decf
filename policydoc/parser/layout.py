"""How the lines of a source are laid out: wrapped at a width or one paragraph a line, indented or not."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from policydoc.parser.rows import Row, columns

SHORTEST_WRAP = 36  # columns
LONGEST_WRAP = 120
RAGGED = 0.7  # share of the width that a broken line has at least, where lines are ragged
STOPS = frozenset("。；：！？.;:!?…")
CLOSERS = frozenset('”）》】」』’)"')
HANGING = frozenset("第款条、和或及至，,与")
KEYED = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff\s]{1,9}[：:]")  # 邮编：…, a line of contacts


@dataclass(frozen=True, slots=True)
class Layout:
    """`width`: columns of a full line where lines are wrapped, else 0; `indent`: of a new paragraph."""

    width: int = 0
    indent: int = 0


def find_layout(rows: Sequence[Row]) -> Layout:
    """Wrapped, where most lines are short and many end at one and the same width."""
    if len(rows) < 8 or sum(len(row.text) > LONGEST_WRAP for row in rows) > len(rows) * 0.05:
        return Layout()
    for row in rows:
        row.width = row.indent + columns(row.text)
    counts = Counter(row.width for row in rows if row.width <= 2 * LONGEST_WRAP)
    width = _full_width(counts, len(rows))
    if not width:
        return Layout()
    return Layout(width, _paragraph_indent(rows, width))


def _full_width(counts: Counter[int], lines: int) -> int:
    """The widest width near which at least a fifth of the lines end, none being much wider."""
    for width in sorted(counts, reverse=True):
        near = sum(counts[width - back] for back in range(4))
        if near >= max(4, lines * 0.2):
            wider = sum(count for other, count in counts.items() if other > width + 4)
            is_wrap = SHORTEST_WRAP <= width <= LONGEST_WRAP and wider <= lines * 0.03
            return width if is_wrap else 0
    return 0


def _paragraph_indent(rows: Sequence[Row], width: int) -> int:
    """Columns before the first line of a paragraph, where paragraphs can be told by them."""
    after_short = Counter(
        row.indent
        for last, row in itertools.pairwise(rows)
        if not is_full(last, width) and row.label is not None
    )
    if not after_short:
        return 0
    indent, count = after_short.most_common(1)[0]
    return indent if indent and count >= 0.6 * sum(after_short.values()) else 0


def is_full(row: Row, width: int) -> bool:
    """Does the line reach the width at which the source wraps?"""
    return width > 0 and row.width >= width - 3


def is_ended(text: str) -> bool:
    """Does a line end where a sentence or a clause ends?"""
    last = text[-1:]
    return last in STOPS or (last in CLOSERS and text[-2:-1] in STOPS)


def runs_on(last: Row, row: Row, layout: Layout) -> bool:
    """Does the text of `last` continue in `row`, which bears no chosen label?"""
    if last.table is not None or row.table is not None or row.style or last.style:
        return False
    if last.block == row.block:  # cut apart: a label stands here, even if it was not chosen
        return False
    if row.over and not is_ended(last.text):
        return not (layout.indent and row.indent >= layout.indent)
    if layout.width:
        if layout.indent and row.indent >= layout.indent:
            return False
        if is_full(last, layout.width):
            return not is_ended(last.text) or not row.apart
        is_long = last.width >= RAGGED * layout.width
        return is_long and not is_ended(last.text) and not row.apart
    return _breaks_off(last) and not row.apart and not KEYED.match(row.text)


def _breaks_off(row: Row) -> bool:
    """Does a line of an unwrapped text end in the middle of a sentence?"""
    text = row.text
    if text[-1] in "，、":
        return True
    return len(text) >= 20 and not is_ended(text) and text[-1] not in CLOSERS


def hangs(last: Row, layout: Layout) -> bool:
    """Does the line before end so that what follows cannot be a label?"""
    text = last.text
    if last.table is not None or last.style.startswith(("heading", "title")) or last.is_headline():
        return False
    if layout.width:
        return is_full(last, layout.width) and not is_ended(text) and text[-1] not in CLOSERS
    return text[-1] in HANGING and len(text) > 4
