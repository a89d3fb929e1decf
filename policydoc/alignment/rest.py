"""What the lead lacks: provisions of the others that answer each other, grouped by subject."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.alignment.pairing import chosen_pairs
from policydoc.alignment.scoring import scored
from policydoc.alignment.side import Side, side_of
from policydoc.model import Alignment, Policy

Place = tuple[str, str]


def group_rest(
    policies: Sequence[Policy], alignments: Sequence[Alignment]
) -> tuple[tuple[Place, ...], ...]:
    """Groups of (policy id, eId) that only the others have.

    Each policy's remainder is held against the groups found so far, each by its first member: the
    work grows with the remainders, not with all the provisions.
    """
    groups: list[list[Place]] = []
    shown: dict[str, Side] = {}
    for policy, alignment in zip(policies, alignments, strict=True):
        answered = {
            eid for p in alignment.pairs if p.left and p.status == "certain" for eid in p.right
        }
        side = side_of(policy)
        rest = [n for n, unit in enumerate(side.units) if unit.eid not in answered]
        joined = _join(side, rest, groups, shown)
        name = policy.identity.id
        shown[name] = side
        groups += [[(name, side.units[n].eid)] for n in rest if n not in joined]
    return tuple(tuple(group) for group in groups)


def _join(
    side: Side, rest: Sequence[int], groups: list[list[Place]], shown: dict[str, Side]
) -> set[int]:
    """Put units into the groups that answer them, one group after the other's policy."""
    joined: set[int] = set()
    name = side.policy.identity.id
    firsts: dict[str, dict[str, int]] = {}
    for number, group in enumerate(groups):
        firsts.setdefault(group[0][0], {})[group[0][1]] = number
    for other, homes in firsts.items():
        theirs = shown[other].only(homes)
        ours = side.only([side.units[n].eid for n in rest if n not in joined])
        if not theirs.units or not ours.units:
            continue
        places = {unit.eid: n for n, unit in enumerate(side.units)}
        for i, j in chosen_pairs(scored(theirs, ours)).items():
            groups[homes[theirs.units[i].eid]].append((name, ours.units[j].eid))
            joined.add(places[ours.units[j].eid])
    return joined
