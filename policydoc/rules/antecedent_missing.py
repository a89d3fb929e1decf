"""前款 in the first 款 of an article, where nothing stands before.

Bad:
    甲市集群管理办法
    第一条 市局负责认定。
    第二条 前款规定的材料应当真实。
Good:
    甲市集群管理办法
    第一条 市局负责认定。
    第二条 申报单位应当提交材料。
    前款规定的材料应当真实。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_articles

BEFORE = re.compile(r"(?<!第[一二三四五六七八九十]条)前[一二三两]?款")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for article in iter_articles(policy.operative):
        first = next((c for c in article.children if c.kind is Kind.PARAGRAPH), None)
        match = BEFORE.search(first.text) if first else None
        if first and match:
            yield found(
                first,
                match.start(),
                match.end(),
                f"{article.num}第一款之前没有可指的款。",
                "写明所引条、款",
            )


RULE = Rule(
    Severity.WARNING, "引用准确：“前款”指同一条中紧接的上一款", _check, group="C", certain=False
)
