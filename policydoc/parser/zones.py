"""Acts, annexes, and within each: front, body, conclusions. Zones decide more than numerals do."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from policydoc.parser.front_matter import (
    ISSUING,
    Front,
    is_date,
    is_note,
    is_sentence,
    is_title_line,
    sort_front,
)
from policydoc.parser.labels import BLANK, HEADINGS
from policydoc.parser.layout import Layout, is_ended
from policydoc.parser.rows import Row

ANNEX = re.compile(
    rf"[【\[]?(附(?=[：:])|附[{BLANK}]*(?:件|表|录|图)[{BLANK}]*(?:[0-9０-９]{{1,3}}(?:[-－.][0-9]{{1,2}})?|[一二三四五六七八九十]{{1,3}}|[A-Za-zＡ-Ｚ](?![A-Za-z]))?[】\]]?)"
    rf"([{BLANK}]*[：:、.．]?)[{BLANK}]*"
)
ANNEX_LIST = re.compile(rf"附[{BLANK}]*(?:件|表|录|图|：|:|[{BLANK}][{BLANK}]*[：:])")
LIST_HEAD = re.compile(rf"附[{BLANK}]*[件表][{BLANK}]*[：:][{BLANK}]*$")
LISTED_ANNEX = re.compile(
    rf"(?:附件[{BLANK}]*)?(?:[0-9０-９]{{1,2}}|[一二三四五六七八九十]{{1,2}})[.．、：:]?[{BLANK}]*\S"
)
DISTRIBUTION = re.compile(
    rf"(?:抄[{BLANK}]*[送报]|主[{BLANK}]*送|印[{BLANK}]*发|分[{BLANK}]*送|送|报|发|公开方式|信息公开选项)[{BLANK}]*[：:]"
    rf"|[（(]此件|[（(]?联[{BLANK}]*系[{BLANK}]*(?:人|电话|方式)|.{{2,40}}办公[厅室][{BLANK}]+.{{4,20}}日印发$|.{{0,40}}[0-9]日印发$"
)
ANNEX_TITLE_END = re.compile(
    rf"(?:办法|细则|规定|条例|规则|标准|方案|规范|制度|表|书|清单|名单|函|样式|格式|模板|名录|条文)(?:[{BLANK}]*[（(〔【][^（）()]{{1,20}}[）)〕】])*$"
)
FIRST_HEADING = re.compile(rf"(?:[总通][{BLANK}]*则|总[{BLANK}]*纲|一般规定)$")
LONGEST_SIGNATURE = 40
LONGEST_ANNEX_TITLE = 64
LONGEST_END = 60
TITLE_LINES = 5


@dataclass
class Act:
    """One act: its rows, and where body and conclusions begin; `label` is the annex label's row."""

    rows: list[Row]
    label: Row | None = None
    label_end: int = 0
    label_stop: int = 0
    front: Front = field(default_factory=Front)
    body: list[Row] = field(default_factory=list)
    end: list[Row] = field(default_factory=list)


def divide(rows: list[Row], layout: Layout) -> list[Act]:
    """The main act and its annexes, in reading order."""
    cuts = _cuts(rows)
    acts = []
    for start, end in zip([0, *cuts], [*cuts, len(rows)], strict=True):
        acts.append(_act(rows[start:end], layout, is_annex=start > 0))
    acts = [act for act in acts if act.rows or act.label]
    return _carry(acts)


def _act(rows: list[Row], layout: Layout, *, is_annex: bool) -> Act:
    match = ANNEX.match(rows[0].text) if is_annex and rows[0].table is None else None
    if match:
        row = rows[0]
        act = Act(rows, row, len(match[0][: match.end(1)].rstrip()), match.end())
        rest = match.end()
        rows = rows[1:]
        if rest < len(row.text):
            title = Row(row.text[rest:], row.block, row.start + rest, row.indent, "title", False)
            rows = [title, *rows]
            act.rows = rows
    else:
        act = Act(rows)
    start = _body_start(rows)
    stop = _end_start(rows, start)
    if is_annex:
        act.front = _annex_front(rows[:start])
    else:
        provides = start < len(rows) and not rows[start].chosen
        act.front = sort_front(rows[:start], layout, provides=provides)
    act.body, act.end = rows[start:stop], rows[stop:]
    return act


def _carry(acts: list[Act]) -> list[Act]:
    """A covering notice without levels of its own becomes the front of the text it carries."""
    if len(acts) < 2:
        return acts
    notice, carried = acts[0], acts[1]
    words = [row for row in notice.rows if row.table is None]
    if any(_is_body_row(row) for row in words) or len(words) > LONGEST_END:
        return acts
    if not any(ISSUING.search(row.text) for row in words) or not _provides(carried):
        return acts
    carried.front.notice = [*notice.rows, *carried.front.notice]
    return [carried, *acts[2:]]


def _provides(act: Act) -> bool:
    return any(row.chosen for row in act.body) or len(act.body) >= 3


def _is_body_row(row: Row) -> bool:
    return row.chosen or (
        row.label is not None and row.label.unit == "一、" and not row.label.cited
    )


def _body_start(rows: Sequence[Row]) -> int:
    """The first chosen row, with the 一、 level that may stand above it; else the first level."""
    for place, row in enumerate(rows):
        if row.chosen:
            return _with_level(rows, place)
    for place, row in enumerate(rows):
        if _begins_levels(row) and not _is_listed_annex(rows, place):
            return place
    return _plain_start(rows)


def _is_listed_annex(rows: Sequence[Row], place: int) -> bool:
    """1.某名单 below 附件： is an entry of the list of annexes and no level."""
    if rows[place].table is not None or not LISTED_ANNEX.match(rows[place].text):
        return False
    while place and LISTED_ANNEX.match(rows[place].text):
        place -= 1
    return LIST_HEAD.match(rows[place].text) is not None


def _with_level(rows: Sequence[Row], place: int) -> int:
    before = rows[place - 1] if place else None
    if before is None or before.table is not None:
        return place
    if (before.label is not None and before.label.unit == "一、") or FIRST_HEADING.match(
        before.text
    ):
        return place - 1
    return place


def _begins_levels(row: Row) -> bool:
    label = row.label
    return (
        label is not None
        and label.unit not in HEADINGS
        and label.unit != "条"
        and label.number == 1
        and not label.cited
    )


def _plain_start(rows: Sequence[Row]) -> int:
    """A text without any label: the body begins behind title and notes."""
    place = 0
    while place < len(rows) and place < 8 and (is_title_line(rows[place]) or is_note(rows[place])):
        place += 1
    return place


def _cuts(rows: list[Row]) -> list[int]:
    """Places where an annex begins, in order."""
    runs = _runs(rows)
    starts = [first for first, _ in runs]
    cuts = [
        place
        for place, row in enumerate(rows)
        if row.text and row.text[0] in "附【[" and place and not _is_within(place, runs, starts)
        and _is_annex_label(rows, place)
    ]  # fmt: skip
    for (_, last), (first, _) in itertools.pairwise(runs):
        if bisect_right(cuts, last) == bisect_right(cuts, first):
            start = _title_before(rows, last, first)
            if start > last:
                insort(cuts, start)
    if runs and (start := _carried_start(rows, runs[0][0])) > 0:
        cuts.append(start)
    return sorted(set(cuts))


def _is_within(place: int, runs: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Does a row stand between the first and the last article of one act?"""
    at = bisect_left(starts, place) - 1
    return at >= 0 and place <= runs[at][1]


def _runs(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """First and last article of each act."""
    found: list[tuple[int, int, int]] = []
    for place, row in enumerate(rows):
        if row.chosen and row.label is not None and row.label.unit == "条":
            if found and found[-1][0] == row.run:
                found[-1] = (row.run, found[-1][1], place)
            else:
                found.append((row.run, place, place))
    return [(first, last) for _, first, last in found]


def _is_annex_label(rows: Sequence[Row], place: int) -> bool:
    """附件1 on a line of its own, or with its title, and its text below."""
    text = rows[place].text
    match = ANNEX.match(text)
    if match is None:
        return False
    rest = text[match.end() :]
    following = rows[place + 1] if place + 1 < len(rows) else None
    if not rest:
        if match[2].strip():
            return following is not None and not LISTED_ANNEX.match(following.text)
        return following is not None
    if rows[place].style.startswith("heading"):
        return True
    parted = (
        bool(match[2])
        or text[match.end(1) : match.end()].strip() != ""
        or match.end() > match.end(1)
    )
    if (
        is_sentence(rows[place])
        or len(rest) > LONGEST_ANNEX_TITLE
        or re.match(r"[0-9０-９]+[.．、]", rest)
    ):
        return False
    if not parted and not re.search(r"[0-9０-９一二三四五六七八九十A-Z]$", match[1]):
        return False
    return following is not None and not _ends_list(rows, place + 1)


def _ends_list(rows: Sequence[Row], place: int) -> bool:
    """Is a line 附件：… part of a list of annexes: what follows is its next entry or a signature?"""
    row = rows[place]
    if row.table is not None:
        return False
    if ANNEX_LIST.match(row.text) or is_date(row) or DISTRIBUTION.match(row.text):
        return True
    if re.match(r"[2２二][.．、]", row.text):
        return True
    return is_signature(rows, place)


def is_signature(rows: Sequence[Row], place: int) -> bool:
    """A short line with a date at most three lines below, short lines between."""
    for row in rows[place : place + 4]:
        if row.table is not None:
            return False
        if is_date(row):
            return True
        if len(row.text) > LONGEST_SIGNATURE or is_ended(row.text) or row.chosen:
            return False
    return False


def _title_before(rows: Sequence[Row], last: int, first: int) -> int:
    """Where the title begins that stands before the article at `first`; -1 without a title."""
    place = first - 1
    while place > last and (rows[place].is_headline() or _is_level(rows[place])):
        place -= 1
    while place > last and rows[place].table is None and is_note(rows[place]):
        place -= 1
    start = place + 1
    while place > last and start - place <= TITLE_LINES and _is_bare_title(rows[place]):
        place -= 1
    return place + 1 if place + 1 < start else -1


def _is_level(row: Row) -> bool:
    return row.label is not None and row.label.unit == "一、"


def _is_bare_title(row: Row) -> bool:
    return row.label is None and is_title_line(row) and not is_date(row)


def _carried_start(rows: Sequence[Row], first: int) -> int:
    """A notice with levels of its own before the text it carries: where that text begins."""
    levels = [
        place for place, row in enumerate(rows[:first])
        if _is_level(row) and not row.label.cited and not rows[place + 1].chosen  # type: ignore[union-attr]
    ]  # fmt: skip
    if len(levels) < 2:
        return -1
    return _title_before(rows, levels[-1], first)


def _annex_front(rows: Sequence[Row]) -> Front:
    """Title lines of an annex, then what leads in."""
    front = Front()
    for row in rows:
        if not front.preamble and len(front.title) < TITLE_LINES and _titles(row, front):
            front.title.append(row)
        elif not front.preamble and row.table is None and is_note(row):
            front.notes.append(row)
        else:
            front.preamble.append(row)
    return front


def _titles(row: Row, front: Front) -> bool:
    if row.style == "title":
        return True
    if not is_title_line(row) or front.notes:
        return False
    # The pieces of one line, parted by blanks, are a list and no title over several lines.
    if front.title and front.title[-1].last_block == row.block:
        return False
    return not front.title or not ANNEX_TITLE_END.search(front.words) or row.text[0] in "（(〔"


def _end_start(rows: Sequence[Row], body: int) -> int:
    """Where 附件说明, 落款, 日期, 抄送 begin; len(rows) where there are none."""
    low = max(body + 1, len(rows) - LONGEST_END)
    for place in range(len(rows) - 1, -1, -1):
        if rows[place].chosen:
            low = max(low, place + 1)
            break
    start = len(rows)
    for place in range(len(rows) - 1, low - 1, -1):
        if not _may_end(rows[place]) and not _is_listed_annex(rows, place):
            break
        start = place
    while start < len(rows) and not _begins_end(rows, start):
        start += 1
    return start


def _may_end(row: Row) -> bool:
    if row.table is not None or row.chosen or row.style.startswith("heading"):
        return False
    if DISTRIBUTION.match(row.text) or ANNEX_LIST.match(row.text) or is_date(row):
        return True
    if row.label is not None and row.label.unit not in ("1.", "一、", "1)"):
        return False
    return len(row.text) <= LONGEST_SIGNATURE and not (
        is_ended(row.text) and row.text[-1] in "。；！？"
    )


def _begins_end(rows: Sequence[Row], place: int) -> bool:
    row = rows[place]
    if DISTRIBUTION.match(row.text) or ANNEX_LIST.match(row.text) or is_date(row):
        return True
    return row.label is None and is_signature(rows, place)
