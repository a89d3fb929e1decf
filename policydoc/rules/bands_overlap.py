"""Bands that share an end, or leave a gap between them.

Bad:
    甲市集群管理办法
    第一条 按下列标准奖励：
    （一）企业10家以上20家以下的，奖励10万元；
    （二）企业20家以上30家以下的，奖励20万元。
Good:
    甲市集群管理办法
    第一条 按下列标准奖励：
    （一）企业10家以上不满20家的，奖励10万元；
    （二）企业20家以上不满30家的，奖励20万元。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_lists

BAND = re.compile(
    r"(\d+(?:\.\d+)?)([\u4e00-\u9fff%％]{1,3}?)以上[、，]?(不满|低于|不足)?(\d+(?:\.\d+)?)\2(以下|以内)?"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for _, items in iter_lists(policy):
        bands = [(item, match) for item in items for match in [BAND.search(item.text)] if match]
        for (_, before), (item, after) in pairwise(bands):
            if before[2] == after[2]:
                yield from _clash(item, before, after)


def _clash(item: Provision, before: re.Match[str], after: re.Match[str]) -> Iterator[Finding]:
    for upper, lower in ((before, after), (after, before)):
        if upper[4] == lower[1] and upper[5] and not upper[3]:
            yield found(
                item, after.start(), after.end(),
                f"“{upper[0]}”与“{lower[0]}”都包括{lower[1]}{lower[2]}，两档重叠。", f"一档改为“不满{lower[1]}{lower[2]}”",
            )  # fmt: skip


RULE = Rule(Severity.ERROR, "民法典第一千二百五十九条：“以上”“以下”均包括本数", _check, group="D")
