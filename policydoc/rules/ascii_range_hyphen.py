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

RANGE = re.compile(r"\d+[年月日%％]-\d+(?=[年月日%％])")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, RANGE):
        yield mended(
            provision,
            match.start(),
            match.end(),
            "起止范围用了半角连字符。",
            match[0].replace("-", "至"),
        )


RULE = Rule(Severity.NOTE, "GB/T 15834—2011：起止范围用一字线或者“至”", _check, group="H")
