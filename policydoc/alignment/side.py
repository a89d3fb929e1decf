"""One side of an alignment: the units of a policy with what is known of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from policydoc.alignment.roles import roles_of
from policydoc.chinese.folding import fold
from policydoc.model import Policy
from policydoc.model.units import Unit, unit_places, units_of

_LONGEST_HEAD = 26


@dataclass(frozen=True, slots=True)
class Side:
    """The units, their roles, and which units an article or a preamble leads in."""

    policy: Policy
    units: tuple[Unit, ...]
    roles: tuple[str, ...]
    heads: tuple[str, ...]
    group_of: tuple[int, ...]
    children: dict[int, list[int]] = field(default_factory=dict)

    def only(self, eids: Collection[str]) -> Side:
        """The same with some of the units."""
        kept = [number for number, unit in enumerate(self.units) if unit.eid in eids]
        return _side(
            self.policy,
            tuple(self.units[n] for n in kept),
            tuple(self.roles[n] for n in kept),
            tuple(self.heads[n] for n in kept),
        )


def side_of(policy: Policy) -> Side:
    """Everything about one policy that needs no other policy."""
    units = units_of(policy)
    roles = roles_of(policy, units, unit_places(units, policy))
    found = tuple(roles.get(unit.eid, "") for unit in units)
    return _side(policy, units, found, tuple(head_of(unit) for unit in units))


def _side(
    policy: Policy, units: tuple[Unit, ...], roles: tuple[str, ...], heads: tuple[str, ...]
) -> Side:
    index = {unit.eid: number for number, unit in enumerate(units)}
    group_of = tuple(index.get(unit.group, -1) for unit in units)
    children: dict[int, list[int]] = {}
    for number, lead in enumerate(group_of):
        if lead >= 0:
            children.setdefault(lead, []).append(number)
    return Side(policy, units, roles, heads, group_of, children)


def head_of(unit: Unit) -> str:
    """The heading of a unit: as printed, or a short first sentence; "" where it has neither."""
    if unit.heading:
        return fold(unit.heading).strip(" .;:,")
    first = fold(unit.text).split("\n")[0]
    head = first.split(".")[0].split(";")[0] if "." in first or ";" in first else first
    return head.strip(" .;:,") if len(head) <= _LONGEST_HEAD and "," not in head else ""
