"""Abbreviations as a text introduces them, and its printed words as one string."""

from __future__ import annotations

import re

from policydoc.model import Policy, walk

STATUTE = re.compile(r"(?:法|条例|决定|决议|修正案|解释)(?:[（(][^）)]{1,20}[）)])?$")

DEFINED = re.compile(
    r"(?P<full>[\u4e00-\u9fff“”、]{2,40})[（(]以下(?P<how>简称|统称)[：:]?[“\"]?"
    r"(?P<short>[^”\"）)《》]{1,20})[”\"]?[）)]"
)


def is_statute(policy: Policy) -> bool:
    """Is it a law, a regulation or a decision, which other drafting norms bind than a draft?"""
    return bool(STATUTE.search(policy.operative.identity.title.rstrip()))


def printed(policy: Policy) -> str:
    """All words of the policy and its annexes, provision after provision."""
    return "\n".join(p.heading + p.text + p.wrap_up for p in walk(policy))
