"""A cited article that does not speak of what it is cited for.

Bad:
    甲市集群管理办法
    第一条 市局负责集群认定。
    第二条 依照本办法第一条，制定未来三年发展规划。
Good:
    甲市集群管理办法
    第一条 集群应当制定未来三年发展规划。
    第二条 依照本办法第一条，制定未来三年发展规划。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_articles, iter_matches

CITED = re.compile(
    r"依照本[\u4e00-\u9fff]{2,4}(?:第[一二三四五六七八九十]{1,3}章)?(第[一二三四五六七八九十百]{1,6}条)(?:的规定)?[，,]?"
    r"(?:制定|编制|组织|开展|提交|报送)([\u4e00-\u9fff]{2,12})"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    articles = {label_number(a.num): a for a in iter_articles(policy.operative)}
    texts = {p.eid: p.text for p in walk(policy)}
    for provision, match in iter_matches(policy, CITED):
        article = articles.get(label_number(match[1]))
        if article is None:
            continue
        words = "".join(t for eid, t in texts.items() if eid.startswith(article.eid + "__"))
        matter = match[2][-6:]
        if matter not in words and matter[-4:] not in words:
            yield found(
                provision, match.start(), match.end(),
                f"{match[1]}没有提到“{match[2]}”。", "核对所引条文",
                related=((policy.identity.id, article.eid, article.num),),
            )  # fmt: skip


RULE = Rule(
    Severity.WARNING, "引用准确：所引条文应当含有所引事项", _check, group="C", certain=False
)
