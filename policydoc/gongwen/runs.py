"""The runs of a paragraph: its text, and cutting runs so that some hold exact words."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from policydoc.gongwen.opened import MC, W

if TYPE_CHECKING:
    from lxml.etree import _Element

KEEP = "{http://www.w3.org/XML/1998/namespace}space"


def iter_paragraphs(document: _Element) -> Iterator[_Element]:
    """The paragraphs of a document part in reading order, each once."""
    for paragraph in document.iter(f"{W}p"):
        if not any(ancestor.tag == f"{MC}Fallback" for ancestor in paragraph.iterancestors()):
            yield paragraph


def text_of(paragraph: _Element) -> str:
    """The characters of a paragraph that comments are counted in."""
    return "".join(text.text or "" for run in _runs(paragraph) for text in run.iter(f"{W}t"))


def runs_between(paragraph: _Element, start: int, end: int) -> list[_Element]:
    """The runs that hold the characters from `start` to `end` and nothing else, cut where need be."""
    return list(_between(paragraph, start, end))


def _between(paragraph: _Element, first: int, last: int) -> Iterator[_Element]:
    place = 0
    for run in list(_runs(paragraph)):
        length = _length(run)
        start, end = first - place, last - place
        place += length
        if not length or end <= 0 or start >= length:
            continue
        if end < length:
            _cut(run, end)
        yield _cut(run, start) if start > 0 else run


def _runs(paragraph: _Element) -> Iterator[_Element]:
    """The runs of a paragraph itself, not those of a text box anchored in it."""
    for run in paragraph.iter(f"{W}r"):
        owner = next(a for a in run.iterancestors() if a.tag == f"{W}p")
        if owner is paragraph:
            yield run


def _length(run: _Element) -> int:
    return sum(len(text.text or "") for text in run.findall(f"{W}t"))


def _cut(run: _Element, offset: int) -> _Element:
    """Cut a run before its character `offset`; returns the second part, which follows the first."""
    second = deepcopy(run)
    for child in list(second):
        if child.tag != f"{W}rPr":
            second.remove(child)
    place = 0
    for child in [c for c in run if c.tag != f"{W}rPr"]:
        length = len(child.text or "") if child.tag == f"{W}t" else 0
        if place >= offset:
            second.append(child)
        elif place + length > offset:
            tail = deepcopy(child)
            text = child.text or ""
            child.text, tail.text = text[: offset - place], text[offset - place :]
            for piece in (child, tail):
                piece.set(KEEP, "preserve")
            second.append(tail)
        place += length
    run.addnext(second)
    return second
