"""Enterprises counted in 户 here and in 家 there.

Bad:
    甲市集群管理办法
    第一条 相关企业户数在10户以上，拥有不少于1家高新技术企业。
Good:
    甲市集群管理办法
    第一条 相关企业不少于10家，拥有不少于1家高新技术企业。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

VARIANTS = (
    ("企业", re.compile(r"企业[^，。；]{0,8}?\d+户(?:以上)?"), re.compile(r"\d+家[^，。；]{0,16}企业")),
    ("专利", re.compile(r"专利[^，。；]{0,12}?\d+个|\d+个[^，。；]{0,6}专利"), re.compile(r"专利[^，。；]{0,12}?\d+件|\d+件[^，。；]{0,6}专利")),
)  # fmt: skip


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for what, one, other in VARIANTS:
        firsts, seconds = list(iter_matches(policy, one)), list(iter_matches(policy, other))
        if not firsts or not seconds:
            continue
        for provision, match in firsts:
            yield found(
                provision, match.start(), match.end(),
                f"{what}的计量单位不一：此处“{match[0]}”，别处“{seconds[0][1][0]}”。", "统一用一个量词",
                related=((policy.identity.id, seconds[0][0].eid, seconds[0][1][0]),),
            )  # fmt: skip


RULE = Rule(Severity.NOTE, "前后一致：同类事物用同一量词", _check, group="D", certain=False)
