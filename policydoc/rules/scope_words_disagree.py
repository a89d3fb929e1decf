"""A definition that allows exceptions (主要在…) and a condition that does not (应在…).

Bad:
    甲市集群管理办法
    第一条 本办法所称集群，是指主要定位在县级区划范围内的产业集群。
    第二条 申报认定的集群应在县级区划范围内。
Good:
    甲市集群管理办法
    第一条 本办法所称集群，是指在县级区划范围内的产业集群。
    第二条 申报认定的集群应在县级区划范围内。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

SOFT = re.compile(
    r"(?:主要|一般|原则上|基本)(?:定位|位于|集中|分布)?在([\u4e00-\u9fff]{2,16}范围内)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    strict: dict[str, tuple[Provision, re.Match[str]] | None] = {}
    for provision, match in iter_matches(policy, SOFT):
        if match[1] not in strict:
            hard = re.compile(rf"(?:应当?|须|必须)(?:位于|处于)?在{re.escape(match[1])}")
            strict[match[1]] = next(iter_matches(policy, hard), None)
        if other := strict[match[1]]:
            yield found(
                provision, match.start(), match.end(),
                f"定义允许例外（“{match[0]}”），申报条件不允许（“{other[1][0]}”）。", "统一范围的表述",
                related=((policy.identity.id, other[0].eid, other[1][0]),),
            )  # fmt: skip


RULE = Rule(
    Severity.WARNING,
    "前后一致：定义的范围与适用条件的范围应当相同",
    _check,
    group="F",
    certain=False,
)
