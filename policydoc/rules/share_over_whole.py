"""A share of more than a hundred per cent.

Bad:
    甲市集群管理办法
    第一条 中小企业产值占比不低于120%。
Good:
    甲市集群管理办法
    第一条 中小企业产值占比不低于70%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_facts, iter_matches

SHARE = re.compile(
    r"(?:占比|比重|比例|普及率|覆盖率|合格率|权重合计)[^。；，,、]{0,8}?(\d{3,4}(?:\.\d+)?)[%％]"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, SHARE):
        if float(match[1]) > 100:
            yield found(
                provision, match.start(), match.end(), f"比例 {match[1]}% 超过 100%。", "核对数字"
            )
    told = {(p.eid, m.end()) for p, m in iter_matches(policy, SHARE)}
    for provision, fact in iter_facts(policy):
        if fact.basis_note.startswith("占比大于100%") and not any(
            eid == fact.eid and fact.start <= end <= fact.end + 1 for eid, end in told
        ):
            yield found(provision, fact.start, fact.end, "比例超过 100%。", "核对数字")


RULE = Rule(
    Severity.ERROR, "表述准确：部分占整体的比例不超过百分之百", _check, group="D", certain=False
)
