"""Roles decide before likeness does: a duty, a criterion and a sanction are no pair.

The roles are facts of the kind `role`; a text without such facts is aligned without them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from policydoc.model import Policy
from policydoc.model.units import Unit

# A criterion copies the words of a duty, a sanction those of anything it punishes.
_NO_PAIR = (
    *({"sanction", other} for other in (
        "purpose", "definition", "principle", "competence", "duty", "criterion", "procedure",
        "management", "support", "final",
    )),
    {"criterion", "duty"},
    {"criterion", "support"},
    {"criterion", "competence"},
    {"criterion", "purpose"},
    {"criterion", "final"},
)  # fmt: skip
_UNLIKELY = 0.65
_ACTING = frozenset({"duty", "support", "management", "procedure", "competence"})
_OTHER_ROLE = 0.9


def roles_of(policy: Policy, units: Sequence[Unit], places: dict[str, str]) -> dict[str, str]:
    """The role of each unit by eId; an item without its own has that of its lead-in."""
    votes: dict[str, Counter[str]] = {}
    for fact in policy.facts:
        if fact.kind == "role" and fact.eid in places:
            votes.setdefault(places[fact.eid], Counter())[fact.role] += 1
    found: dict[str, str] = {}
    for unit in units:
        if unit.eid in votes:
            found[unit.eid] = votes[unit.eid].most_common(1)[0][0]
        elif unit.parent in found:
            found[unit.eid] = found[unit.parent]
        elif unit.eid == "preamble":  # 引言 says what for, as a first article does
            found[unit.eid] = "purpose"
    return found


def gate(left: str, right: str) -> float:
    """What likeness is multiplied with: 0 for roles that are no pair, 1 for the same role."""
    if not left or not right or left == right:
        return 1.0
    if {left, right} in _NO_PAIR:
        return 0.0
    return _UNLIKELY if "criterion" in (left, right) else _OTHER_ROLE


def may_share(left: str, right: str) -> bool:
    """Whether single clauses of two provisions may answer each other: both say who acts."""
    return not left or not right or left == right or {left, right} <= _ACTING
