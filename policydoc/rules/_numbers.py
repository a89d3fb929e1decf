"""Printed labels as numbers, for rules on numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from policydoc.chinese.numerals import parse_numeral
from policydoc.model import Finding, Kind, Policy, Provision
from policydoc.rules._places import iter_articles, whole

NUMERAL = re.compile(r"[〇零一二三四五六七八九十百千两]+|[0-9０-９]+")

NARROW = str.maketrans("（）．", "().")
LABELLED = re.compile(r"[（(]?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[）).．、]")


def goes_on(before: Provision, after: Provision) -> str:
    """The label with which the 款 `after` goes on with the list of `before` in another form."""
    label = LABELLED.match(after.text)
    if label is None or not before.children:
        return ""
    last = before.children[-1].num
    number = label_number(last)
    if number is None or label_number(label[1]) != number + 1:
        return ""
    return "" if _form(last) == _form(label[0]) else label[0]


def odd_child(one: Provision) -> Provision | None:
    """二、 read as the only child of （一）: the next item, labelled in another form."""
    if len(one.children) != 1 or not one.children[0].num:
        return None
    stray = one.children[0]
    first, second = label_number(one.num), label_number(stray.num)
    if first is None or second != first + 1 or _form(stray.num) == _form(one.num):
        return None
    return stray


def _form(label: str) -> str:
    return NUMERAL.sub(lambda m: "1" if m[0].isdecimal() else "一", label.translate(NARROW))


def interrupted(policy: Policy) -> frozenset[str]:
    """The eIds of the 款 whose list goes on, or goes on from, beyond another 款 of the article."""
    found: set[str] = set()
    for article in iter_articles(policy.operative):
        paragraphs = [p for p in article.children if p.kind is Kind.PARAGRAPH]
        for pair in pairwise(paragraphs):
            if goes_on(*pair):
                found.update(p.eid for p in pair)
        lists = [p for p in paragraphs if p.children]
        for before, after in pairwise(lists):
            last, first = (
                label_number(n) for n in (before.children[-1].num, after.children[0].num)
            )
            if last is not None and first == last + 1:
                found.update((before.eid, after.eid))
    return frozenset(found)


def label_number(num: str) -> int | None:
    """第二十一条 → 21, （三） → 3, 2. → 2; None where there is no number, or a 之一."""
    match = None if "之" in num else NUMERAL.search(num)
    number = parse_numeral(match[0]) if match and len(match[0]) < 12 else None
    return None if number is None else int(number)


def breaks(provisions: Sequence[Provision], what: str) -> Iterator[Finding]:
    """A finding at each label that does not follow the one before it."""
    before: tuple[Provision, int] | None = None
    for provision in provisions:
        number = label_number(provision.num)
        if number is None:
            continue
        jumps = before and (number not in (1, before[1] + 1) or number == before[1])
        if before is not None and jumps and not (number == before[1] + 2 and odd_child(before[0])):
            kind = "重复" if number == before[1] else "不连续"
            yield whole(
                provision,
                f"{what}编号{kind}：“{before[0].num}”之后是“{provision.num}”。",
                "核对是否漏条、重号，按顺序重新编号",
            )
        before = (provision, number)
