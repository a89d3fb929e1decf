"""Policies for tests, written as lines: an article number, its 款, and （n） for its 项."""

from __future__ import annotations

from policydoc.model import Fact, Identity, Kind, Policy, Provision, walk
from policydoc.plugins import Extractor


def article(number: int, *lines: str, prefix: str = "") -> Provision:
    """An article; a line that begins with ＊ is a 项 of the 款 before it."""
    eid = f"{prefix}art_{number}"
    paragraphs: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("＊"):
            paragraphs[-1][1].append(line[1:])
        else:
            paragraphs.append((line, []))
    children = []
    for at, (text, items) in enumerate(paragraphs, 1):
        paragraph = f"{eid}__para_{at}"
        inside = tuple(
            Provision(Kind.SUBPARAGRAPH, f"{paragraph}__subpara_{n}", f"（{n}）", text=item)
            for n, item in enumerate(items, 1)
        )
        children.append(Provision(Kind.PARAGRAPH, paragraph, text=text, children=inside))
    return Provision(Kind.ARTICLE, eid, children=tuple(children))


def chapter(number: int, heading: str, *articles: Provision) -> Provision:
    return Provision(Kind.CHAPTER, f"chp_{number}", heading=heading, children=articles)


def policy(
    *body: Provision, title: str = "某市示范基地管理办法", annex: Policy | None = None
) -> Policy:
    identity = Identity(title=title, issuers=("某市工业和信息化局",), level="municipal")
    return Policy(identity, body=body, attachments=(annex,) if annex else ())


def annex(title: str, opening: str, *levels: tuple[str, str]) -> Policy:
    body = tuple(
        Provision(Kind.LEVEL, f"att_1__level_{n}", heading=heading, text=text)
        for n, (heading, text) in enumerate(levels, 1)
    )
    return Policy(
        Identity(title=title),
        preface=(Provision(Kind.TITLE, "att_1__preface", "附件", text=title),),
        preamble=(Provision(Kind.PREAMBLE, "att_1__preamble", text=opening),),
        body=body,
    )


def facts(extractor: Extractor, text: Policy) -> list[Fact]:
    """What the extractor finds; every quote is checked against the provision it cites."""
    found = list(extractor.extract(text))
    texts = {provision.eid: provision.text for provision in walk(text)}
    for fact in found:
        assert texts[fact.eid][fact.start : fact.end] == fact.quote
        assert fact.quote
    return found
