"""The tree as Markdown that parses back into the same tree: one paragraph a provision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Kind, Policy, Provision
from policydoc.plugins import Writer

MARKS = {Kind.PART: "##", Kind.SUBPART: "##", Kind.CHAPTER: "##", Kind.SECTION: "###"}
INLINE = re.compile(r"([\\*_`\[\]])")
OPENING = re.compile(r"^(#|>|[-+=|~])")
SETTINGS = (
    ("id", "id"), ("title", "title"), ("short_title", "short_title"), ("region", "region"),
    ("level", "level"), ("doc_number", "number"), ("issued", "issued"), ("effective", "effective"),
    ("expires", "expires"), ("text_status", "text_status"),
)  # fmt: skip


def _write(policy: Policy) -> bytes:
    blocks = [*_settings(policy), *_act(policy)]
    for annex in policy.attachments:
        blocks += _act(annex)
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "backslashreplace")


def _settings(policy: Policy) -> Iterator[str]:
    identity = policy.identity
    said = [(name, getattr(identity, key)) for name, key in SETTINGS if getattr(identity, key)]
    if identity.issuers:
        said.append(("issuer", "、".join(identity.issuers)))
    if said:
        yield "\n".join(["---", *[f"{name}: {value}" for name, value in said], "---"])


def _act(policy: Policy) -> Iterator[str]:
    """The notice stands before the title, as it was printed."""
    title = [p for p in policy.preface if p.kind is Kind.TITLE]
    notice_first = bool(title and policy.preamble) and _stands_before(policy.preamble[0], title[0])
    notice = [p for p in policy.preamble if notice_first and _stands_before(p, title[0])]
    for provision in notice:
        yield from _blocks(provision)
    for provision in title:
        label = provision.num + ("：" if provision.num == "附" else "")
        yield "# " + _escaped(_joined(label, provision.text))
    for provision in (*policy.preface[len(title) :], *policy.preamble[len(notice) :]):
        yield from _blocks(provision)
    for provision in (*policy.body, *policy.conclusions):
        yield from _blocks(provision)


def _stands_before(left: Provision, right: Provision) -> bool:
    if left.span is None or right.span is None:
        return False
    return (left.span.block, left.span.start) < (right.span.block, right.span.start)


def _blocks(provision: Provision) -> Iterator[str]:
    yield from _own(provision)
    for child in _after_own(provision):
        yield from _blocks(child)
    if provision.wrap_up:
        yield _escaped(provision.wrap_up)


def _own(provision: Provision) -> Iterator[str]:
    """The block or blocks that a provision's own words make."""
    kind = provision.kind
    if kind is Kind.TABLE:
        yield _table(provision)
    elif kind in MARKS:
        yield f"{MARKS[kind]} {_escaped(_joined(provision.num, provision.heading))}"
    elif kind is Kind.ARTICLE:
        yield _article(provision)
    elif kind is Kind.LEVEL and not provision.num:
        yield f"### {_escaped(provision.heading)}"
    elif kind is Kind.PARAGRAPH and provision.heading:
        yield f"**{_escaped(provision.heading)}** {_escaped(provision.text)}"
    elif provision.heading:
        yield provision.num + _escaped(provision.heading)
    elif provision.num or provision.text:
        yield _labelled(provision)
    if provision.heading and provision.text and kind is not Kind.PARAGRAPH:
        yield _escaped(provision.text)


def _labelled(provision: Provision) -> str:
    gap = " " if provision.num[-1:].isdigit() else ""
    return _escaped(provision.num + gap + provision.text)


def _article(article: Provision) -> str:
    """Label, heading and the words of the first 款 on one line."""
    first = article.children[0] if article.children else None
    words = first.text if first is not None and _is_plain(first) else ""
    label = article.num + (" " + article.heading if article.heading else "")
    return _escaped(_joined(label, words))


def _is_plain(provision: Provision) -> bool:
    return provision.kind is Kind.PARAGRAPH and not provision.heading and not provision.num


def _after_own(provision: Provision) -> Iterator[Provision]:
    """The children that still have to be written."""
    for place, child in enumerate(provision.children):
        if place == 0 and provision.kind is Kind.ARTICLE and _is_plain(child):
            yield from child.children
        else:
            yield child


def _joined(label: str, words: str) -> str:
    return f"{label} {words}".strip()


def _escaped(text: str) -> str:
    """Text in which no character is a mark of Markdown."""
    return OPENING.sub(r"\\\1", INLINE.sub(r"\\\1", text))


def _table(provision: Provision) -> str:
    rows = [
        "| "
        + " | ".join(_escaped(cell).replace("|", "\\|").replace("\n", "<br>") for cell in row)
        + " |"
        for row in provision.rows
    ]
    width = max((len(row) for row in provision.rows), default=1)
    return "\n".join([*rows[:1], "|" + "---|" * width, *rows[1:]])


WRITER = Writer(".md", _write)
