"""A list of cases not introduced by 有下列情形之一的.

Bad:
    甲市集群管理办法
    第一条 集群如发生以下情形之一的，撤销认定：
    （一）弄虚作假的；
    （二）拒不整改的。
Good:
    甲市集群管理办法
    第一条 集群有下列情形之一的，撤销认定：
    （一）弄虚作假的；
    （二）拒不整改的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_lists

UNUSUAL = re.compile(
    r"(?:如果?|若)?(?:发生|存在|出现|具有)?以下(?:情形|情况|行为)之一的?|(?:如果?|若)?(?:发生|出现)下列(?:情形|情况)之一的?"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for lead, _ in iter_lists(policy):
        for match in UNUSUAL.finditer(lead.text):
            yield found(
                lead,
                match.start(),
                match.end(),
                "情形列项的引导语宜用通用表述。",
                "有下列情形之一的",
            )


RULE = Rule(
    Severity.NOTE,
    "立法技术规范（试行）（一）：列举情形用“有下列情形之一的”",
    _check,
    group="B",
    certain=False,
)
