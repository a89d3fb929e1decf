"""An alignment seen from its other side: what answers what does not change with the lead text."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from policydoc.model import Alignment, Pair, Policy, Relation
from policydoc.model.units import units_of

TURNED = {
    Relation.SPLIT: Relation.MERGED,
    Relation.MERGED: Relation.SPLIT,
    Relation.LEFT_ONLY: Relation.RIGHT_ONLY,
    Relation.RIGHT_ONLY: Relation.LEFT_ONLY,
}


def turned(alignment: Alignment, lead: Policy) -> Alignment:
    """The same pairs with `lead`, which was the right side, as the left one, in its order."""
    places = {unit.eid: unit.position for unit in units_of(lead)}
    pairs = sorted(
        map(_turned_pair, alignment.pairs),
        key=lambda pair: (
            min((places.get(eid, inf) for eid in pair.left), default=inf),
            pair.status == "suggested",
        ),
    )
    return replace(
        alignment,
        left=alignment.right,
        right=alignment.left,
        pairs=tuple(pairs),
        substitutions=tuple((right, left) for left, right in alignment.substitutions),
    )


def _turned_pair(pair: Pair) -> Pair:
    return replace(
        pair,
        left=pair.right,
        right=pair.left,
        relation=TURNED.get(pair.relation, pair.relation),
        roles=(pair.roles[1], pair.roles[0]),
        clauses=tuple((right, left) for left, right in pair.clauses),
    )
