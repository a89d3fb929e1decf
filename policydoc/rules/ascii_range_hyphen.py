"""A range of dates or numbers joined by an ASCII hyphen.

Bad:
    甲市集群管理办法
    第一条 公示时间为8月15日-21日。
Good:
    甲市集群管理办法
    第一条 公示时间为8月15日至21日。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import iter_matches, mended

UNIT = r"(?:[年月日时%％个家人名户项倍分岁]|万?元|亿元|万[吨人户平]|平方米|公里|工作日)"
# 0931-1234567 and GB/T 2589-2020 are no ranges: a range has its unit behind it.
RANGE = re.compile(rf"(?<![\dA-Za-z/.\-—－])\d+(?:\.\d+)?{UNIT}?[-~]\d+(?:\.\d+)?(?={UNIT})")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, RANGE):
        yield mended(
            provision,
            match.start(),
            match.end(),
            "起止范围用了半角符号。",
            re.sub(
                "[-~]",
                "至" if "月" in match[0] or "日" in match[0] or "年" in match[0] else "—",
                match[0],
            ),
        )


RULE = Rule(Severity.NOTE, "GB/T 15834—2011：起止范围用一字线或者“至”", _check, group="H")
