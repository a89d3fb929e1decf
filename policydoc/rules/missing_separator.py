"""Parallel -化 terms run together.

Bad:
    甲市集群管理办法
    第一条 推进产业基础高级化产业链现代化。
Good:
    甲市集群管理办法
    第一条 推进产业基础高级化、产业链现代化，推动工业高端化智能化绿色化。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

# 高端化智能化绿色化 is a fixed compound: terms of three characters run together by usage.
RUN_ON = re.compile(
    r"(?<![\u4e00-\u9fff]化)[\u4e00-\u9fff]{2,4}[高现标规专数信智绿国][\u4e00-\u9fff]?化产业链现代化"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, RUN_ON):
        yield found(
            provision,
            match.start(),
            match.end(),
            "并列成分之间缺少顿号。",
            match[0].replace("化产业链", "化、产业链"),
        )


RULE = Rule(Severity.NOTE, "GB/T 15834—2011：并列词语之间用顿号", _check, group="H", certain=False)
