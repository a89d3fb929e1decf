"""A gate or a limit whose number is stricter or looser than the superior's.

A permitted difference is reported with its direction, never called an error. A looser gate is a
warning unless the superior itself lets a region relax (可适当放宽).

Superior:
    # region = 甲省
    甲省集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值不低于40亿元；
    （二）占地面积一般不超过100平方公里。
    第二条 本办法自2025年1月1日起施行。
Bad:
    # region = 乙市
    乙市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值不低于10亿元；
    （二）占地面积不超过100平方公里。
    第二条 本办法自2026年1月1日起施行。
Good:
    # region = 乙市
    乙市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值不低于40亿元；
    （二）占地面积一般不超过100平方公里。
    第二条 本办法自2026年1月1日起施行。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._superiors import Held, is_chained, iter_held, told

# To shorten the time in which one may object is to cut a right.
RIGHT = re.compile("申诉|申辩|陈述|异议|听证|复议|申请复核|提出复核")
RELAXED = ("适当放宽", "可以放宽", "可放宽")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for held in iter_held(context, "thresholds", "deadlines"):
        if held.row.topic == "quota":
            continue
        if held.verdict == "stricter" and RIGHT.search(held.row.subject):
            yield from told(
                held,
                f"当事人行使权利的期限短于上位文件：{held.sentence}",
                "改为不短于上位文件的期限",
            )
        elif held.verdict == "stricter":
            yield from told(
                held, f"比上位文件更严：{held.sentence}", "核对是否有意从严", severity=Severity.NOTE
            )
        elif held.verdict == "looser" and not is_chained(held):
            yield from _looser(held)


def _looser(held: Held) -> Iterator[Finding]:
    words = next((w for w in RELAXED for p in walk(held.superior) if w in p.text), "")
    if words:
        message = f"比上位文件更宽：{held.sentence}上位文件的通知中写有“{words}”，核对是否适用。"
        yield from told(held, message, "说明放宽的依据", severity=Severity.NOTE)
    else:
        yield from told(held, f"比上位文件更宽：{held.sentence}", "核对上位文件是否允许放宽")


RULE = Rule(
    Severity.WARNING,
    "国办发〔2018〕37号：不得与上位文件相抵触（宽严方向供核对）",
    _check,
    group="G",
)
