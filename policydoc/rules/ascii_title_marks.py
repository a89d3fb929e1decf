"""A title within a title marked with < > instead of 〈 〉.

Bad:
    甲市集群管理办法
    第一条 根据《关于印发<集群办法>的通知》，制定本办法。
Good:
    甲市集群管理办法
    第一条 根据《关于印发〈集群办法〉的通知》，制定本办法。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import iter_matches, mended

NESTED = re.compile(r"《[^》<＜《]{0,60}([<＜《][^<>＜＞《》]{2,60}[>＞》])(?=[^《》]{0,30}》)")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, NESTED):
        yield mended(
            provision,
            match.start(1),
            match.end(1),
            "书名号内的书名号应为单书名号。",
            f"〈{match[1][1:-1]}〉",
        )


RULE = Rule(
    Severity.WARNING,
    "GB/T 15834—2011 4.15.3：书名号内还用书名号时，里层用单书名号",
    _check,
    group="C",
)
