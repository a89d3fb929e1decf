"""A numeric condition that the superior does not have.

Superior:
    甲省集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值不低于40亿元；
    （二）中小企业产值占集群总产值70%以上。
Bad:
    乙市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值不低于40亿元；
    （二）中小企业产值占集群总产值70%以上；
    （三）工业互联网平台应用普及率不低于10%。
Good:
    乙市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值不低于40亿元；
    （二）中小企业产值占集群总产值70%以上。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._superiors import iter_held, told


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for held in iter_held(context, "thresholds"):
        numeric = any(fact.kind == "threshold" for fact in held.mine)
        if held.verdict == "not_stated" and numeric and not held.theirs:
            doubt = "（上位文件只有摘编，不能断定原文没有）" if held.is_digest else ""
            yield from told(
                held,
                f"上位文件没有“{held.row.subject}”这一条件{doubt}。",
                "核对是否属于增设条件，说明依据",
            )


RULE = Rule(Severity.NOTE, "国办发〔2018〕37号：不得违法增设条件", _check, group="G", certain=False)
