"""提高5% of a rate: five per cent, or five points?

Bad:
    甲市集群管理办法
    第一条 普及率比上年提高5%。
Good:
    甲市集群管理办法
    第一条 普及率比上年提高5个百分点。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

RISE = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:率|占比|比重|比例)[^，。；\d]{0,10}(?:提高|提升|增加|上升|降低|下降|减少)(?:了)?\d+(?:\.\d+)?[%％](?!以上的)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, RISE):
        yield found(
            provision,
            match.start(),
            match.end(),
            "比率的升降用“%”还是“百分点”，含义不同。",
            "升降幅度用“个百分点”",
        )


RULE = Rule(Severity.NOTE, "统计用语惯例：比率的增减用百分点", _check, group="D", certain=False)
