"""extract: Policy → facts, each with its exact words."""

from __future__ import annotations

from collections.abc import Iterable

from policydoc.model import Fact, Policy, walk


def in_order(policy: Policy, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts in reading order of the policy; equal places keep the extractors' order."""
    place = {provision.eid: index for index, provision in enumerate(walk(policy))}
    return tuple(sorted(facts, key=lambda fact: (place[fact.eid], fact.start, fact.end)))
