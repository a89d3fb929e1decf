"""A condition with nothing to measure it by.

Words of degree in aims and principles are no conditions; only provisions in the role of a
criterion are looked at.

Bad:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值有一定规模，品牌知名度较高；
    （二）主导产业占比不低于70%。
Good:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值不低于10亿元；
    （二）主导产业占比不低于70%。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.chinese.citations import by_eid
from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found

VAGUE = ("vague", "rank", "trend")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    provisions = by_eid(policy)
    criteria = {f.eid for f in policy.facts if f.kind == "role" and f.role == "criterion"}
    seen: set[tuple[str, int, int]] = set()
    for fact in policy.facts:
        place = (fact.eid, fact.start, fact.end)
        if place in seen:
            continue
        if fact.kind in VAGUE and fact.eid in criteria:
            seen.add(place)
            yield found(
                provisions[fact.eid],
                fact.start,
                fact.end,
                f"条件“{fact.quote}”无法衡量。",
                "写明数值、等级或者证明方式",
            )


RULE = Rule(Severity.NOTE, "可操作性：认定条件应当明确、可核对", _check, group="D", certain=False)
