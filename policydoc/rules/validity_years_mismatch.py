"""A validity whose calendar years are more or fewer than the years it states.

Bad:
    甲市集群管理办法
    第一条 集群有效期三年（2024年至2027年）。
Good:
    甲市集群管理办法
    第一条 集群有效期三年（2024年至2026年）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_matches

STATED = re.compile(
    r"有效期[为是]?([一二三四五六七八九十]|\d{1,2})年[（(，,]?(?:即|自|从)?(20\d{2})年(?:至|到|[—-]+)(20\d{2})年(?!\d*月)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, STATED):
        years = int(match[3]) - int(match[2]) + 1
        if years != label_number(match[1]):
            yield found(
                provision, match.start(), match.end(),
                f"称有效期{match[1]}年，所列年份却有 {years} 个。", "核对起止年份，或者写明起止日期",
            )  # fmt: skip


RULE = Rule(Severity.ERROR, "前后一致：有效期年数应与起止年份相符", _check, group="E")
