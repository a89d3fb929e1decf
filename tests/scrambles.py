"""Copies of a policy that say the same in another order or form, with where each eId went."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from policydoc.model import Kind, Policy, Provision

Moves = dict[str, str]
Scrambled = tuple[Policy, Moves]


def articles_of(policy: Policy) -> list[Provision]:
    found: list[Provision] = []
    stack = list(reversed(policy.body))
    while stack:
        provision = stack.pop()
        if provision.kind is Kind.ARTICLE:
            found.append(provision)
        else:
            stack.extend(reversed(provision.children))
    return found


def renamed(provision: Provision, old: str, new: str, moves: Moves) -> Provision:
    eid = new + provision.eid.removeprefix(old)
    moves[provision.eid] = eid
    children = tuple(renamed(child, old, new, moves) for child in provision.children)
    return replace(provision, eid=eid, children=children, span=None, label_span=None)


def reworded(policy: Policy, change: Callable[[str], str]) -> Policy:
    def turn(provision: Provision) -> Provision:
        return replace(
            provision,
            text=change(provision.text),
            heading=change(provision.heading),
            children=tuple(turn(child) for child in provision.children),
        )

    zones = {
        zone: tuple(turn(p) for p in getattr(policy, zone))
        for zone in ("preface", "preamble", "body", "conclusions")
    }
    return replace(
        policy,
        facts=(),
        attachments=tuple(reworded(a, change) for a in policy.attachments),
        **zones,
    )


def shuffled(policy: Policy, seed: int) -> Scrambled:
    """All articles in another order, numbered anew, without chapters."""
    articles = articles_of(policy)
    random.Random(seed).shuffle(articles)
    moves: Moves = {}
    body = tuple(
        renamed(article, article.eid, f"art_{number}", moves)
        for number, article in enumerate(articles, 1)
    )
    return replace(policy, body=body, facts=()), moves


def annex_folded(policy: Policy) -> Scrambled:
    """The annex's preamble and levels as one more article with 项."""
    annex = policy.attachments[0]
    number = len(articles_of(policy)) + 1
    lead = annex.preamble[0]
    para = f"art_{number}__para_1"
    moves = {lead.eid: f"art_{number}"}
    items = []
    for index, level in enumerate((p for p in annex.body if p.kind is Kind.LEVEL), 1):
        eid = f"{para}__subpara_{index}"
        moves[level.eid] = eid
        words = "。".join(part for part in (level.heading, level.text) if part)
        items.append(Provision(Kind.SUBPARAGRAPH, eid, f"（{index}）", text=words))
    paragraph = Provision(Kind.PARAGRAPH, para, text=lead.text, children=tuple(items))
    article = Provision(Kind.ARTICLE, f"art_{number}", f"第{number}条", children=(paragraph,))
    return replace(policy, body=(*policy.body, article), attachments=(), facts=()), moves


def items_to_annex(policy: Policy, eid: str) -> Scrambled:
    """An article with 项 as an annex of levels: a heading line, then the words."""
    article = next(a for a in articles_of(policy) if a.eid == eid)
    paragraph = article.children[0]
    moves = {eid: "att_1__preamble"}
    levels = []
    for index, item in enumerate(paragraph.children, 1):
        moves[item.eid] = f"att_1__level_{index}"
        heading, _, words = item.text.partition("。")
        levels.append(
            Provision(Kind.LEVEL, f"att_1__level_{index}", f"{index}、", heading, words or heading)
        )
    annex = replace(
        policy,
        preface=(Provision(Kind.TITLE, "att_1__preface", "附件", text="认定标准"),),
        preamble=(Provision(Kind.PREAMBLE, "att_1__preamble", text=paragraph.text),),
        body=tuple(levels),
        conclusions=(),
        attachments=(),
        facts=(),
    )
    body = tuple(_without(p, eid) for p in policy.body if p.eid != eid)
    return replace(policy, body=body, attachments=(annex,), facts=()), moves


def _without(provision: Provision, eid: str) -> Provision:
    kept = tuple(_without(child, eid) for child in provision.children if child.eid != eid)
    return replace(provision, children=kept)


def items_merged(policy: Policy, first: str, second: str) -> Scrambled:
    """Two 项 as one: the words of the second stand behind those of the first."""
    words = {p.eid: p.text for a in articles_of(policy) for p in a.children[0].children}
    moves = {second: first}

    def turn(provision: Provision) -> Provision:
        children = tuple(turn(child) for child in provision.children if child.eid != second)
        if provision.eid == first:
            return replace(provision, text=provision.text + words[second], children=children)
        return replace(provision, children=children)

    return replace(policy, body=tuple(turn(p) for p in policy.body), facts=()), moves


def names_swapped(policy: Policy, names: dict[str, str]) -> Policy:
    """Bodies and places called otherwise."""

    def change(text: str) -> str:
        for old, new in names.items():
            text = text.replace(old, new)
        return text

    identity = replace(
        policy.identity, region=change(policy.identity.region), title=change(policy.identity.title)
    )
    return replace(reworded(policy, change), identity=identity)


def numbers_changed(policy: Policy, seed: int) -> Policy:
    """Every number in digits is another."""
    chance = random.Random(seed)
    return reworded(policy, lambda text: re.sub(r"\d+", lambda m: str(chance.randint(2, 99)), text))
