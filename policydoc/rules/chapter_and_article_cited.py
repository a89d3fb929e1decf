"""A reference that names chapter and article together: needless, and wrong when they disagree.

Bad:
    甲市集群管理办法
    第一章 总则
    第一条 为促进集群发展，制定本办法。
    第二章 附则
    第二条 依照本办法第二章第一条办理。
Good:
    甲市集群管理办法
    第一章 总则
    第一条 为促进集群发展，制定本办法。
    第二章 附则
    第二条 依照本办法第一条办理。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import iter_articles, iter_matches, mended

CITED = re.compile(
    r"第([一二三四五六七八九十百]+)章的?(?:第[一二三四五六七八九十]+节的?)?第([一二三四五六七八九十百]+)条"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    home = {
        label_number(article.num): label_number(chapter.num)
        for chapter in policy.body
        if chapter.kind is Kind.CHAPTER
        for article in iter_articles(replace(policy, body=(chapter,)))
    }
    for provision, match in iter_matches(policy, CITED):
        chapter, article = label_number(match[1]), label_number(match[2])
        right = f"第{match[2]}条"
        if home.get(article, chapter) == chapter:
            message = f"条文编号全文连续，引用“{match[0]}”不必再写章。"
        else:
            message = f"“{right}”不在第{match[1]}章。"
        yield mended(provision, match.start(), match.end(), message, right)


RULE = Rule(Severity.WARNING, "立法技术规范：引用本文件的条文直接写条的序号", _check, group="C")
