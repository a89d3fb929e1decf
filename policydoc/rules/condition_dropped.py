"""A numeric condition of the superior that the draft does not have.

Superior:
    甲省集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值不低于40亿元；
    （二）工业互联网平台应用普及率不低于10%。
Bad:
    乙市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值不低于40亿元；
    （二）管理规范。
Good:
    乙市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值不低于40亿元；
    （二）工业互联网平台应用普及率不低于10%。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found
from policydoc.rules._superiors import iter_held


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for held in iter_held(context, "thresholds"):
        if held.mine or not any(fact.kind == "threshold" for fact in held.theirs):
            continue
        quote = held.theirs[0].quote
        yield found(
            None, 0, 0, f"上位文件有“{quote}”，本文件没有“{held.row.subject}”的规定。",
            "核对是否漏写，或者说明不作要求的理由", related=held.related,
        )  # fmt: skip


RULE = Rule(
    Severity.NOTE, "合法性审核：上位文件规定的条件应当有相应规定", _check, group="G", certain=False
)
