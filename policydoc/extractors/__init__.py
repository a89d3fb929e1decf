"""extract: Policy → facts, each with its exact words.

One file a kind of fact, with the constant EXTRACTOR; to add a kind, add a file. Shared knowledge
has an underscore: `_statements` reads every provision once into clauses and expressions, `_kinds`
says what a number is, `_measures`, `_durations` and `_moments` make facts of amounts, lengths of
time and dates, `_facts` sees that a quote is what stands between its offsets.
"""

from __future__ import annotations

from collections.abc import Iterable

from policydoc.model import Fact, Policy, walk


def in_order(policy: Policy, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts in reading order of the policy; equal places keep the extractors' order."""
    place = {provision.eid: index for index, provision in enumerate(walk(policy))}
    return tuple(sorted(facts, key=lambda fact: (place[fact.eid], fact.start, fact.end)))
