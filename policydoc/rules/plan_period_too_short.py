"""A quota tied to a five-year plan that ends before the document does.

Bad:
    甲市集群管理办法（2024年版）
    第一条 “十四五”期间，全市认定集群10个。
    第二条 本办法自2024年6月1日起施行，有效期3年。
Good:
    甲市集群管理办法
    第一条 “十五五”期间，全市认定集群10个。
    第二条 本办法自2026年6月1日起施行，有效期3年。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_matches

PLAN = re.compile(
    r"[“\"]?(十[一二三四五六七])五[”\"]?(?:规划)?(?:期间|时期|末)[，,]?[^。；]{0,30}\d+[个家户项]"
)
LIFE = re.compile(
    r"起(?:施行|实施|执行)[^。]{0,6}有效期[为是]?(\d{1,2}|[一二三四五六七八九十]{1,3})年"
)
YEAR = re.compile(r"(20\d{2})年")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    words = printed(policy)
    life = LIFE.search(words)
    years = [int(year) for year in YEAR.findall(words)]
    if policy.identity.issued:
        years.append(int(policy.identity.issued[:4]))
    if life is None or not years:
        return
    ends = max(years) + (label_number(life[1]) or 0)
    for provision, match in iter_matches(policy, PLAN):
        plan_end = 2000 + 5 * (label_number(match[1]) or 0) - 45
        if plan_end < ends - 1:
            yield found(
                provision, match.start(), match.end(),
                f"“{match[1]}五”到 {plan_end} 年结束，文件却施行到 {ends} 年前后（按文中年份推算）。",
                "写明各年度的名额，或者改用与有效期一致的期间",
            )  # fmt: skip


RULE = Rule(Severity.NOTE, "前后一致：名额的期间应与文件有效期相配", _check, group="E")
