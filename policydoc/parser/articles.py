"""Which rows are articles: candidates at line starts, then within lines where the chain has holes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policydoc.parser.chain import Candidate, Choice, choose
from policydoc.parser.labels import BLANK, HEADINGS, UNIT, Label, read_label, unit_label
from policydoc.parser.layout import CLOSERS, STOPS, Layout, hangs, is_ended
from policydoc.parser.rows import Row

PARTED = 3.0
UNPARTED = 0.5  # 第一条为了 where the document parts its labels from their words
CITED = -4.0
HANGING = -2.5  # the line before does not end its sentence
MISPLACED = -3.0  # not indented where labels are
STRONG = 3.0
INLINE = -1.0
LOOK_BACK = 12
ANNEX_SIGN = re.compile(r"附[\s\u3000]*(?:件|表|录|图|：|:|$)")
TITLE_END = re.compile(
    r"(?:办法|细则|规定|条例|规则|章程|规程|标准|方案|规范|准则|制度|法|意见|决定|公约|协定|守则|须知)"
    rf"(?:[{BLANK}]*[（(〔【][^（）()]{{1,20}}[）)〕】])?$"
)
TAIL_HEADINGS = 160  # characters before an inline article in which its chapter heading may stand


def choose_articles(rows: list[Row], layout: Layout) -> list[Row]:
    """The rows with the chosen articles marked; lines that hold several are split.

    A marked row has `chosen`; the number of its act is in `run`.
    """
    candidates = _line_candidates(rows, layout)
    choices = choose(candidates)
    if _has_holes(rows, choices):
        inline = list(_inline_candidates(rows, choices))
        if inline:
            merged = sorted([*candidates, *inline], key=lambda c: (c.place, c.offset))
            choices = choose(merged)
            rows = _split(rows, choices)
            candidates = _line_candidates(rows, layout)
            return _mark(rows, candidates, {(c.candidate.place) for c in choices}, choices)
    return _mark(rows, candidates, set(), choices)


def _mark(
    rows: list[Row], candidates: Sequence[Candidate], _: set[int], choices: Sequence[Choice]
) -> list[Row]:
    for choice in choices:
        row = rows[choice.candidate.place]
        row.chosen, row.run = True, choice.run
    _take_the_strong(rows, candidates, choices)
    return rows


def _take_the_strong(
    rows: list[Row], candidates: Sequence[Candidate], choices: Sequence[Choice]
) -> None:
    """Labels beyond doubt that stand out of order are articles all the same."""
    if not choices:
        return
    first, run = choices[0].candidate.place, 0
    for candidate in candidates:
        row = rows[candidate.place]
        if row.chosen:
            run = row.run
        elif candidate.place > first and candidate.worth >= STRONG and candidate.label.parted:
            run += candidate.annexed
            row.chosen, row.run = True, run


def _line_candidates(rows: Sequence[Row], layout: Layout) -> list[Candidate]:
    found = [(place, row) for place, row in enumerate(rows) if row.label and row.label.unit == "条"]
    if not found:
        return []
    plain = [row.label for _, row in found if row.label and not row.label.cited]
    unparted = sum(not label.parted for label in plain)
    base = PARTED if unparted * 2 > len(plain) else UNPARTED
    indent = _usual_indent([row for _, row in found]) if layout.indent else 0
    last = -1
    candidates: list[Candidate] = []
    for place, row in found:
        if row.label is None:
            continue
        worth = (PARTED if row.label.parted else base) + (CITED if row.label.cited else 0)
        if place and hangs(rows[place - 1], layout):
            worth += HANGING
        if row.indent < indent:
            worth += MISPLACED
        candidate = Candidate(place, 0, row.label, worth)
        if row.label.number == 1:
            candidate.fresh = _is_fresh(rows, place, last)
        if not candidates or candidates[-1].label.number + 1 != row.label.number:
            candidate.annexed = _is_annexed(rows, place, last)
        candidates.append(candidate)
        last = place
    return candidates


def _usual_indent(rows: Sequence[Row]) -> int:
    indents = sorted(row.indent for row in rows)
    return indents[len(indents) // 2]


def _is_fresh(rows: Sequence[Row], place: int, last: int) -> bool:
    """Does a title, an annex label or a first chapter stand before this row?"""
    for row in reversed(rows[max(last + 1, place - LOOK_BACK) : place]):
        if row.table is not None:
            continue
        if row.label is not None and row.label.unit in HEADINGS and row.label.number == 1:
            return True
        if ANNEX_SIGN.match(row.text) or row.style.startswith(("heading 1", "title")):
            return True
        if len(row.text) <= 50 and TITLE_END.search(row.text):
            return True
    return False


def _is_annexed(rows: Sequence[Row], place: int, last: int) -> bool:
    """Does the label of an annex stand between this row and the candidate before?"""
    between = rows[max(last + 1, place - LOOK_BACK) : place]
    return last >= 0 and any(
        ANNEX_SIGN.match(row.text) and not is_ended(row.text) for row in between
    )


def _has_holes(rows: Sequence[Row], choices: Sequence[Choice]) -> bool:
    """Is a number missing in the chain, or may a line go on with the next article?"""
    expected = 1
    last_run = 0
    for choice in choices:
        number = choice.candidate.label.number
        if choice.run != last_run:
            expected, last_run = number, choice.run
        if number > expected:
            return True
        expected = number + 1
    if not choices:
        return any("条" in row.text and UNIT.search(row.text) for row in rows)
    tail = rows[choices[-1].candidate.place :]
    return any("条" in row.text and _goes_on(row.text, expected) for row in tail)


def _goes_on(text: str, number: int) -> bool:
    return any(
        unit_label(text, match).number == number and match[2] == "条"
        for match in UNIT.finditer(text, 1)
    )


def _inline_candidates(rows: Sequence[Row], choices: Sequence[Choice]) -> Iterator[Candidate]:
    for place, row in enumerate(rows):
        if row.table is not None or "条" not in row.text:
            continue
        text = row.text
        first = True
        for match in UNIT.finditer(text, 1):
            if match[2] != "条":
                continue
            label = unit_label(text, match)
            worth = _inline_worth(row, text, match.start(), label, first)
            fresh = label.number == 1 and first
            first = False
            yield Candidate(place, match.start(), label, worth, fresh)


def _inline_worth(row: Row, text: str, start: int, label: Label, first: bool) -> float:
    worth = INLINE
    before = text[start - 1]
    if before in STOPS or before.isspace() or (before in CLOSERS and text[start - 2] in STOPS):
        worth += 2.0
    elif _heading_cuts(text, 0, start):
        worth += 2.0  # 第七章 监督检查第二十一条: the heading's words end at the article
    elif first and row.is_headline() and not any(c in text[:start] for c in "。，；"):
        worth += 3.0
    else:
        worth -= 1.5
    if label.end == len(text):
        worth -= 2.0  # a citation that the line breaks off
    elif label.parted:
        worth += 1.5
    if label.cited:
        worth += CITED
    return worth


def _split(rows: list[Row], choices: list[Choice]) -> list[Row]:
    """Cut rows at the chosen articles within them, and at the headings right before those."""
    cuts: dict[int, list[Choice]] = {}
    for choice in choices:
        cuts.setdefault(choice.candidate.place, []).append(choice)
    new: list[Row] = []
    for place, row in enumerate(rows):
        here = cuts.get(place)
        if not here:
            new.append(row)
            continue
        start = 0
        for choice in here:
            offset = choice.candidate.offset
            for cut in _heading_cuts(row.text, start, offset):
                _append_piece(new, row, start, cut)
                start = cut
            _append_piece(new, row, start, offset)
            start = offset
            choice.candidate.place = len(new)
        _append_piece(new, row, start, len(row.text))
    return new


HEADING_TAIL = re.compile(
    rf"第[{BLANK}]?[一二三四五六七八九十百零0-9]{{1,5}}[{BLANK}]?(?:分编|[编章节])[{BLANK}]*[^。；，：:;,]{{0,40}}"
)


def _heading_cuts(text: str, start: int, offset: int) -> list[int]:
    """Where the headings stand that come right before the article at `offset`."""
    low = max(start, offset - TAIL_HEADINGS)
    window = text[low:offset]
    stop = max(window.rfind(sign) for sign in "。；！？")
    cuts = []
    for match in HEADING_TAIL.finditer(window, stop + 1):
        for piece in re.finditer(
            rf"第[{BLANK}]?[一二三四五六七八九十百零0-9]{{1,5}}[{BLANK}]?(?:分编|[编章节])",
            match[0],
        ):
            cuts.append(low + match.start() + piece.start())
    return [cut for cut in cuts if cut > start]


def _append_piece(rows: list[Row], row: Row, start: int, end: int) -> None:
    """Append text[start:end] as a row of its own; white space at its ends is dropped."""
    raw = row.text[start:end]
    text = raw.strip()
    if not text:
        return
    if start == 0 and end == len(row.text):
        rows.append(row)
        return
    offset = start + len(raw) - len(raw.lstrip())
    piece = Row(text, row.block, row.start + offset, row.indent, row.style, row.apart)
    piece.label = read_label(text)
    rows.append(piece)
