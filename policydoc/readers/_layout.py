"""Lines on pages → paragraphs: columns, running heads and page numbers, indents, short lines.

A PDF knows no paragraphs. A line begins one when it is indented, when the line before it ends
short of the margin, or when a label stands there after a full stop; otherwise it goes on.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from statistics import median

from policydoc.model import Line, Removed

EDGE = 0.12  # of the page height: where heads and numbers stand
PAGE_NUMBER = re.compile(
    r"[-—–－─~·\s]*\d{1,4}[-—–－─~·\s]*|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"
    r"|\d{1,4}\s*/\s*\d{1,4}|[Pp]age\s*\d+(?:\s*of\s*\d+)?"
)
ENDED = re.compile(r"[。；：！？”」）)…]\s*$")
LABEL = re.compile(
    r"\s*(?:第\s*[〇零一二三四五六七八九十百千\d]+\s*[编章节条]|[（(][一二三四五六七八九十\d]+[）)]"
    r"|[一二三四五六七八九十]+、|\d+[.．、]|附[件表录])"
)
LATIN = re.compile(r"[0-9A-Za-z,.;:)]\Z")


@dataclass(frozen=True, slots=True)
class Printed:
    """One line as it stands on a page; measures in points from the left and the bottom."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    height: float  # of the page
    width: float
    column: int = 0


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float
    em: float
    pitch: float
    is_indented: bool  # do paragraphs begin with an indent here?


def paragraphs(lines: list[Printed]) -> tuple[list[Line], list[Removed]]:
    """The paragraphs in reading order, and what stood around them on every page."""
    lines, removed = _without_heads(lines)
    pages: dict[int, list[Printed]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    ordered = [line for page in pages.values() for line in _in_columns(_in_order(page))]
    return _joined(ordered), removed


def _without_heads(lines: list[Printed]) -> tuple[list[Printed], list[Removed]]:
    """Take out page numbers, and what is printed at the same height of many pages."""
    pages = {line.page for line in lines}
    at_edge = [line for line in lines if _is_at_edge(line)]
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for line in at_edge:
        for height in (round(line.bottom / 6), round(line.bottom / 6) + 1):
            seen[_pattern(line), height].add(line.page)
    need = max(2, min(3, len(pages)), len(pages) * 0.3)
    edge = set(map(id, at_edge))
    kept, removed = [], []
    for line in lines:
        if id(line) not in edge:
            kept.append(line)
        elif PAGE_NUMBER.fullmatch(line.text.strip()):
            removed.append(Removed("page-number", line.text))
        elif _repeats(line, seen) >= need and not LABEL.match(line.text):
            removed.append(Removed("running-head", line.text))
        else:
            kept.append(line)
    return kept, removed


def _is_at_edge(line: Printed) -> bool:
    return line.top > line.height * (1 - EDGE) or line.bottom < line.height * EDGE


def _pattern(line: Printed) -> str:
    return re.sub(r"\d+", "#", "".join(line.text.split()))


def _repeats(line: Printed, seen: dict[tuple[str, int], set[int]]) -> int:
    height = round(line.bottom / 6)
    return max(len(seen[_pattern(line), height]), len(seen[_pattern(line), height + 1]))


def _in_order(page: list[Printed]) -> list[Printed]:
    """A page whose lines come in no order at all is read from top to bottom."""
    upward = sum(1 for one, two in itertools.pairwise(page) if two.bottom > one.top + 2)
    if upward * 8 <= len(page) or upward < 3:
        return page
    return sorted(page, key=lambda line: (-round(line.bottom / 4), line.left))


def _in_columns(page: list[Printed]) -> list[Printed]:
    """Number the columns of a page: 1 and 2 where no line crosses its middle, else all 0."""
    middle = page[0].width / 2
    first = [line for line in page if line.right < middle + 4]
    second = [line for line in page if line.left > middle - 4]
    crossing = len(page) - len(first) - len(second)
    if min(len(first), len(second)) < 4 or crossing * 4 > len(page):
        return page
    columns = {id(line): 1 for line in first} | {id(line): 2 for line in second}
    return [_in_column(line, columns.get(id(line), 0)) for line in page]


def _in_column(line: Printed, column: int) -> Printed:
    return Printed(
        line.text, line.page, line.left, line.right, line.bottom, line.top, line.height,
        line.width, column,
    )  # fmt: skip


def _joined(lines: list[Printed]) -> list[Line]:
    margins = _margins(lines)
    texts: list[list[str]] = []
    before: Printed | None = None
    for line in lines:
        if before is None or _begins(line, before, margins):
            texts.append([line.text])
        elif _stands_beside(line, before):
            texts[-1] += ["  ", line.text]
        else:
            gap = " " if LATIN.search(before.text) and line.text[:1].isascii() else ""
            texts[-1] += [gap, line.text]
        before = line
    return [Line("".join(pieces).strip()) for pieces in texts]


def _margins(lines: list[Printed]) -> dict[tuple[int, int], _Margins]:
    """The margins of each column of each page; a page of few lines takes those of the whole."""
    groups: dict[tuple[int, int], list[Printed]] = defaultdict(list)
    for line in lines:
        groups[-1, line.column].append(line)
        groups[line.page, line.column].append(line)
    wide = {key: _measured(group) for key, group in groups.items() if key[0] == -1}
    return {
        key: _measured(group) if len(group) >= 8 else wide[-1, key[1]]
        for key, group in groups.items()
    }


def _measured(lines: list[Printed]) -> _Margins:
    right = sorted(line.right for line in lines)[int(len(lines) * 0.9)]
    longest = max(line.right - line.left for line in lines)
    # Mirrored writing has no width: then every line is as long as any.
    long = [line for line in lines if line.right - line.left > 0.75 * longest] or lines
    lefts = Counter(round(line.left / 3) for line in long)
    often = [left for left, count in lefts.items() if count * 6 >= len(long)]
    left = 3.0 * min(often or lefts)
    em = median(line.top - line.bottom for line in lines)
    steps = [
        one.bottom - two.bottom for one, two in itertools.pairwise(lines)
        if 0 < one.bottom - two.bottom < 4 * em
    ]  # fmt: skip
    indented = sum(1 for line in lines if 1.2 * em < line.left - left < 4 * em)
    is_indented = indented >= 3 and indented * 12 >= len(lines)
    return _Margins(left, right, em, median(steps) if steps else 2 * em, is_indented)


def _begins(line: Printed, before: Printed, margins: dict[tuple[int, int], _Margins]) -> bool:
    """Does `line` begin a paragraph?"""
    if _stands_beside(line, before):
        return False
    now, then = margins[line.page, line.column], margins[before.page, before.column]
    short = then.right - before.right
    is_ended = ENDED.search(before.text) is not None
    # A line that is not justified ends up to a character short, and the ink of 。 a half more.
    goes_on = now.is_indented and line.left - now.left < 0.5 * now.em
    if short > (0.9 if is_ended and not goes_on else 1.8 if is_ended else 2.2) * then.em:
        return True
    if is_ended and LABEL.match(line.text):
        return True
    if line.left - now.left > 0.8 * now.em:
        is_block = abs(line.left - before.left) < 0.5 * now.em and not is_ended
        return not is_block
    same = line.page == before.page and line.column == before.column
    return same and before.bottom - line.bottom > 1.9 * now.pitch


def _stands_beside(line: Printed, before: Printed) -> bool:
    """Is it a further piece of the same printed line, as cells of a table are?"""
    if line.page != before.page or line.column != before.column:
        return False
    return abs(line.bottom - before.bottom) < 3 and line.left >= before.right
