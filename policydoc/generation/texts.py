"""The text of a policy as blocks to be printed: chapters, articles, items, annexes."""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.generation.plain import Record, record
from policydoc.model import Kind, Policy, Provision

CHAPTERS = (Kind.PART, Kind.SUBPART, Kind.CHAPTER, Kind.SECTION)


def text_records(policy: Policy) -> list[Record]:
    """Blocks in reading order: kind is chapter, article, heading, annex or text."""
    blocks = [*_body(policy)]
    several = len(policy.attachments) > 1
    for number, annex in enumerate(policy.attachments, 1):
        title = next((p for p in annex.preface if p.kind is Kind.TITLE), None)
        label = (title.num if title else "") or (f"附件{number}" if several else "附件")
        blocks.append(_block("annex", label, title.text if title else annex.identity.title))
        blocks += [_block("text", "", p.text) for p in annex.preamble if p.text]
        blocks += _body(annex)
    return blocks


def _block(kind: str, num: str, text: str) -> Record:
    return record({"kind": kind, "num": num, "text": text}, "text")


def _body(policy: Policy) -> Iterator[Record]:
    for provision in policy.body:
        yield from _provision(provision)


def _provision(provision: Provision) -> Iterator[Record]:
    children = list(provision.children)
    if provision.kind in CHAPTERS:
        yield _block("chapter", provision.num, " ".join(provision.heading.split()))
    elif provision.kind is Kind.ARTICLE:
        text = provision.text
        if not text and children and children[0].kind is Kind.PARAGRAPH:
            first = children.pop(0)
            text, children = first.text, [*first.children, *children]
        yield _block("article", provision.num, f"{provision.heading}{text}")
    elif provision.heading:
        yield _block("heading", provision.num, provision.heading)
        if provision.text:
            yield _block("text", "", provision.text)
    elif provision.kind is Kind.TABLE:
        yield from (_block("text", "", "\t".join(row)) for row in provision.rows)
    elif provision.text or provision.num:
        yield _block("text", provision.num, provision.text)
    for child in children:
        yield from _provision(child)
    if provision.wrap_up:
        yield _block("text", "", provision.wrap_up)
