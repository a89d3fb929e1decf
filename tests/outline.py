"""How tests see a tree: an outline a lawyer can read, and the invariants of every tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from policydoc.model import Line, Policy, Provision, Source, Span, iter_policies, walk, words_at
from policydoc.model.source import table_text


def outline(policy: Policy) -> str:
    """One line a provision: depth, eId, label, heading, words."""
    lines: list[str] = []
    for part in iter_policies(policy):
        for zone in (part.preface, part.preamble, part.body, part.conclusions):
            for provision in zone:
                lines += _lines(provision, 0)
    lines += [f"- {item.reason}: {item.text}" for item in policy.removed]
    return "\n".join(lines) + "\n"


def _lines(provision: Provision, depth: int) -> Iterator[str]:
    words = (provision.num, provision.heading, provision.text, provision.wrap_up)
    cells = [" | ".join(row) for row in provision.rows]
    yield "  " * depth + " ".join(filter(None, (provision.eid, *words, *cells)))
    for child in provision.children:
        yield from _lines(child, depth + 1)


def shape(policy: Policy) -> list[tuple[str, str, str]]:
    """Kind, label and heading of each provision, white space apart: what dressing must not change."""
    return [(p.kind.value, _bare(p.num), _bare(p.heading)) for p in walk(policy)]


def _bare(text: str) -> str:
    return "".join(text.split())


def read_words(source: Source) -> Counter[str]:
    """Every visible character that was read."""
    words: Counter[str] = Counter()
    for block in source.blocks:
        text = block.text if isinstance(block, Line) else table_text(block)
        words.update(_bare(text))
    for item in getattr(source, "removed", ()):
        words.update(_bare(item.text))
    return words


def kept_words(policy: Policy) -> Counter[str]:
    """Every visible character of the tree and of what was removed."""
    words: Counter[str] = Counter()
    for p in walk(policy):
        for text in (p.num, p.heading, p.text, p.wrap_up, *("".join(row) for row in p.rows)):
            words.update(_bare(text))
    for item in policy.removed:
        words.update(_bare(item.text))
    return words


def lost(source: Source, policy: Policy) -> tuple[str, str]:
    """Characters that are lost, and characters that are kept twice."""
    read, kept = read_words(source), kept_words(policy)
    return "".join(sorted((read - kept).elements())), "".join(sorted((kept - read).elements()))


def wrong_spans(source: Source, policy: Policy) -> list[str]:
    """eIds whose span does not lead to their words."""
    wrong = []
    for p in walk(policy):
        if p.text and p.span is not None and not _leads_to(source, p.span, p.text):
            wrong.append(p.eid)
        if (
            p.num
            and p.label_span is not None
            and not p.rows
            and not _leads_to(source, p.label_span, p.num)
        ):
            wrong.append(p.eid)
    return wrong


def _leads_to(source: Source, span: Span, words: str) -> bool:
    there = words_at(source, span)
    if span.end_block is None or span.end_block == span.block:
        return there == words or there.startswith(words)
    return _is_within(_bare(words), _bare(there))


def _is_within(words: str, text: str) -> bool:
    """Do the words stand in the text in order? (A page number may stand between.)"""
    rest = iter(text)
    return all(char in rest for char in words)


def assert_sound(source: Source, policy: Policy) -> None:
    """Nothing lost, nothing twice, eIds unique, spans exact."""
    assert lost(source, policy) == ("", "")
    eids = [p.eid for p in walk(policy)]
    assert len(eids) == len(set(eids)), [e for e, n in Counter(eids).items() if n > 1]
    assert wrong_spans(source, policy) == []
