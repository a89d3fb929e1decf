"""How two answering provisions stand to each other, and whether one has moved."""

from __future__ import annotations

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
    """Left indices of pairs that cross a sibling's pair, or changed annex, article or depth."""
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
    """Pairs, in left order, that some other pair of the family crosses."""
    found: set[int] = set()
    highest, holder = -1, -1
    for i, j in family:
        if j < highest:
            found |= {i, holder}
        else:
            highest, holder = j, i
    lowest, holder = len(family) and max(j for _, j in family) + 1, -1
    for i, j in reversed(family):
        if j > lowest:
            found |= {i, holder}
        else:
            lowest, holder = j, i
    return found - {-1}
