"""每万人 without saying of which people.

Bad:
    甲市集群管理办法
    第一条 每万人有效发明专利拥有量不低于5件。
Good:
    甲市集群管理办法
    第一条 每万名从业人员有效发明专利拥有量不低于5件。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

PER = re.compile(
    r"每(?:万|千|百|十万)(?:人|户|家)(?![\u4e00-\u9fff]{0,4}(?:从业|常住|职工|就业))[\u4e00-\u9fff]{2,16}"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, PER):
        yield found(
            provision,
            match.start(),
            match.end(),
            f"“{match[0][:3]}”的口径不明。",
            "写明从业人员、常住人口等口径",
        )


RULE = Rule(Severity.NOTE, "可操作性：比例指标的分母应当明确", _check, group="D", certain=False)
