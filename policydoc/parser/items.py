"""项 within a line: …： （一）…；（二）… is cut where the numbers make a list."""

from __future__ import annotations

import itertools

from policydoc.parser.labels import BRACKET, LISTED, number_of, read_label
from policydoc.parser.rows import Row

NUMERALS = ("", *"一二三四五六七八九十")
OPENS = frozenset("：:。；;")
GOES_ON = frozenset("；;。，,、：:")


def split_items(rows: list[Row]) -> list[Row]:
    """The rows, with those cut that hold several 项."""
    new: list[Row] = []
    last = 0  # number of the last 项 seen; 0 outside a list
    for row in rows:
        label = row.label
        if label is not None:
            if row.chosen:
                last = 0
            elif label.unit == "（一）" and not label.cited:
                last = label.number
        text = row.text
        if not last and text.find("一）", 3) < 0 and text.find("一)", 3) < 0:
            new.append(row)
            continue
        if row.table is not None or not _may_hold(text, last):
            new.append(row)
            continue
        cuts = _cuts(row, last)
        if cuts:
            last = _append(new, row, cuts)
        else:
            new.append(row)
    return new


def _may_hold(text: str, last: int) -> bool:
    if text.find("一）", 3) > 0 or text.find("一)", 3) > 0:
        return True
    if not last:
        return False
    sign = NUMERALS[(last + 1) % 10 or 10] if last < 99 else "一"
    return text.find(sign + "）", 3) > 0 or text.find(sign + ")", 3) > 0


def _cuts(row: Row, last: int) -> list[int]:
    """Offsets of the 项 in the row that make a list, in order."""
    text = row.text
    cuts: list[int] = []
    number, opened = last, -1
    for match in BRACKET.finditer(text, 2):
        if match[1][0] in "0123456789０１２３４５６７８９" or LISTED.match(text, match.end()):
            continue
        value, before = number_of(match[1]), _before(text, match.start())
        if (
            value == number + 1
            and number
            and (before in GOES_ON or _is_parted(text, match.start()))
        ):
            cuts.append(match.start())
            number = value
        elif value == 1 and before in OPENS:
            if opened >= 0 and number == 1:
                cuts.remove(opened)
            cuts.append(match.start())
            opened, number = match.start(), 1
    if opened >= 0 and number == 1 and opened in cuts and not _is_alone_fine(text, opened):
        cuts.remove(opened)
    return cuts


def _is_alone_fine(text: str, start: int) -> bool:
    """A single （一） at the end of a line opens a list that goes on in the next lines."""
    return text[start - 1].isspace() or text[start - 1] in "：:"


def _is_parted(text: str, start: int) -> bool:
    """White space before the label, or the last clause of a list: ；或者（三）."""
    return text[start - 1].isspace() or "；" in text[max(start - 4, 0) : start]


def _before(text: str, start: int) -> str:
    place = start - 1
    while place > 0 and text[place].isspace():
        place -= 1
    return text[place]


def _append(rows: list[Row], row: Row, cuts: list[int]) -> int:
    """Append the pieces of a row; the number of the last 项."""
    bounds = [0, *cuts, len(row.text)]
    last = 0
    for start, end in itertools.pairwise(bounds):
        raw = row.text[start:end]
        text = raw.rstrip()
        piece = Row(text, row.block, row.start + start, row.indent, row.style, row.apart)
        if start:
            piece.style = ""
            piece.label = read_label(text)
            last = piece.label.number if piece.label else last
        else:
            piece.label, piece.chosen, piece.run = row.label, row.chosen, row.run
            piece.lead = row.lead
        rows.append(piece)
    return last
