"""A space between two Chinese characters.

Bad:
    甲市集群管理办法
    第一条 集群产 值应当如实填报。
Good:
    甲市集群管理办法
    第一条 集群产值应当如实填报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._places import first_of, iter_matches

GAP = re.compile(r"[\u4e00-\u9fff](?<![章节编])[ \u00a0\t]+[\u4e00-\u9fff]")
LOOSE = {Kind.TITLE, Kind.CONCLUSIONS, Kind.PREAMBLE, Kind.NOTE, Kind.TABLE}

# A form has blanks to be filled in: 年 月 日, （盖章）.
FILLED_IN = re.compile(
    r"年[\s_]{1,8}月[\s_]{1,8}日|^年月日$|[（(](?:盖章|签字|签名|签章|公章)|：[\s_]{2,}"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    forms = {
        provision.eid
        for part in policy.attachments
        if any(FILLED_IN.search(provision.text) for provision in walk(part))
        for provision in walk(part)
    }
    places = [
        (p, m) for p, m in iter_matches(policy, GAP) if p.kind not in LOOSE and p.eid not in forms
    ]
    return first_of(places, "“{words}”中有空格（全文 {count} 处）。", "删去空格")


RULE = Rule(Severity.NOTE, "文本清洁：汉字之间不加空格", _check, group="H")
