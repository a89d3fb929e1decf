"""lint: Policy → findings; one file a rule, its name is the rule's name."""

from __future__ import annotations

from collections.abc import Mapping

from policydoc.model import Finding, Policy, walk
from policydoc.plugins import Context, Rule


def in_order(policy: Policy, rules: Mapping[str, Rule], context: Context) -> tuple[Finding, ...]:
    """What all rules find, in reading order of the draft."""
    found = [finding for rule in rules.values() for finding in rule.check(policy, context)]
    place = {provision.eid: index for index, provision in enumerate(walk(policy))}
    return tuple(sorted(found, key=lambda f: (place.get(f.eid, -1), f.start, f.rule)))
