"""减少 or 降低 by 倍: nothing can become less by one time or more.

Bad:
    甲市集群管理办法
    第一条 能耗应当减少2倍。
Good:
    甲市集群管理办法
    第一条 能耗应当减少50%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

TIMES = re.compile(r"(?:减少|降低|缩短|下降)(?:了)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)倍")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, TIMES):
        yield found(
            provision,
            match.start(),
            match.end(),
            f"“{match[0]}”不通：减少不用倍数。",
            "改用百分比或者分数",
        )


RULE = Rule(Severity.NOTE, "数字用法惯例：减少用百分比或者分数，不用倍数", _check, group="D")
