"""A condition with nothing to measure it by.

Words of degree in aims and principles are no conditions; only provisions in the role of a
criterion are looked at. A direction with its years stated (近三年研发经费保持增长) is checked by the
figures, and so is a place with its number (前3位).

Bad:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值有一定规模，品牌知名度较高；
    （二）近三年发展水平稳步提升；
    （三）主导产业占比不低于70%。
Good:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值不低于10亿元，位居全省前3位；
    （二）近三年中小企业研发经费保持增长；
    （三）主导产业占比不低于70%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Fact, Finding, Policy, Severity, by_eid
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found

VAGUE = ("vague", "rank", "trend")
COUNTED = re.compile(
    r"(?:[率量额数值税耗]|收入|经费|投入|支出|专利|占比|比重|比例|强度|浓度|产能)$"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    provisions = by_eid(policy)
    criteria = {f.eid for f in policy.facts if f.kind == "role" and f.role == "criterion"}
    seen: set[tuple[str, int, int]] = set()
    for fact in policy.facts:
        place = (fact.eid, fact.start, fact.end)
        if place in seen:
            continue
        # 具有较强核心竞争力方面：… is the name of a part, under which a form reports.
        named = fact.quote.endswith("方面")
        if fact.kind in VAGUE and fact.eid in criteria and not named and not _can_be_checked(fact):
            seen.add(place)
            yield found(
                provisions[fact.eid],
                fact.start,
                fact.end,
                f"条件“{fact.quote}”无法衡量。",
                "写明数值、等级或者证明方式",
            )


def _can_be_checked(fact: Fact) -> bool:
    if fact.kind == "trend":
        return bool(fact.window and COUNTED.search(fact.indicator))
    return fact.kind == "rank" and not isinstance(fact.value, str)


RULE = Rule(Severity.NOTE, "可操作性：认定条件应当明确、可核对", _check, group="D", certain=False)
