"""Articles that answer each other pull their 项 along, and likewise an annex and its levels.

An annex of eight sections answers an article of eight items because its sections do; the
lead-in follows, however short it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from policydoc.alignment.likeness import Scores
from policydoc.alignment.matching import best_matching
from policydoc.alignment.side import Side

Affinity = dict[tuple[int, int], float]

_LEAD_PULL = 0.5
_STRANGER = 0.7
_PULL = 0.25
_ENOUGH = 0.3


def affinities(scores: Mapping[tuple[int, int], float], left: Side, right: Side) -> Affinity:
    """How much the children of two lead-ins answer each other, 0–1, by the lead-ins' indices."""
    tables: dict[tuple[int, int], Scores] = {}
    for (i, j), score in scores.items():
        groups = left.group_of[i], right.group_of[j]
        if min(groups) >= 0 and score > 0:
            tables.setdefault(groups, {})[i, j] = score
    found: Affinity = {}
    for (g, h), table in tables.items():
        total = sum(table[pair] for pair in best_matching(table).items())
        sizes = len(left.children[g]) + len(right.children[h])
        found[g, h] = 2 * total / sizes
    return found


def pulled(
    scores: Mapping[tuple[int, int], float], left: Side, right: Side, groups: Affinity
) -> Scores:
    """The scores with what the structure says of them."""
    best_left: dict[int, float] = {}
    best_right: dict[int, float] = {}
    for (g, h), value in groups.items():
        best_left[g] = max(value, best_left.get(g, 0.0))
        best_right[h] = max(value, best_right.get(h, 0.0))
    found: Scores = {}
    for (i, j), score in scores.items():
        g, h = left.group_of[i], right.group_of[j]
        if g >= 0 and h >= 0:
            near = groups.get((g, h), 0.0)
            standing = near / max(best_left.get(g, 1.0), best_right.get(h, 1.0), 1e-9)
            # The pull helps only whoever has something in common of its own.
            pull = _PULL * standing * near * min(1.0, score / _ENOUGH)
            score = score * (_STRANGER + (1 - _STRANGER) * standing) + pull
        elif g >= 0 or h >= 0:
            score *= _STRANGER
        found[i, j] = score + _LEAD_PULL * groups.get((i, j), 0.0)
    for pair, near in groups.items():
        found.setdefault(pair, _LEAD_PULL * near)
    return found
