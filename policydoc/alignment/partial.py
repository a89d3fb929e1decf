"""What one-to-one pairs leave over: merged and split provisions, and clauses that answer.

A provision that found no partner may stand inside one that has another partner: wholly (then it
was merged or split) or with single clauses (then it is offered to a person, never counted).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policydoc.alignment.likeness import (
    Weights,
    comparable,
    containment,
    cosine,
    grams,
    idf_of,
    weigh,
)
from policydoc.alignment.roles import gate, may_share
from policydoc.alignment.scoring import Scored
from policydoc.alignment.side import Side
from policydoc.alignment.substitutions import Folder

WHOLLY = 0.55
PARTLY = 0.4
NEW_SHARE = 0.3
ANSWERED = 0.6
CLAUSE_FLOOR = 0.45
LEAST_GRAMS = 5
SHORT_GRAMS = 8
SHORT_WHOLLY = 0.9
MOST_CLAUSES = 24
_RARE = 0.1
_TELLING = 2.0
_CANDIDATES = 6
_OTHER_DEPTH = 0.7

_CLAUSE = re.compile(r"[^，,；;。.：:！!？?\n]+")


@dataclass(frozen=True, slots=True)
class Clause:
    """Words between two marks: verbatim, comparable, and as a vector."""

    words: str
    text: str
    vector: Weights


@dataclass(frozen=True, slots=True)
class Answer:
    """A left and a right unit, by index, that answer each other in these clauses."""

    left: int
    right: int
    score: float
    clauses: tuple[tuple[str, str], ...]


class Remains:
    """The texts of both sides as bags, vectors and clauses, made once."""

    def __init__(self, left: Side, right: Side, scored: Scored) -> None:
        self.sides = left, right
        self.bags = tuple([grams(text) for text in texts] for texts in (scored.left, scored.right))
        self.idf = idf_of([bag for bags in self.bags for bag in bags])
        self.folder = Folder(scored.legend)
        self._neighbours: tuple[dict[int, list[int]], ...] = ({}, {})
        for i, j in scored.scores:
            self._neighbours[0].setdefault(i, []).append(j)
            self._neighbours[1].setdefault(j, []).append(i)
        self._clauses: dict[tuple[int, int], tuple[Clause, ...]] = {}

    def neighbours(self, side: int) -> dict[int, list[int]]:
        """For each unit of a side the units of the other that it shares words with."""
        return self._neighbours[side]

    def vector(self, side: int, index: int) -> Weights:
        """The tf-idf vector of a unit."""
        return weigh(self.bags[side][index], self.idf)

    def clauses(self, side: int, index: int) -> tuple[Clause, ...]:
        """The clauses of a unit that are long enough to mean something."""
        key = side, index
        if key not in self._clauses:
            text = self.sides[side].units[index].text
            self._clauses[key] = tuple(self._iter_clauses(text))[:MOST_CLAUSES]
        return self._clauses[key]

    def _iter_clauses(self, text: str) -> Iterator[Clause]:
        for match in _CLAUSE.finditer(text):
            words = match[0].strip()
            folded = comparable(self.folder.fold(words))
            bag = grams(folded)
            if len(bag) >= 3:
                yield Clause(words, folded, weigh(bag, self.idf))

    def gate(self, left: int, right: int) -> float:
        """What the roles of two units allow."""
        return gate(self.sides[0].roles[left], self.sides[1].roles[right])

    def may_share(self, left: int, right: int) -> bool:
        """Whether the roles of two units let single clauses of them answer each other."""
        return may_share(self.sides[0].roles[left], self.sides[1].roles[right])


def absorbed(
    remains: Remains, chosen: dict[int, int], side: int, weak: Container[int]
) -> list[tuple[int, int]]:
    """Units of `side` without a partner that stand wholly inside a paired unit of the other.

    Args:
        remains: Both sides.
        chosen: The one-to-one choice, left → right.
        side: 0 for units of the left, 1 for units of the right.
        weak: Left indices of pairs so weak that a host would be better for either unit.

    Returns:
        (the unit of `side`, the unit of the other side it stands in), by index.
    """
    strong = {i: j for i, j in chosen.items() if i not in weak}
    hosts = {j: i for i, j in strong.items()} if side == 0 else strong
    own = set(strong) if side == 0 else set(strong.values())
    found = []
    for index, bag in enumerate(remains.bags[side]):
        if index not in own and len(bag) >= LEAST_GRAMS:
            host = _host(remains, side, index, hosts)
            if host is not None:
                found.append((index, host))
    return found


def _host(remains: Remains, side: int, index: int, hosts: Mapping[int, int]) -> int | None:
    """The paired unit that holds most of this one beyond what its own mate explains."""
    vector, bag = remains.vector(side, index), remains.bags[side][index]
    best: tuple[float, int] | None = None
    for other in _near_hosts(remains, side, index, hosts):
        pair = (index, other) if side == 0 else (other, index)
        share = containment(vector, remains.bags[1 - side][other])
        if share < PARTLY or not _same_depth(remains, *pair) or not remains.gate(*pair):
            continue
        mate = remains.bags[side][hosts[other]]
        new = {g: v for g, v in remains.vector(1 - side, other).items() if g not in mate}
        gained = containment(vector, Counter(dict.fromkeys(new, 1)))
        filled = containment(new, bag)
        if len(bag) < SHORT_GRAMS and share < SHORT_WHOLLY:
            continue
        enough = share >= WHOLLY and gained >= NEW_SHARE
        enough = enough or (filled >= WHOLLY and gained >= NEW_SHARE)
        enough = enough or _stands_in(remains, side, index, other, hosts[other])
        if enough and (best is None or share > best[0]):
            best = share, other
    return best[1] if best is not None else None


def _stands_in(remains: Remains, side: int, index: int, other: int, mate: int) -> bool:
    """Whether every clause of a unit is one of the host's that the host's mate lacks."""
    ours, theirs, mates = (
        {clause.text for clause in remains.clauses(which, unit)}
        for which, unit in ((side, index), (1 - side, other), (side, mate))
    )
    return bool(ours) and ours <= theirs - mates


def _near_hosts(remains: Remains, side: int, index: int, hosts: Mapping[int, int]) -> Iterable[int]:
    """The hosts worth a look: those the table of scores knows, which is all of a small one."""
    known = remains.neighbours(side).get(index, ())
    return [other for other in known if other in hosts]


def _same_depth(remains: Remains, left: int, right: int) -> bool:
    ours, theirs = remains.sides
    return (ours.group_of[left] >= 0) == (theirs.group_of[right] >= 0)


def answers(
    remains: Remains, chosen: dict[int, int], lonely: tuple[Iterable[int], Iterable[int]]
) -> list[Answer]:
    """Clauses of units without a partner, and the left-over clauses that answer them.

    For each such unit at most one answer, the best.
    """
    found: dict[tuple[int, int], Answer] = {}
    mates = dict(chosen), {b: a for a, b in chosen.items()}
    rarity = Rarity(remains)
    for side in (0, 1):
        for index in lonely[side]:
            best = _best_answer(remains, mates, rarity, side, index)
            if best is not None:
                found[best.left, best.right] = best
    return sorted(found.values(), key=lambda answer: (answer.left, answer.right))


class Rarity:
    """How few units of either side use a pair of characters; words used once say most."""

    def __init__(self, remains: Remains) -> None:
        self._bags = remains.bags
        self._holders: tuple[dict[str, list[int]], ...] = ({}, {})
        for side in (0, 1):
            for index, bag in enumerate(remains.bags[side]):
                for gram in bag:
                    self._holders[side].setdefault(gram, []).append(index)

    def shared(self, side: int, index: int, mates: Sequence[dict[int, int]]) -> dict[int, set[str]]:
        """Rare pairs of characters that a unit shares with units whose mates lack them."""
        found: dict[int, set[str]] = {}
        for gram in self._bags[side][index]:
            if self.worth(gram) < _RARE:
                continue
            for other in self._holders[1 - side].get(gram, ()):
                mate = mates[1 - side].get(other)
                if mate is None or gram not in self._bags[side][mate]:
                    found.setdefault(other, set()).add(gram)
        return found

    def worth(self, gram: str) -> float:
        """1 for words used once on both sides, less for commoner ones."""
        uses = [len(holders.get(gram, ())) for holders in self._holders]
        return 1 / (uses[0] * uses[1]) if all(uses) else 0.0


def _best_answer(
    remains: Remains, mates: Sequence[dict[int, int]], rarity: Rarity, side: int, index: int
) -> Answer | None:
    shared = rarity.shared(side, index, mates)
    worth = {other: sum(rarity.worth(g) for g in grams_) for other, grams_ in shared.items()}
    near = sorted(worth, key=lambda other: (-worth[other], other))[:_CANDIDATES]
    best: Answer | None = None
    for other in {*near, *_cousins(remains, mates, side, index)}:
        pair = (index, other) if side == 0 else (other, index)
        if not remains.may_share(*pair):
            continue
        matched = _matched(
            remains.clauses(side, index),
            _left_over(remains, mates, 1 - side, other),
            shared.get(other, set()),
        )
        likest = max((value for value, _, _ in matched), default=0.0)
        likest *= 1.0 if _same_depth(remains, *pair) else _OTHER_DEPTH
        told = worth.get(other, 0.0)
        if not matched or (likest < CLAUSE_FLOOR and told < _TELLING):
            continue
        score = min(1.0, max(likest, 0.3 + 0.05 * told if told >= _TELLING else 0.0))
        if best is None or score > best.score:
            words = tuple(
                (a.words, b.words) if side == 0 else (b.words, a.words) for _, a, b in matched
            )
            best = Answer(*pair, score, words)
    return best


def _cousins(remains: Remains, mates: Sequence[dict[int, int]], side: int, index: int) -> list[int]:
    """The items of the article that answers this item's article."""
    lead = remains.sides[side].group_of[index]
    other = mates[side].get(lead, -1)
    return remains.sides[1 - side].children.get(other, [])


def _left_over(
    remains: Remains, mates: Sequence[dict[int, int]], side: int, index: int
) -> list[Clause]:
    mate = mates[side].get(index)
    clauses = remains.clauses(side, index)
    if mate is None:
        return list(clauses)
    there = remains.bags[1 - side][mate]
    return [clause for clause in clauses if containment(clause.vector, there) < ANSWERED]


def _matched(
    ours: Sequence[Clause], theirs: Sequence[Clause], rare: set[str]
) -> list[tuple[float, Clause, Clause]]:
    """Clauses that are alike or share rare words, the likest first, each clause once."""
    from rapidfuzz import fuzz

    found = []
    for a in ours:
        for b in theirs:
            near = cosine(a.vector, b.vector)
            value = 0.5 * near + 0.5 * fuzz.ratio(a.text, b.text) / 100
            if value >= CLAUSE_FLOOR or any(g in a.vector and g in b.vector for g in rare):
                found.append((value, a, b))
    found.sort(key=lambda item: (-item[0], item[1].words, item[2].words))
    chosen: list[tuple[float, Clause, Clause]] = []
    for value, a, b in found:
        if all(a is not x and b is not y for _, x, y in chosen):
            chosen.append((value, a, b))
    return chosen
