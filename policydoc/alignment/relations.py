"""How two answering provisions stand to each other, and whether one has moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping

from policydoc.alignment.scoring import Scored
from policydoc.alignment.side import Side
from policydoc.chinese.folding import bare, words_only
from policydoc.model import Relation

_NEAR = 85.0


def relation_of(i: int, j: int, left: Side, right: Side, scored: Scored) -> Relation:
    """same, near or revised; a changed number is never near."""
    from rapidfuzz import fuzz

    ours, theirs = left.units[i].text, right.units[j].text
    if words_only(ours) == words_only(theirs):
        return Relation.SAME
    if _numbers(ours) != _numbers(theirs):
        return Relation.REVISED
    alike = fuzz.ratio(scored.left[i], scored.right[j])
    return Relation.NEAR if alike >= _NEAR else Relation.REVISED


def _numbers(text: str) -> list[str]:
    import re

    return re.findall(r"\d+(?:\.\d+)?", bare(text))


def moved_pairs(chosen: Mapping[int, int], left: Side, right: Side) -> set[int]:
    """Left indices of pairs out of the order of their siblings, or in another annex or article."""
    moved = {i for i, j in chosen.items() if _elsewhere(i, j, chosen, left, right)}
    families: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, j in sorted(chosen.items()):
        if i not in moved:
            families.setdefault((left.group_of[i], right.group_of[j]), []).append((i, j))
    for family in families.values():
        moved |= _crossing(family)
    return moved


def _elsewhere(i: int, j: int, chosen: Mapping[int, int], left: Side, right: Side) -> bool:
    ours, theirs = left.units[i], right.units[j]
    if bool(ours.zone) != bool(theirs.zone):
        return True
    lead = left.group_of[i]
    return chosen.get(lead, -1) != right.group_of[j] if lead >= 0 else right.group_of[j] >= 0


def _crossing(family: list[tuple[int, int]]) -> set[int]:
    """Pairs, in left order, that some longest run in both orders does without.

    One article that goes behind ten others has moved, and the ten have not; of two that change
    places both have.
    """
    right = [j for _, j in family]
    before = _longest_runs(right)
    after = _longest_runs([-j for j in reversed(right)])[::-1]
    longest = max(before, default=0)
    steps = [b if b + a - 1 == longest else 0 for b, a in zip(before, after, strict=True)]
    alone = Counter(steps)
    return {i for (i, _), step in zip(family, steps, strict=True) if not step or alone[step] > 1}


def _longest_runs(values: list[int]) -> list[int]:
    """For each value the length of the longest rising run that ends with it."""
    tails: list[int] = []
    lengths = []
    for value in values:
        place = bisect_left(tails, value)
        tails[place : place + 1] = [value]
        lengths.append(place + 1)
    return lengths
