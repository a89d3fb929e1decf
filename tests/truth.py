"""How right a parsed tree is: article sequence, heading list and item count, all exact."""

from __future__ import annotations

import re

from policydoc.model import Kind, Policy, Provision
from tests.law_generator import Law

UNITS = {Kind.PART: "编", Kind.SUBPART: "分编", Kind.CHAPTER: "章", Kind.SECTION: "节"}
ITEM = re.compile(r"[（(][一二三四五六七八九十百]+[）)]")


def found_articles(policy: Policy) -> list[tuple[int, int]]:
    return [_number(p) for p in _body(policy) if p.kind is Kind.ARTICLE]


def found_headings(policy: Policy) -> list[tuple[str, int, str]]:
    return [
        (UNITS[p.kind], _number(p)[0], "".join(p.heading.split()))
        for p in _body(policy)
        if p.kind in UNITS
    ]


def found_items(policy: Policy) -> list[int]:
    return [
        sum(1 for p in _below(article) if ITEM.fullmatch(p.num))
        for article in _body(policy)
        if article.kind is Kind.ARTICLE
    ]


def faults(law: Law, policy: Policy) -> list[str]:
    """What differs from the truth: empty where the tree is fully right."""
    found = []
    wanted = [(a.number, a.sub) for a in law.articles]
    if (got := found_articles(policy.operative)) != wanted:
        found.append(f"articles {_first_difference(wanted, got)}")
    heads = [(h.unit, h.number, h.title) for h in law.headings]
    if (got_heads := found_headings(policy.operative)) != heads:
        found.append(f"headings {_first_difference(heads, got_heads)}")
    counts = [a.item_count for a in law.articles]
    if (got_counts := found_items(policy.operative)) != counts:
        found.append(f"items {_first_difference(counts, got_counts)}")
    return found


def _first_difference(wanted: list[object], got: list[object]) -> str:  # type: ignore[type-arg]
    for place, (left, right) in enumerate(zip(wanted, got, strict=False)):
        if left != right:
            return f"at {place}: {left} wanted, {right} found"
    return f"{len(wanted)} wanted, {len(got)} found"


def _number(provision: Provision) -> tuple[int, int]:
    tail = provision.eid.rpartition("_")[2].partition("~")[0]
    number, _, sub = tail.partition("-")
    return int(number), int(sub or 0)


def _body(policy: Policy) -> list[Provision]:
    found, stack = [], list(reversed(policy.body))
    while stack:
        provision = stack.pop()
        found.append(provision)
        stack.extend(reversed(provision.children))
    return found


def _below(provision: Provision) -> list[Provision]:
    found, stack = [], list(provision.children)
    while stack:
        child = stack.pop()
        found.append(child)
        stack.extend(child.children)
    return found
