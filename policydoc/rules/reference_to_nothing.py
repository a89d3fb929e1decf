"""A reference to an article, a 款 or a 项 of this document that does not exist.

Bad:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 违反本办法第三十条规定的，撤销认定。
Bad:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）弄虚作假的；
    （二）拒不整改的。
    第二条 有第一条第五项情形的，予以公告。
Good:
    甲市集群管理办法
    第一条 为促进集群发展，根据《某法》第三十条，制定本办法。
    第二条 违反本办法第一条规定的，撤销认定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.citations import NUMBER, number_of
from policydoc.model import Fact, Finding, Kind, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._citations import iter_own
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_articles, runs_paragraphs_together

STEP = re.compile(rf"第({NUMBER})(条|款)(?!之)|第?[（(]?({NUMBER})[）)]?(项)")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    known = {label_number(a.num): _paragraphs(a) for a in iter_articles(policy.operative)}
    if not known:
        return
    merged, told = runs_paragraphs_together(policy), False
    seen: set[tuple[str, int]] = set()
    for provision, fact in iter_own(policy):
        steps = list(STEP.finditer(fact.quote))
        place = _failing(fact, steps, known) if fact.resolved is False else None
        if place is None or (fact.eid, fact.start + place.start()) in seen:
            continue
        seen.add((fact.eid, fact.start + place.start()))
        article = next(s for s in reversed(steps) if s[2] == "条" and s.start() <= place.start())
        if merged and place[2] == "款":
            if not told:
                yield _run_together(provision, fact, article.start(), place.end(), len(known))
            told = True
            continue
        missing = place[0] if place is article else f"{article[0]}没有{place[0]}"
        yield found(
            provision, fact.start + article.start() if article.end() == place.start() else fact.start + place.start(),
            fact.start + place.end(),
            f"本文件没有{missing}。" if place is article else f"{missing}。", "核对所引条、款、项的序号",
        )  # fmt: skip


def _run_together(provision: Provision, fact: Fact, start: int, end: int, articles: int) -> Finding:
    """One hint for a copy that lost where its 款 begin."""
    return found(
        provision, fact.start + start, fact.start + end,
        f"全文 {articles} 条都只有一款，却引用“{fact.quote[start:end]}”，可能是转载时并了段。",
        "对照原件分款", certain=False,
    )  # fmt: skip


def _failing(
    fact: Fact, steps: list[re.Match[str]], known: dict[int | None, int]
) -> re.Match[str] | None:
    """The first step printed in the quote that the fact's target has and the text has not."""
    wanted = [(m[2] or m[4], number_of(m[1] or m[3])) for m in STEP.finditer(fact.target)]
    if not wanted or wanted[0][0] != "条":
        return None
    unit, number = wanted[0] if wanted[0][1] not in known else wanted[-1]
    if len(wanted) > 2 and wanted[1][1] > known.get(wanted[0][1], wanted[1][1]):
        unit, number = wanted[1]  # 第十条第二款第一项, where 第十条 has one 款
    if unit == "条" and number in known:
        return None
    return next(
        (s for s in steps if (s[2] or s[4], number_of(s[1] or s[3])) == (unit, number)), None
    )


def _paragraphs(article: Provision) -> int:
    return sum(child.kind is Kind.PARAGRAPH for child in article.children)


RULE = Rule(Severity.ERROR, "引用准确：所引条、款、项应当存在", _check, group="C")
