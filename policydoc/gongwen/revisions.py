"""Tracked changes in a copy of a file: accept them for the mended text, reject them for the original."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydoc.gongwen.opened import Opened, W
from policydoc.gongwen.package import zipped
from policydoc.gongwen.runs import KEEP, between, cut_at

if TYPE_CHECKING:
    from lxml.etree import _Element

# No clock: the same input gives the same file.
DATE = "2000-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Revision:
    """The characters `start` to `end` of a paragraph's text replaced by `words`."""

    start: int
    end: int
    words: str


def revised(document: Opened, revisions: Iterable[tuple[_Element, Revision]], author: str) -> bytes:
    """The file with these tracked changes; of changes that overlap, the first is kept.

    The paragraphs are changed in place, so `document` is not to be used again.
    """
    from lxml import etree

    by_paragraph: dict[_Element, list[Revision]] = {}
    for paragraph, revision in revisions:
        by_paragraph.setdefault(paragraph, []).append(revision)
    number = 900_000  # above what Word itself has numbered in the file
    for paragraph, changes in by_paragraph.items():
        apart = _apart(changes)
        pieces = cut_at(paragraph, (place for c in apart for place in (c.start, c.end)))
        for change in apart:
            _revise(between(pieces, change.start, change.end), change.words, number, author)
            number += 2
    contents = dict(document.contents)
    contents[document.document_name] = etree.tostring(
        document.document, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return zipped(contents)


def _apart(changes: list[Revision]) -> list[Revision]:
    kept: list[Revision] = []
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return kept


def _revise(runs: list[_Element], new: str, number: int, author: str) -> None:
    from lxml import etree

    if not runs:
        return
    inserted = _wrapper("ins", number, author)
    run = etree.SubElement(inserted, f"{W}r")
    if (look := runs[0].find(f"{W}rPr")) is not None:
        run.append(deepcopy(look))
    text = etree.SubElement(run, f"{W}t")
    text.text = new
    text.set(KEEP, "preserve")
    runs[-1].addnext(inserted)
    deleted = _wrapper("del", number + 1, author)
    runs[0].addprevious(deleted)
    for old in runs:
        for words in old.iter(f"{W}t"):
            words.tag = f"{W}delText"
            words.set(KEEP, "preserve")
        deleted.append(old)


def _wrapper(kind: str, number: int, author: str) -> _Element:
    from lxml import etree

    attributes = {f"{W}id": str(number), f"{W}author": author, f"{W}date": DATE}
    return etree.Element(f"{W}{kind}", attributes)
