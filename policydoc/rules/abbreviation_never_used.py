"""An abbreviation introduced and never used.

Bad:
    甲市集群管理办法
    第一条 成立市集群工作领导小组（以下简称“领导小组”）。
    第二条 市工业和信息化局负责日常工作。
Good:
    甲市集群管理办法
    第一条 成立市集群工作领导小组（以下简称“领导小组”）。
    第二条 领导小组负责统筹协调。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import DEFINED, printed
from policydoc.rules._places import found, iter_matches


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    words = printed(policy)
    for provision, match in iter_matches(policy, DEFINED):
        short = match["short"]
        if words.count(short) == match[0].count(short):
            yield found(
                provision, match.start("how") - 2, match.end(),
                f"简称“{short}”定义后没有使用。", "删去简称，或者在后文使用",
            )  # fmt: skip


RULE = Rule(Severity.NOTE, "立法技术规范：简称用于后文，不用则不设", _check, group="A")
