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
from collections.abc import Iterator, Mapping

from policydoc.model import Finding, Policy, Provision, Severity, iter_within
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_articles, iter_matches

CITED = re.compile(
    r"依照本[\u4e00-\u9fff]{2,4}(?:第[一二三四五六七八九十]{1,3}章)?(第[一二三四五六七八九十百]{1,6}条)(?:的规定)?[，,]?"
    r"(?:制定|编制|组织|开展|提交|报送)([\u4e00-\u9fff]{2,12})"
)


COMMON = 3  # articles in which a pair of characters tells nothing
SURE = 2
AGAINST = re.compile(
    r"违反本[\u4e00-\u9fff]{2,4}(第[一二三四五六七八九十百]{1,6}条)(?:第[一二三四五六七八九十]款)?(?:的?规定)?，([^。；]{2,40}?)的，"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    cited, against = list(iter_matches(policy, CITED)), list(iter_matches(policy, AGAINST))
    if not cited and not against:
        return
    articles = {label_number(a.num): a for a in iter_articles(policy.operative)}
    words = {number: _words(article) for number, article in articles.items()}
    for provision, match in cited:
        number = label_number(match[1])
        matter = match[2][-6:]
        if number in words and matter not in words[number] and matter[-4:] not in words[number]:
            yield _said(
                policy, provision, match, articles[number], f"{match[1]}没有提到“{match[2]}”。"
            )
    for provision, match in against:
        number = label_number(match[1])
        meant = _meant(match[2], number, words, provision.eid) if number in words else None
        if meant is not None:
            right = articles[meant].num
            message = f"{match[1]}没有提到“{match[2]}”，疑为{right}。"
            yield _said(policy, provision, match, articles[number], message)


def _said(
    policy: Policy, provision: Provision, match: re.Match[str], article: Provision, message: str
) -> Finding:
    return found(
        provision, match.start(), match.end(), message, "核对所引条文",
        related=((policy.identity.id, article.eid, article.num),),
    )  # fmt: skip


def _words(article: Provision) -> str:
    return "".join(part.text for part in iter_within((article,)))


def _meant(acts: str, cited: int | None, words: Mapping[int | None, str], eid: str) -> int | None:
    """The one article that speaks of these acts, where the cited one speaks of none of them."""
    pairs = {acts[i : i + 2] for i in range(len(acts) - 1)}
    common = {pair for pair in pairs if sum(pair in text for text in words.values()) > COMMON}
    shared = {n: len((pairs - common) & _pairs(text)) for n, text in words.items()}
    own = f"art_{cited}"
    others = {
        n: count for n, count in shared.items() if n != cited and not eid.startswith(f"art_{n}__")
    }
    best = max(others, key=lambda n: others[n], default=None)
    if best is None or shared.get(cited, 0) or others[best] < SURE or eid.startswith(f"{own}__"):
        return None
    return best


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


RULE = Rule(
    Severity.WARNING, "引用准确：所引条文应当含有所引事项", _check, group="C", certain=False
)
