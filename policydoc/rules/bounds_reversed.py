"""A range whose lower end is above its upper end, or that ends before it begins.

Bad:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）企业户数50家以上30家以下；
    （二）管理规范。
Good:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）企业户数30家以上50家以下；
    （二）管理规范。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_facts, iter_matches

SAID = {
    "上下限矛盾": "下限大于上限，没有数值能同时满足。",
    "起止日期颠倒": "截止日期早于起始日期。",
}


# 9至7人, 40%至20%: months, days and numbers of articles begin again.
SPAN = re.compile(
    r"(?<![\d.年月第号/])(\d{1,6}(?:\.\d+)?)([%％]?)(?:至|—|～|~)(\d{1,6}(?:\.\d+)?)([%％]|[个家人名户项分亩件]|周岁|岁|天|万?元|亿元|万吨|平方米)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    turned = [
        (provision, match)
        for provision, match in iter_matches(policy, SPAN)
        if float(match[1]) > float(match[3])
    ]
    for provision, match in turned:
        yield found(
            provision, match.start(), match.end(),
            f"“{match[0]}”前大后小，没有数值能同时满足。", "核对数字",
        )  # fmt: skip
    told = {(provision.eid, match.start()) for provision, match in turned}
    for provision, fact in iter_facts(policy):
        if any((fact.eid, place) in told for place in range(fact.start, fact.end)):
            continue
        for note, message in SAID.items():
            if note in fact.basis_note:
                yield found(provision, fact.start, fact.end, f"“{fact.quote}”{message}", "核对数字")


RULE = Rule(Severity.ERROR, "表述准确：范围的下限不大于上限，起始不晚于截止", _check, group="D")
