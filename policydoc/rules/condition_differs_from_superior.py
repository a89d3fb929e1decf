"""A condition that the superior words of other things, or puts beside it.

Superior:
    甲省集群管理办法
    第一条 集群认定须满足以下条件：
    （一）拥有不少于1家主导产业的专精特新“小巨人”企业；
    （二）近三年研发经费年均增长率不低于8%。
Bad:
    乙市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）拥有不少于1家专精特新“小巨人”企业；
    （二）近三年研发经费年均增长率不低于8%。
Bad:
    乙市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）拥有不少于1家主导产业的专精特新“小巨人”企业；
    （二）近两年研发经费年均增长率不低于6%。
Good:
    乙市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）拥有不少于1家主导产业的专精特新“小巨人”企业；
    （二）近三年研发经费年均增长率不低于8%。
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
            theirs = held.theirs[0].quote
            yield from told(
                held, f"条件与上位文件所指不同，上位文件写作“{theirs}”。", "核对是否漏写限定"
            )
        elif held.verdict == "not_comparable" and held.mine and held.theirs:
            yield from told(
                held, f"与上位文件不能直接比较宽严：{held.sentence}", "核对期间、单位和起算点是否应与上位文件一致"
            )  # fmt: skip
    for held in iter_held(context, "deadlines"):
        if held.verdict == "not_comparable" and held.mine and held.theirs:
            yield from told(
                held, f"与上位文件的期限不能直接比较：{held.sentence}", "核对单位和起算点，改为与上位文件一致"
            )  # fmt: skip
        own_life = held.row.subject.startswith("文件")
        if held.row.topic == "validity" and held.verdict == "different" and not own_life:
            yield from told(
                held, f"有效期与上位文件不同：{held.sentence}", "核对上位文件是否允许另行规定"
            )


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
