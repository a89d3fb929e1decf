"""Choose the articles: the best chain of candidate labels over the whole document.

A label is worth more the more it looks like one (parted from its words, after a full stop) and
the better its number continues the chain; a cited 第三条 at the head of a line is worth less than
nothing. The best path is found in one pass, so the cost grows with the number of candidates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policydoc.parser.labels import Label

FOLLOWS = 1.0  # 第六条 after 第五条, 第六条之一 after 第六条
GAP = -1.5
LEAP = -3.5  # a gap of more than NEAR numbers
REPEATED = -2.0
BACK = -3.0
RESTART = -1.0  # 第一条 after a title, an annex label or 第一章
BARE_RESTART = -3.0
LATE_START = -2.0  # a chain that does not begin with 第一条
NEAR = 20


@dataclass(slots=True)
class Candidate:
    """A possible article label: where it stands, its number, what it looks like it is worth.

    `fresh` says that a title, an annex label or a first chapter stands before it, `annexed` that
    an annex label stands between it and the candidate before.
    """

    place: int
    offset: int
    label: Label
    worth: float
    fresh: bool = False
    annexed: bool = False

    @property
    def key(self) -> tuple[int, int]:
        """Number and 之N, as sorted in a text."""
        return self.label.number, self.label.sub


@dataclass(slots=True)
class Choice:
    """An accepted candidate and the run (act) it belongs to."""

    candidate: Candidate
    run: int


def choose(candidates: Sequence[Candidate]) -> list[Choice]:
    """The candidates of the most valuable chain, in reading order, with their runs."""
    total: list[float] = []
    before: list[int] = []
    seen: dict[tuple[int, int], int] = {}
    leader = -1
    for index, candidate in enumerate(candidates):
        value, link = _best_link(candidate, candidates, total, seen, leader)
        value += candidate.worth
        total.append(value)
        before.append(link)
        known = seen.get(candidate.key)
        if known is None or value >= total[known]:
            seen[candidate.key] = index
        if leader < 0 or value > total[leader]:
            leader = index
    if leader < 0 or total[leader] <= 0:
        return []
    return _trace(candidates, before, leader)


def _best_link(
    candidate: Candidate, candidates: Sequence[Candidate], total: list[float],
    seen: dict[tuple[int, int], int], leader: int,
) -> tuple[float, int]:  # fmt: skip
    """The best predecessor: what the number follows, a near smaller one, or the best so far."""
    number, sub = candidate.key
    best, link = (0.0 if number == 1 and not sub else LATE_START), -1
    ancestors = ((number, sub - 1),) if sub else ((number - 1, 0),)
    for key in ancestors:
        if (index := seen.get(key)) is not None and total[index] + FOLLOWS > best:
            best, link = total[index] + FOLLOWS, index
    if link < 0 or link != leader:
        options = [leader] if leader >= 0 else []
        if link < 0:
            options += [seen[key] for key in _near(number) if key in seen]
        if not sub and (number - 1, 0) in seen:
            options += _last_inserted(number - 1, seen)
        for index in options:
            value = total[index] + _step(candidates[index], candidate)
            if value > best:
                best, link = value, index
    return best, link


def _near(number: int) -> list[tuple[int, int]]:
    return [(number - back, 0) for back in range(2, 6)]


def _last_inserted(number: int, seen: dict[tuple[int, int], int]) -> list[int]:
    """The last of 第N条之一, 之二 … seen so far."""
    sub = 0
    while sub < 60 and (number, sub + 1) in seen:
        sub += 1
    return [seen[(number, sub)]] if sub else []


def _step(left: Candidate, right: Candidate) -> float:
    """What it costs that `right` comes next after `left`."""
    (number, sub), (next_number, next_sub) = left.key, right.key
    if next_number == 1 and not next_sub and number >= 1:
        return RESTART if right.fresh else BARE_RESTART
    if next_number == number + 1 and not next_sub:
        return FOLLOWS
    if right.annexed:
        return RESTART
    if next_number == number:
        return FOLLOWS if next_sub == sub + 1 else (GAP if next_sub > sub else REPEATED)
    if next_number > number:
        return GAP if next_number - number <= NEAR else LEAP
    return BACK


def _trace(candidates: Sequence[Candidate], before: list[int], last: int) -> list[Choice]:
    path = []
    index = last
    while index >= 0:
        path.append(candidates[index])
        index = before[index]
    path.reverse()
    choices, run = [], 0
    for position, candidate in enumerate(path):
        if position and _begins_act(path[position - 1], candidate):
            run += 1
        choices.append(Choice(candidate, run))
    return choices


def _begins_act(last: Candidate, candidate: Candidate) -> bool:
    """Does a new act begin here: 第一条 again, or other numbers behind an annex label?"""
    if candidate.key == (1, 0):
        return True
    return candidate.annexed and candidate.label.number != last.label.number + 1
