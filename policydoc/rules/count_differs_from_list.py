"""A number of winners in the text that is not the number of rows in the list.

Bad:
    关于认定集群名单的公示
    拟认定甲县产业集群等3家集群，名单见附件。
    | 序号 | 集群名称 |
    |---|---|
    | 1 | 甲县产业集群 |
    | 2 | 乙县产业集群 |
Good:
    关于认定集群名单的公示
    拟认定甲县产业集群等2家集群，名单见附件。
    | 序号 | 集群名称 |
    |---|---|
    | 1 | 甲县产业集群 |
    | 2 | 乙县产业集群 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_matches

NAMED = re.compile(
    r"(?:认定|确定|推荐|公布|撤销)[^。；]{0,40}等\s*(\d{1,4}|[一二三四五六七八九十百]{1,5})\s*[家个]"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    lists = [p for p in walk(policy) if p.kind is Kind.TABLE and p.rows and "序号" in p.rows[0][0]]
    if len(lists) != 1:
        return
    rows = sum(row[0].strip().isdigit() for row in lists[0].rows[1:])
    for provision, match in iter_matches(policy, NAMED):
        number = label_number(match[1])
        if rows and number != rows:
            yield found(
                provision, match.start(1), match.end(1),
                f"正文写 {number} 个，名单里有 {rows} 个。", "核对名单和数量",
            )  # fmt: skip


RULE = Rule(Severity.ERROR, "前后一致：正文的数量应与名单相同", _check, group="I")
