"""The last touches to a filled part: drawings numbered, what is missing marked, XML written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PENDING = re.compile(r"【待填：[^】]*】")
_AFTER_HIGHLIGHT = {
    f"{W}{name}"
    for name in (
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
        "specVanish",
        "oMath",
    )
}


def is_even(source: str) -> bool:
    """Whether every row of every table fills the grid, and no tag adds or drops a cell."""
    from lxml import etree

    if re.search(r"\{[%{]\s*(tc|colspan|hm)\b|gridSpan w:val=\"\{", source):
        return False
    try:
        tree = etree.fromstring(re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", "", source))
    except etree.XMLSyntaxError:
        return False
    return all(
        _fills_grid(row, len(table.findall(f"{W}tblGrid/{W}gridCol")))
        for table in tree.iter(f"{W}tbl")
        for row in table.iter(f"{W}tr")
    )


def _fills_grid(row: _Element, columns: int) -> bool:
    spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
    return sum(1 if span is None else int(span.get(f"{W}val", "1")) for span in spans) == columns


def unparsed(around: tuple[bytes, bytes], opening: str, text: str) -> bytes:
    """The document as a serialiser would write it after parsing `text`."""
    content = text[len(opening) : -len("</w:body>")]
    for escaped, plain in (
        ("&#34;", '"'),
        ("&#39;", "'"),
        ('<w:t xml:space="preserve"></w:t>', '<w:t xml:space="preserve"/>'),
        ("<w:t></w:t>", "<w:t/>"),
    ):
        if escaped in content:
            content = content.replace(escaped, plain)
    return around[0] + content.encode("utf-8") + around[1]


def serialised(tree: _Element) -> bytes:
    """The part as bytes, as python-docx writes it."""
    from lxml import etree

    return etree.tostring(tree, encoding="UTF-8", standalone=True)


def number_drawings(body: _Element) -> None:
    """Give every drawing an id of its own, as docxtpl does."""
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    for number, element in enumerate(body.iter(drawing), 1001):
        element.set("id", str(number))


def highlight(tree: _Element) -> None:
    """Mark every run that holds a 【待填：…】 yellow."""
    from lxml import etree

    for run in tree.iter(f"{W}r"):
        if not _PENDING.search("".join(t.text or "" for t in run.iter(f"{W}t"))):
            continue
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        for old in properties.findall(f"{W}highlight"):
            properties.remove(old)
        mark = etree.Element(f"{W}highlight")
        mark.set(f"{W}val", "yellow")
        properties.insert(_highlight_place(properties), mark)


def _highlight_place(properties: _Element) -> int:
    """Where the schema's order wants w:highlight among the run's properties."""
    for index, element in enumerate(properties):
        if element.tag in _AFTER_HIGHLIGHT:
            return index
    return len(properties)
