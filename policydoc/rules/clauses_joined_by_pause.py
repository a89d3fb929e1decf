"""Verb phrases joined by 顿号 where commas part clauses.

Bad:
    甲市集群管理办法
    第一条 增强核心竞争力、激发县域经济活力、提升供应链韧性。
Good:
    甲市集群管理办法
    第一条 增强核心竞争力，激发县域经济活力，提升供应链韧性。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

VERB = r"(?:增强|激发|提升|推动|促进|加强|完善|优化|培育|壮大|推进|强化|深化|扩大|提高|健全|构建)"
PHRASE = rf"{VERB}[\u4e00-\u9fff]{{3,24}}"
JOINED = re.compile(rf"{PHRASE}、{PHRASE}、{PHRASE}")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, JOINED):
        yield found(
            provision,
            match.start(),
            match.end(),
            "并列的动宾短语之间用了顿号。",
            match[0].replace("、", "，"),
        )


RULE = Rule(
    Severity.NOTE,
    "GB/T 15834—2011：顿号用于并列词语，分句之间用逗号",
    _check,
    group="H",
    certain=False,
)
