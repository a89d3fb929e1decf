"""第一款 cited of an article that has a single 款.

Bad:
    甲市集群管理办法
    第一条 申报单位应当提交材料。
    第二条 违反本办法第一条第一款规定的，撤销认定。
Good:
    甲市集群管理办法
    第一条 申报单位应当提交材料。
    第二条 违反本办法第一条规定的，撤销认定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_articles, iter_matches

CITED = re.compile(
    r"本(?:实施细则|暂行办法|细则|办法|规定|条例)(第[一二三四五六七八九十百]{1,6}条)第一款"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    single = {
        label_number(article.num)
        for article in iter_articles(policy.operative)
        if sum(child.kind is Kind.PARAGRAPH for child in article.children) == 1
    }
    for provision, match in iter_matches(policy, CITED):
        if label_number(match[1]) in single:
            yield found(
                provision,
                match.start(1),
                match.end(),
                f"{match[1]}只有一款，不必写“第一款”。",
                match[1],
            )


RULE = Rule(Severity.WARNING, "立法技术规范：只有一款的条文，引用时不写款", _check, group="C")
