"""The runs of a paragraph: its text, and cutting runs so that some hold exact words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Piece:
    """A run that holds the characters `start` to `end` of its paragraph's text."""

    start: int
    end: int
    run: _Element


def cut_at(paragraph: _Element, offsets: Iterable[int]) -> list[Piece]:
    """Cut the runs of a paragraph at these characters; its runs with words, in order.

    One pass over the runs, however many cuts: a paragraph may bear thousands of comments.
    """
    cuts = sorted(set(offsets))
    pieces: list[Piece] = []
    place = next_cut = 0
    for run in list(_runs(paragraph)):
        end = place + _length(run)
        while next_cut < len(cuts) and cuts[next_cut] <= place:
            next_cut += 1
        while next_cut < len(cuts) and cuts[next_cut] < end:
            rest = _cut(run, cuts[next_cut] - place)
            pieces.append(Piece(place, cuts[next_cut], run))
            run, place = rest, cuts[next_cut]
            next_cut += 1
        if end > place:
            pieces.append(Piece(place, end, run))
        place = end
    return pieces


def between(pieces: list[Piece], start: int, end: int) -> list[_Element]:
    """The runs of pieces cut at `start` and `end` that hold the characters between them."""
    first = bisect_left(pieces, start, key=lambda piece: piece.start)
    last = bisect_left(pieces, end, key=lambda piece: piece.start)
    return [piece.run for piece in pieces[first:last]]


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
    second = _bare(run)
    look = run.find(f"{W}rPr")
    if look is not None:
        second.append(deepcopy(look))
    place = 0
    for child in [c for c in run if c is not look]:
        text = (child.text or "") if child.tag == f"{W}t" else ""
        if place >= offset:
            second.append(child)
        elif place + len(text) > offset:
            tail = _bare(child)
            child.text, tail.text = text[: offset - place], text[offset - place :]
            for piece in (child, tail):
                piece.set(KEEP, "preserve")
            second.append(tail)
        place += len(text)
    run.addnext(second)
    return second


def _bare(element: _Element) -> _Element:
    """An element of the same name and attributes with nothing in it."""
    return element.makeelement(element.tag, {str(k): str(v) for k, v in element.attrib.items()})
