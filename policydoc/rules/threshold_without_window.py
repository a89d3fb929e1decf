"""A growth demanded without the years it is measured over.

Bad:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）产值年均增速高于7%；
    （二）管理规范。
Good:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）近三年产值年均增速高于7%；
    （二）管理规范。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity, by_eid
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found

GROWTH = ("年均", "增速", "增长率", "增幅")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    provisions = by_eid(policy)
    for fact in policy.facts:
        if fact.kind != "threshold" or fact.window or fact.unverified:
            continue
        if any(word in fact.indicator for word in GROWTH):
            yield found(
                provisions[fact.eid],
                fact.start,
                fact.end,
                f"“{fact.indicator}”没有写明按哪几年计算。",
                "写明期间，如“近三年”",
            )


RULE = Rule(Severity.NOTE, "可操作性：增长类指标应当写明计算期间", _check, group="D", certain=False)
