"""第一款 cited of an article that has a single 款.

Bad:
    甲市集群管理办法
    第一条 申报单位应当提交材料。
    第二条 违反本办法第一条第一款规定的，撤销认定。
Bad:
    甲市集群管理办法
    第一条 申报单位应当提交材料。
    第二条 申报材料应当符合第一条第一款的要求。
Good:
    甲市集群管理办法
    第一条 申报单位应当提交材料。
    第二条 违反本办法第一条规定的，撤销认定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.citations import NUMBER
from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._citations import iter_own
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_articles, runs_paragraphs_together

CITED = re.compile(rf"(第{NUMBER}条)第[一1]款")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    single = {
        label_number(article.num)
        for article in iter_articles(policy.operative)
        if sum(child.kind is Kind.PARAGRAPH for child in article.children) == 1
    }
    if runs_paragraphs_together(policy):
        return
    seen: set[tuple[str, int]] = set()
    for provision, fact in iter_own(policy):
        for match in CITED.finditer(fact.quote):
            place = (fact.eid, fact.start + match.start())
            if label_number(match[1]) in single and place not in seen:
                seen.add(place)
                yield found(
                    provision,
                    fact.start + match.start(),
                    fact.start + match.end(),
                    f"{match[1]}只有一款，不必写“第一款”。",
                    match[1],
                )


RULE = Rule(Severity.WARNING, "立法技术规范：只有一款的条文，引用时不写款", _check, group="C")
