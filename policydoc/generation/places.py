"""Where a paragraph stands in a Word file, and its words with what they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydoc.generation.package import MAIN, read_parts

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARTS = (
    (re.compile(r"^word/header[^/]*\.xml$"), "页眉"),
    (re.compile(r"^word/footer[^/]*\.xml$"), "页脚"),
    (re.compile(r"^word/footnotes\.xml$"), "脚注"),
    (re.compile(r"^word/endnotes\.xml$"), "尾注"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph: its part, its number there, and the table, row and cell it stands in.

    Numbers begin with 1; a paragraph outside tables has table 0. `paragraph` counts the
    paragraphs of the part, or of the cell.
    """

    part: str
    paragraph: int
    table: int = 0
    row: int = 0
    cell: int = 0

    def __str__(self) -> str:
        if self.table:
            return f"{self.part}表{self.table}第{self.row}行第{self.cell}格第{self.paragraph}段"
        return f"{self.part}第{self.paragraph}段"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph's text, and for each character what it stands in: "", 修订, 域, 批注.

    `breaks` are offsets between which something that is no text stands (a field, a drawing).
    `container` tells the cell or story the paragraph lies in; `line` the table row, `index` its
    number among all paragraphs of the part's file.
    """

    place: Place
    text: str
    within: tuple[str, ...]
    breaks: frozenset[int]
    container: int
    row: int
    table: int
    index: int
    file: str


def paragraphs(template: bytes, name: str = "模板") -> Iterator[Words]:
    """Every paragraph of the body, headers, footers and notes, in reading order."""
    from lxml import etree

    parts = read_parts(template, name)
    files = [(MAIN, "正文")]
    files += [(f, label) for f in parts for pattern, label in PARTS if pattern.match(f)]
    parser = etree.XMLParser(resolve_entities=False)
    for file, label in files:
        try:
            root = etree.fromstring(parts[file], parser)
        except etree.XMLSyntaxError:
            continue
        yield from _of_part(root, file, label)


def _of_part(root: _Element, file: str, label: str) -> Iterator[Words]:
    # All proxies are kept, or lxml makes new ones and the numbers are lost.
    number = {element: n for n, element in enumerate(root.iter(), 1)}
    tables = {table: n for n, table in enumerate(root.iter(f"{W}tbl"), 1)}
    counts: dict[int, int] = {}
    for index, paragraph in enumerate(root.iter(f"{W}p")):
        above = list(paragraph.iterancestors())
        if any(a.tag == FALLBACK for a in above):
            continue
        cell, row, table, box = (
            next((a for a in above if a.tag == f"{W}{tag}"), None)
            for tag in ("tc", "tr", "tbl", "txbxContent")
        )
        story = cell if cell is not None else root
        counts[number[story]] = counts.get(number[story], 0) + 1
        place = Place(label, counts[number[story]])
        if cell is not None and row is not None and table is not None:
            place = Place(
                label, place.paragraph, tables[table], _rank(row, table), _rank(cell, row)
            )
        text, within, breaks = _words(paragraph)
        yield Words(
            place, text, within, breaks, number[box if box is not None else story],
            number[row] if row is not None else 0, number[table] if table is not None else 0,
            index, file,
        )  # fmt: skip


def _rank(element: _Element, parent: _Element) -> int:
    """Which of its kind the element is in `parent`, from 1."""
    same = parent.findall(str(element.tag))
    return same.index(element) + 1 if element in same else 1


def _words(paragraph: _Element) -> tuple[str, tuple[str, ...], frozenset[int]]:
    text: list[str] = []
    within: list[str] = []
    breaks: set[int] = set()
    field = 0
    for element in _inside(paragraph):
        if element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            field += {"begin": 1, "end": -1}.get(kind or "", 0)
            breaks.add(len(text))
        elif element.tag in (f"{W}instrText", f"{W}drawing", f"{W}object", f"{W}commentReference"):
            breaks.add(len(text))
        elif element.tag in (f"{W}t", f"{W}delText"):
            state = _state(element, paragraph) or ("域" if field > 0 else "")
            if element.tag == f"{W}delText":
                state = "修订"
            for character in element.text or "":
                text.append(character)
                within.append(state)
        elif element.tag in (f"{W}tab", f"{W}br"):
            text.append("\t" if element.tag == f"{W}tab" else "\n")
            within.append("")
    return "".join(text), tuple(within), frozenset(breaks)


def _inside(paragraph: _Element) -> Iterator[_Element]:
    """Elements of the paragraph itself, not of text boxes that hang in it."""
    for child in paragraph:
        if child.tag in (f"{W}p", f"{W}txbxContent", f"{W}pPr", f"{W}rPr", FALLBACK):
            continue
        yield child
        yield from _inside(child)


def _state(element: _Element, paragraph: _Element) -> str:
    for above in element.iterancestors():
        if above is paragraph:
            return ""
        if above.tag in (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"):
            return "修订"
        if above.tag in (f"{W}fldSimple", f"{W}hyperlink"):
            return "域"
    return ""
