"""The bones of a tree in one line: headings, articles with their counts of 款 and 项, levels."""

from __future__ import annotations

from policydoc.model import Kind, Policy, Provision

HEADED = (Kind.PART, Kind.SUBPART, Kind.CHAPTER, Kind.SECTION)


def skeleton(policy: Policy) -> str:
    """`chp_1[总则] art_1 art_2:2款3项 | att_1[标题] level_1`: 1款 and 0项 are not printed."""
    parts = [_bones(policy)]
    for number, annex in enumerate(policy.attachments, start=1):
        title = "".join(p.text for p in annex.preface if p.kind is Kind.TITLE)
        bones = _bones(annex).replace(f"att_{number}__", "")
        parts.append(f"att_{number}[{''.join(title.split())}] {bones}".rstrip())
    return " | ".join(parts)


def _bones(policy: Policy) -> str:
    found: list[str] = []
    stack = list(reversed(policy.body))
    while stack:
        provision = stack.pop()
        if provision.kind in HEADED:
            found.append(f"{provision.eid}[{''.join(provision.heading.split())}]")
        elif provision.kind is Kind.ARTICLE:
            found.append(_article(provision))
            continue
        elif provision.kind is Kind.LEVEL:
            found.append(provision.eid)
        elif provision.kind is Kind.TABLE:
            found.append(f"table{len(provision.rows)}")
        elif provision.kind is Kind.PARAGRAPH and not provision.children:
            found.append("款")
        stack.extend(reversed(provision.children))
    return " ".join(found)


def _article(article: Provision) -> str:
    paras = [p for p in article.children if p.kind is Kind.PARAGRAPH]
    items = points = 0
    stack = list(article.children)
    while stack:
        child = stack.pop()
        items += child.kind is Kind.SUBPARAGRAPH
        points += child.kind is Kind.POINT
        stack += child.children
    text = article.eid + (f"{article.heading}" if article.heading else "")
    text += f":{len(paras)}款" if len(paras) != 1 else ""
    text += f":{items}项" if items else ""
    return text + (f":{points}目" if points else "")
