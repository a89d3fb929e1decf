"""Limbs of a ground joined by commas alone: all of them, or any?

Bad:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）未及时报送年度情况，不接受、不配合监督工作的；
    （二）弄虚作假的。
Good:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）未及时报送年度情况，或者不接受、不配合监督工作的；
    （二）弄虚作假的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_lists

LIMBS = re.compile(
    r"(?:未|不|拒不|逾期)[^，,。；;]{3,40}[，,](?!或者|并且|且|并|经|又|仍|情节|造成|致使|影响)(?:未|不|拒不)[^，,。；;]{2,40}的"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for _, items in iter_lists(policy):
        for item in items:
            for match in LIMBS.finditer(item.text):
                yield found(
                    item, match.start(), match.end(), "两种情形之间没有“或者”“并且”，是同时具备还是具备其一不明。",
                    "写明“或者”或者“并且”",
                )  # fmt: skip


RULE = Rule(
    Severity.WARNING,
    "立法技术规范（试行）（一）：和、以及、或者的使用",
    _check,
    group="D",
    certain=False,
)
