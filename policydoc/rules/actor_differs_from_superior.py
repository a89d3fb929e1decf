"""A report that the superior asks of those concerned, asked of an authority, or the reverse.

Superior:
    甲省集群管理办法
    第一条 集群认定由省工业和信息化厅组织。
    第二条 集群应当于每年3月10日前报送年度发展情况。
Bad:
    乙市集群管理办法
    第一条 集群认定由市工业和信息化局组织。
    第二条 县工业和信息化局应当于每年3月10日前报送年度发展情况。
Good:
    乙市集群管理办法
    第一条 集群认定由市工业和信息化局组织。
    第二条 集群应当于每年3月10日前报送年度发展情况。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Fact, Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._superiors import iter_held, told

AUTHORITY = re.compile(r"(?:局|厅|委|委员会|部|部门|政府|机关|办公室)$")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for held in iter_held(context, "deadlines"):
        if held.row.topic != "deadline":
            continue
        mine, theirs = _actors(held.mine), _actors(held.theirs)
        if len(mine) == 1 and len(theirs) == 1 and not mine & theirs:
            (here,), (there,) = mine, theirs
            if bool(AUTHORITY.search(here)) is not bool(AUTHORITY.search(there)):
                yield from told(
                    held, f"“{held.row.subject}”的主体与上位文件不同：此处是“{here}”，上位文件是“{there}”。",
                    "核对职责是否转移，说明依据",
                )  # fmt: skip


def _actors(facts: tuple[Fact, ...]) -> set[str]:
    return {fact.actor for fact in facts if fact.actor}


RULE = Rule(
    Severity.WARNING,
    "皖政办秘〔2018〕185号（省级版）：不得转移法定职责",
    _check,
    group="G",
    certain=False,
)
