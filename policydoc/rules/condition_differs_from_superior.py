"""A condition that the superior words of other things, or puts beside it.

Superior:
    甲省集群管理办法
    第一条 集群认定须满足以下条件：
    （一）拥有不少于1家主导产业的专精特新“小巨人”企业；
    （二）集群产值不低于40亿元。
Bad:
    乙市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）拥有不少于1家专精特新“小巨人”企业；
    （二）集群产值不低于40亿元。
Good:
    乙市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）拥有不少于1家主导产业的专精特新“小巨人”企业；
    （二）集群产值不低于40亿元。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._superiors import iter_held, told


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for held in iter_held(context, "thresholds"):
        numbers = {(fact.op, fact.value, fact.unit) for fact in held.mine}
        same = bool(numbers & {(fact.op, fact.value, fact.unit) for fact in held.theirs})
        quotes = {fact.quote for fact in held.mine} == {fact.quote for fact in held.theirs}
        if held.verdict == "different" or (
            held.verdict == "same"
            and same
            and not quotes
            and _drops(held.mine[0].indicator, held.theirs[0].indicator)
        ):
            yield from told(held, f"条件与上位文件所指不同：{held.sentence}", "核对是否漏写限定")


def _drops(mine: str, theirs: str) -> bool:
    """Does the draft's indicator leave out a qualification (主导产业的…) of the superior's?"""
    return theirs != mine and theirs.endswith(mine) and theirs[: -len(mine)].endswith("的")


RULE = Rule(
    Severity.NOTE,
    "国办发〔2018〕37号：条件应与上位文件一致，减少限定即放宽",
    _check,
    group="G",
    certain=False,
)
