"""正本 and 副本 that do not add up to the copies asked for.

Bad:
    甲市集群管理办法
    第一条 申报材料一式3份（正本1份、副本3份）。
Good:
    甲市集群管理办法
    第一条 申报材料一式3份（正本1份、副本2份）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_matches

NUMBER = r"(\d{1,2}|[一二两三四五六七八九十]{1,2})"
COPIES = re.compile(
    rf"一式{NUMBER}份[（(，,]?[^。；）)]{{0,4}}正本{NUMBER}份[、，,和][^。；）)]{{0,2}}副本{NUMBER}份"
    rf"|一式{NUMBER}份[（(，,]?(?:其中)?{NUMBER}份正本[、，,和]{NUMBER}份副本"
    rf"|一式{NUMBER}份[（(，,]?[^。；，、每各]{{1,10}}?(?:执|持|留存|存|保存){NUMBER}份[、，,][^。；，、每各]{{1,10}}?(?:执|持|留存|存|保存){NUMBER}份(?![、，,][^。；]{{1,12}}\d?份)"
)


# 一式三份，双方各执两份.
SHARED = re.compile(
    rf"一式{NUMBER}份[（(，,][^。；]{{0,8}}?([双两三四])方各(?:执|持|留存|存){NUMBER}份(?![、，,][^。；]{{0,12}}份)"
)
SIDES = {"双": 2, "两": 2, "三": 3, "四": 4}


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, COPIES):
        total, original, copies = (label_number(word) or 0 for word in match.groups() if word)
        if total != original + copies:
            yield found(
                provision, match.start(), match.end(),
                f"一式 {total} 份，所列合计却是 {original + copies} 份。", "核对份数",
            )  # fmt: skip
    for provision, match in iter_matches(policy, SHARED):
        total, each = label_number(match[1]) or 0, label_number(match[3]) or 0
        if total != (shared := SIDES[match[2]] * each):
            yield found(
                provision, match.start(), match.end(),
                f"一式 {total} 份，各方所执合计却是 {shared} 份。", "核对份数",
            )  # fmt: skip


RULE = Rule(Severity.ERROR, "前后一致：正本、副本之和应等于总份数", _check, group="D")
