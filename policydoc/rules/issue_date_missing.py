"""自印发之日 in a text that bears no date of issue.

Bad:
    甲市集群管理办法
    第一条 本办法自印发之日起施行。
Good:
    甲市集群管理办法
    第一条 本办法自印发之日起施行。

    甲市工业和信息化局
    2026年3月5日
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

FROM = re.compile(r"本[\u4e00-\u9fff]{2,10}?(自(?:印发|公布|发布|颁布)之日)")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    if policy.identity.issued or policy.operative.identity.issued:
        return
    for provision, match in iter_matches(policy, FROM):
        yield found(
            provision,
            match.start(1),
            match.end(1),
            "文本没有印发日期，施行日无从起算。",
            "写明施行的年、月、日",
        )


RULE = Rule(Severity.WARNING, "可操作性：施行日期应当能够确定", _check, group="E", certain=False)
