"""Chapters in a document of a few articles.

Bad:
    甲市集群管理办法
    第一章 总则
    第一条 为促进集群发展，制定本办法。
    第二章 认定
    第二条 市局负责认定。
    第三章 附则
    第三条 本办法自2026年1月1日起施行。
Good:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 市局负责认定。
    第三条 本办法自2026年1月1日起施行。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_articles

FEW = 10


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    operative = policy.operative
    chapters = sum(provision.kind is Kind.CHAPTER for provision in operative.body)
    articles = len(list(iter_articles(operative)))
    if chapters > 1 and articles < FEW:
        yield found(None, 0, 0, f"全文 {articles} 条，分了 {chapters} 章。", "内容简单的，不分章")


RULE = Rule(
    Severity.NOTE,
    "规章制定程序条例：除内容复杂的外，一般不分章、节",
    _check,
    group="B",
    certain=False,
)
