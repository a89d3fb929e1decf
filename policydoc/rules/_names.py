"""Abbreviations as a text introduces them, and its printed words as one string."""

from __future__ import annotations

import re

from policydoc.model import Policy, walk

DEFINED = re.compile(
    r"(?P<full>[\u4e00-\u9fff“”、]{2,40})[（(]以下(?P<how>简称|统称)[：:]?[“\"]?"
    r"(?P<short>[^”\"）)《》]{1,20})[”\"]?[）)]"
)


def printed(policy: Policy) -> str:
    """All words of the policy and its annexes, provision after provision."""
    return "\n".join(p.heading + p.text + p.wrap_up for p in walk(policy))
