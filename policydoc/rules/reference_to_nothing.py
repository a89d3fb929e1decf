"""A reference to an article of this document that does not exist.

Bad:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 违反本办法第三十条规定的，撤销认定。
Good:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 违反本办法第一条规定的，撤销认定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_articles, iter_matches

CITED = re.compile(
    r"本(?:实施细则|暂行办法|细则|办法|规定|条例|规则|意见|方案)(?:第[^章]{1,4}章)?(第[〇零一二三四五六七八九十百]+条)(?!之)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    known = {label_number(article.num) for article in iter_articles(policy.operative)}
    if not known:
        return
    for provision, match in iter_matches(policy, CITED):
        if label_number(match[1]) not in known:
            yield found(
                provision, match.start(1), match.end(1),
                f"本文件没有{match[1]}。", "核对条文序号",
            )  # fmt: skip


RULE = Rule(Severity.ERROR, "引用准确：所引条文应当存在", _check, group="C")
