"""The lines and tables of an element of a web page, as a browser would show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydoc.model import Block, Line, Table
from policydoc.readers._pages import Weights, is_noise
from policydoc.readers._tables import as_blocks

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT_TABLES = 20  # tables within tables; deeper ones are read as running text
NO_WORDS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "frame",
        "object",
        "embed",
        "svg",
        "canvas",
        "audio",
        "video",
        "map",
        "meta",
        "link",
        "base",
        "head",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
        "summary",
        "details",
    ]
)
BOLD = frozenset(("b", "strong"))
WIDE = r"[\u2e80-\u9fff\uf900-\uffef“”‘’…—]"
WRAPPED = re.compile(rf"(?<={WIDE})[ \t\r\n\f]*[\r\n][ \t\r\n\f]*(?={WIDE})")
BLANKS = re.compile(r"[ \t\r\n\f]+")
NUMBERED = re.compile(r"\s*[（(第]?[〇零一二三四五六七八九十百\d]+\s*[）)、.．条章节]")


def words_of(element: _Element) -> str:
    """The words of an element, without scripts and styles in it."""
    pieces = []
    for child in element.iter():
        if isinstance(child.tag, str) and child.tag not in NO_WORDS:
            pieces.append(child.text or "")
        if child is not element:
            pieces.append(child.tail or "")
    return BLANKS.sub(" ", " ".join(pieces)).strip()


@dataclass
class _Lines:
    """Lines being put together."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    style: str = ""
    label: str = ""
    bold: int = 0
    bold_first: bool | None = None
    bold_all: bool = True
    counted: dict[_Element, int] = field(default_factory=dict)

    def add(self, text: str, verbatim: bool) -> None:
        """Add the words of a text node to the line."""
        if verbatim:
            first, *others = text.splitlines() or [""]
            self.pieces.append(first)
            for line in others:
                self.end()
                self.pieces.append(line)
            return
        words = BLANKS.sub(" ", WRAPPED.sub("", text))
        if words.strip():
            is_bold = self.bold > 0
            self.bold_first = is_bold if self.bold_first is None else self.bold_first
            self.bold_all = self.bold_all and is_bold
        self.pieces.append(words)

    def end(self) -> None:
        """End the line, if it holds a word."""
        text = WRAPPED.sub("", "".join(self.pieces)).strip(" \t\r\n\f\xa0")
        if text.strip():
            if self.label and not NUMBERED.match(text):
                text = f"{self.label} {text}"
            look = ("bold" if self.bold_all else "bold-lead") if self.bold_first else ""
            self.blocks.append(Line(text, self.style or look))
            self.label = ""
        self.pieces, self.bold_first, self.bold_all = [], None, True


def blocks_of(box: _Element, weights: Weights, aside: list[str], tables: int = 0) -> list[Block]:
    """The lines and tables of an element in reading order; no recursion but for tables."""
    lines = _Lines()
    stack: list[tuple[str, _Element]] = [("open", box)]
    while stack:
        step, element = stack.pop()
        if step == "tail":
            lines.add(element.tail or "", False)
        elif step == "close":
            _close(element, lines)
        elif not isinstance(element.tag, str):
            continue
        elif element is not box and is_noise(element, weights):
            aside.append(words_of(element))
        elif element.tag == "table" and tables < LIMIT_TABLES:
            lines.end()
            rows = [[_cell(cell, weights, aside, tables) for cell in row] for row in _rows(element)]
            lines.blocks += as_blocks(rows)
        else:
            _open(element, lines)
            stack.append(("close", element))
            for child in reversed(element):
                stack += [("tail", child), ("open", child)]
    lines.end()
    return lines.blocks


def _open(element: _Element, lines: _Lines) -> None:
    tag = element.tag
    if tag == "br" or tag in BLOCKS:
        lines.end()
    if tag in BLOCKS:
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            lines.style = f"heading {tag[1]}"
        elif tag == "li":
            lines.label = _list_label(element, lines)
            lines.style = "" if lines.label else "list"
    lines.bold += tag in BOLD
    lines.add(element.text or "", tag == "pre")


def _close(element: _Element, lines: _Lines) -> None:
    lines.bold -= element.tag in BOLD
    if element.tag in BLOCKS:
        lines.end()
        lines.style = lines.label = ""


def _list_label(item: _Element, lines: _Lines) -> str:
    """The number the browser prints before an item of <ol>; "" for <ul>."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    begun = parent.get("start", "1")
    first = int(begun) if begun.isdecimal() and len(begun) < 6 else 1
    number = lines.counted.get(parent, first - 1) + 1
    lines.counted[parent] = number
    return f"{number}."


def _rows(table: _Element) -> Iterator[list[_Element]]:
    """The cells of each row of this table, not of tables in it."""
    for part in table:
        if part.tag == "caption":
            yield [part]
        if part.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(part)
        elif part.tag == "tr":
            yield [cell for cell in part if cell.tag in ("td", "th")]


def _cell(cell: _Element, weights: Weights, aside: list[str], tables: int) -> list[Line]:
    lines: list[Line] = []
    for block in blocks_of(cell, weights, aside, tables + 1):
        if isinstance(block, Table):
            lines += [Line("\t".join(row)) for row in block.rows]
        else:
            lines.append(block)
    return lines
