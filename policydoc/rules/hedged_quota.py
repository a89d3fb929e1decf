"""A quota softened by 左右, 约 or 计划: nobody can say when it is kept.

Bad:
    甲市集群管理办法
    第一条 全市计划认定20个左右集群。
Good:
    甲市集群管理办法
    第一条 全市认定集群不超过20个。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

VERB = "(?:认定|培育|遴选|支持|建设|建成|评选|打造|选拔|确定|评定|奖励|扶持|创建|选派|布局|选聘|招募|设立)"
COUNT = r"(?:\d+|[一二三四五六七八九十百]+)[个家户项名人所批处]"
HEDGED = re.compile(
    rf"(?:计划)?{VERB}[^。；，,;]{{0,6}}?(?:大?约)?{COUNT}左右"
    rf"|{VERB}[^。；，,;]{{0,4}}?大?约{COUNT}|(?<![制条合])大?约{VERB}{COUNT}"
)
# A plan or an opinion sets itself aims, which may be rough.
AIMING = ("意见", "方案", "规划", "计划", "纲要")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    sure = not policy.operative.identity.title.endswith(AIMING)
    for provision, match in iter_matches(policy, HEDGED):
        yield found(
            provision, match.start(), match.end(),
            f"名额“{match[0]}”是约数，无法判断是否超额。", "改为确数，或者“不超过……”", certain=sure,
        )  # fmt: skip


RULE = Rule(
    Severity.NOTE,
    "表述准确：名额应当可核对",
    _check,
    group="D",
)
