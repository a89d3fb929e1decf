"""A label in a form its rank does not have: 第10条, 1. directly below a 条, 2. amid （一）（三）.

A published statute keeps the labels of its time: there it is a hint.

Bad:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    1.弄虚作假的；
    2.不再符合条件的。
Bad:
    甲市集群管理办法
    第一条 为加强集群管理，制定本办法。
    第2条 市工业和信息化局负责集群认定。
Bad:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）弄虚作假的；
    2.不再符合条件的；
    （三）发生重大事故的。
Good:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）弄虚作假的，包括：
    1.伪造材料；
    2.虚报数据。
    （二）不再符合条件的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from policydoc.model import Finding, Kind, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import is_statute
from policydoc.rules._numbers import goes_on, odd_child
from policydoc.rules._places import found, iter_articles, whole

RANKS = {
    Kind.PART: "编", Kind.SUBPART: "分编", Kind.CHAPTER: "章", Kind.SECTION: "节", Kind.ARTICLE: "条",
}  # fmt: skip
DIGITS = re.compile(r"[0-9０-９]")
LISTED = (Kind.SUBPARAGRAPH, Kind.POINT, Kind.LEVEL)
ITEM = re.compile(r"[（(〔]\s?[一二三四五六七八九十百]{1,5}\s?[）)〕]|[㈠-㈩]")
NUMBERED = re.compile(r"[0-9０-９一二三四五六七八九十①-⑳⑴-⒇⒈-⒛]|^[A-Za-z]")
# Items run on in one line: ……条件：（1）……；（2）……
INLINE = re.compile(
    r"[：:]\s?(?P<one>[（(][1１][）)]|[1１][.．、](?!\d)|①)[^：:]{2,120}?[；;。，,]\s?(?:[（(][2２][）)]|[2２][.．、](?!\d)|②)"
)
POINT = re.compile(r"[0-9０-９]|[①-⑳⑴-⒇⒈-⒛]")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    certain = not is_statute(policy)
    for finding in (*_headings(policy), *_lists(policy)):
        yield replace(finding, certain=certain)


def _headings(policy: Policy) -> Iterator[Finding]:
    stack = list(reversed(policy.operative.body))
    while stack:
        provision = stack.pop()
        rank = RANKS.get(provision.kind)
        if rank and DIGITS.search(provision.num):
            message = f"“{provision.num}”用了阿拉伯数字，{rank}的序号用中文数字。"
            yield whole(provision, message, "改为中文数字")
        if provision.kind is not Kind.ARTICLE:
            stack.extend(reversed(provision.children))


def _lists(policy: Policy) -> Iterator[Finding]:
    for article in iter_articles(policy.operative):
        paragraphs = [c for c in article.children if c.kind is Kind.PARAGRAPH]
        lists = [[c for c in p.children if c.kind in LISTED] for p in paragraphs]
        for items in lists:
            yield from _wrong(items, ITEM, "项的序号用中文数字加括号，如“（一）”")
            yield from _points(items)
        yield from _mixed(paragraphs)
        yield from _inline(paragraphs)


def _points(items: list[Provision]) -> Iterator[Finding]:
    for item in items:
        points = [c for c in item.children if c.kind in LISTED]
        if stray := odd_child(item):
            message = f"同一列项序号形式不一：“{item.num}”之后是“{stray.num}”。"
            yield whole(stray, message, "统一为“（一）（二）”")
        elif ITEM.match(item.num):
            yield from _wrong(points, POINT, "目的序号用阿拉伯数字，如“1.”")


def _wrong(items: list[Provision], form: re.Pattern[str], right: str) -> Iterator[Finding]:
    odd = [item for item in items if item.num and not form.match(item.num)]
    if len(items) > 1 and odd and NUMBERED.search(odd[0].num):
        yield whole(odd[0], f"序号写作“{odd[0].num}”：{right}。", "改用规定的序号")


def _inline(paragraphs: list[Provision]) -> Iterator[Finding]:
    for paragraph in paragraphs:
        for match in INLINE.finditer(paragraph.text):
            yield found(
                paragraph, match.start("one"), match.end("one"),
                f"序号写作“{match['one']}”：项的序号用中文数字加括号，如“（一）”。", "改用规定的序号，分行写",
            )  # fmt: skip


def _mixed(paragraphs: list[Provision]) -> Iterator[Finding]:
    for before, after in pairwise(paragraphs):
        label = goes_on(before, after)
        if label:
            yield found(
                after, 0, len(label),
                f"同一列项序号形式不一：“{before.children[-1].num}”之后是“{label}”。", "统一为“（一）（二）”",
            )  # fmt: skip


RULE = Rule(
    Severity.WARNING,
    "立法法第六十五条：编、章、节、条、项的序号用中文数字，目的序号用阿拉伯数字",
    _check,
    group="B",
)
