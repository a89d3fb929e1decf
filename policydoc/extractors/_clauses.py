"""Sentences and clauses of a provision, with their places; brackets and quotations hold together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policydoc.model import Kind, Policy, Provision, iter_policies

MARKS = re.compile(r"[。！？；;，,：:（(）)“”《》〈〉\n]")
OPENS, CLOSES = "（(“《〈", "）)”》〉"
ENDS = "。！？\n"
SILENT = {Kind.TITLE, Kind.NOTE, Kind.TABLE}
Clause = tuple[int, int]
WIDE = str.maketrans(",;:()!?", "，；：（）！？")


def widened(text: str) -> str:
    """The text with full-width marks, one for one, so that patterns and offsets both hold."""
    return text.translate(WIDE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its offsets and those of its clauses, marks at the ends left out."""

    start: int
    end: int
    clauses: tuple[Clause, ...]


def iter_sentences(text: str, *, at_semicolons: bool = True) -> Iterator[Sentence]:
    """Sentences in order; a semicolon ends one too, unless told otherwise."""
    ends = ENDS + ("；;" if at_semicolons else "")
    depth = 0
    start = begin = 0
    clauses: list[Clause] = []
    for mark in MARKS.finditer(text):
        char, place = mark[0], mark.start()
        if char in ENDS:
            depth = 0  # an unclosed bracket must not swallow the rest
        if char in OPENS:
            depth += 1
        elif char in CLOSES:
            depth = max(0, depth - 1)
        elif not depth and not _in_number(text, place):
            _add(clauses, text, begin, place)
            begin = place + 1
            if char in ends:
                yield from _close(clauses, start, begin)
                clauses, start = [], begin
    _add(clauses, text, begin, len(text))
    yield from _close(clauses, start, len(text))


def _in_number(text: str, place: int) -> bool:
    return (
        text[place] in ",:"
        and text[place - 1 : place].isdigit()
        and text[place + 1 : place + 2].isdigit()
    )


def _add(clauses: list[Clause], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        clauses.append((start, end))


def _close(clauses: list[Clause], start: int, end: int) -> Iterator[Sentence]:
    if clauses:
        yield Sentence(clauses[0][0], clauses[-1][1], tuple(clauses))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A provision with words of its own: the prefix of its annex, and the 条 and 款 it stands in."""

    provision: Provision
    prefix: str
    article: str
    paragraph: str


def iter_spoken(policy: Policy, *, preamble: bool = False) -> Iterator[Spoken]:
    """Every provision of body and annexes that has text, in reading order.

    A covering notice and its addressees provide nothing, so they come only with `preamble`;
    the opening of an annex always comes.
    """
    for part in iter_policies(policy):
        prefix = _prefix(part)
        zones = part.preamble + part.body if part is not policy or preamble else part.body
        stack: list[tuple[Provision, str, str]] = [(p, "", "") for p in reversed(zones)]
        while stack:
            provision, article, paragraph = stack.pop()
            if provision.kind is Kind.ARTICLE:
                article, paragraph = provision.eid, ""
            elif provision.kind is Kind.PARAGRAPH:
                paragraph = provision.eid
            if provision.text and provision.kind not in SILENT:
                yield Spoken(provision, prefix, article, paragraph)
            stack.extend((c, article, paragraph) for c in reversed(provision.children))


def _prefix(part: Policy) -> str:
    """att_1__ of an annex, "" of the policy itself."""
    for zone in (part.preface, part.preamble, part.body):
        for provision in zone:
            steps = provision.eid.split("__")
            kept = [step for step in steps if step.startswith("att_")]
            return "__".join(kept) + "__" if kept else ""
    return ""
