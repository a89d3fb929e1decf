"""Abbreviations as a text introduces them, and its printed words as one string."""

from __future__ import annotations

import re

from policydoc.model import Kind, Policy, walk

# A 办法 is an office's draft, but 实施〈某法〉办法 is a local statute.
STATUTE = re.compile(
    r"(?:(?<!办)法典?|条例|决定|决议|修正案|解释|实施.{0,40}法[》〉>]?办法)(?:[（(][^）)]{1,20}[）)])?$"
)
PROMULGATED = re.compile(r"令第|号令|通过|公布|修订|修正")
DEFINED = re.compile(
    r"(?P<full>[\u4e00-\u9fff“”、]{2,40})[（(]以?下(?P<how>简称|统称|合称|称)为?[：:]?[“\"]?"
    r"(?P<short>[^”\"）)《》]{1,20})[”\"]?[）)]"
)


def is_statute(policy: Policy) -> bool:
    """Is it a law, a decision or a rule promulgated by order, bound by other norms than a draft?"""
    text = policy.operative
    notes = (p.text for p in text.preface if p.kind is Kind.NOTE)
    return bool(STATUTE.search(text.identity.title.rstrip())) or any(
        PROMULGATED.search(note) for note in notes
    )


def printed(policy: Policy) -> str:
    """All words of the policy and its annexes, provision after provision."""
    return "\n".join(p.heading + p.text + p.wrap_up for p in walk(policy))
