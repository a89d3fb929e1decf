"""A count announced in the lead-in that is not the count of what follows.

Bad:
    甲市集群管理办法
    第一条 申请认定应当符合以下三项条件：
    （一）依法设立；
    （二）合规经营。
Good:
    甲市集群管理办法
    第一条 申请认定应当符合以下两项条件：
    （一）依法设立；
    （二）合规经营。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Provision, Severity, iter_policies
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_lists

COUNT = re.compile(
    r"(?:以下|下列|如下)([二两三四五六七八九十]{1,3}|\d{1,2})(?:个)?"
    r"(?:项|方面|类|种|条|点|份|步骤|阶段|环节|部分|情形|情况|条件|原则|要求|内容|指标|程序|材料)"
    r"|(?:分为|分|包括|共)([二两三四五六七八九十]{1,3}|\d{1,2})(?:个)?(?:项|方面|大?类|种|档|部分|阶段|环节|步骤)(?=[\u4e00-\u9fff]{0,6}[：:]$)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for lead, items in iter_lists(policy):
        yield from _compare(lead, len(items))
    for part in iter_policies(policy):
        levels = sum(p.kind is Kind.LEVEL for p in part.body)
        if levels:
            for lead in part.preamble:
                yield from _compare(lead, levels)


def _compare(lead: Provision, actual: int) -> Iterator[Finding]:
    for match in COUNT.finditer(lead.text):
        announced = label_number(match[1] or match[2])
        if announced not in (None, actual):
            yield found(
                lead, match.start(), match.end(),
                f"引导语称“{match[0]}”，其后实有 {actual} 项。", "核对项数，改为一致",
            )  # fmt: skip


RULE = Rule(Severity.ERROR, "前后一致：引导语所称项数应与所列项数相同", _check, group="B")
