"""A document as a reader sees it: paragraphs in order, with their words, look and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydoc.gongwen.cascade import (
    ParagraphLook,
    RunLook,
    Styles,
    base_run_look,
    paragraph_look,
    run_look,
    style_name,
    value,
    whole,
)
from policydoc.gongwen.lengths import run_width
from policydoc.gongwen.numbering import Labels, read_labels
from policydoc.gongwen.opened import MC, WP, Opened, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEADING = re.compile(r"^[\s　]*")


@dataclass(frozen=True, slots=True)
class RunView:
    """Words in one look."""

    text: str
    look: RunLook


@dataclass(frozen=True, slots=True)
class View:
    """One paragraph.

    `number` counts the paragraphs of the part from 1; `where` is body, table or box; `section`
    the section it stands in; `breaks_page` where it begins a new page by its own means.
    """

    number: int
    where: str
    element: _Element
    runs: tuple[RunView, ...]
    look: ParagraphLook
    style: str
    section: int = 0
    breaks_page: bool = False
    pictures: bool = False

    @property
    def raw(self) -> str:
        """The words with their leading and trailing white space."""
        return "".join(run.text for run in self.runs)

    @property
    def text(self) -> str:
        """The words."""
        return self.raw.strip(" \t\n　\xa0")


@dataclass(frozen=True, slots=True)
class SectionView:
    """Page set-up of one section; lengths in twips."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    footer: int
    landscape: bool
    grid: tuple[str, int, int]
    references: dict[str, str]
    title_page: bool
    start: int | None
    element: _Element


def main_look(view: View) -> RunLook | None:
    """The look of most characters of a paragraph."""
    counts: dict[RunLook, int] = {}
    for run in view.runs:
        counts[run.look] = counts.get(run.look, 0) + len(run.text.strip())
    visible = {look: count for look, count in counts.items() if count}
    return max(visible, key=lambda look: visible[look]) if visible else None


def cell_of(view: View) -> float:
    """Width in twips of one character of this paragraph."""
    look = main_look(view)
    return 315.0 if look is None else max(look.size * 20 + look.spacing, 20.0)


def indent_cells(view: View) -> tuple[float, float, float]:
    """First line (white space typed before the text counts), left and right, in characters."""
    cell, look = cell_of(view), view.look
    lead = _LEADING.match(view.raw)
    typed = sum(1.0 if c == "　" else 0.5 for c in (lead[0] if lead else "") if c != "\n")
    first = look.first_chars if look.first_chars is not None else look.first / cell
    left = look.left_chars if look.left_chars is not None else look.left / cell
    right = look.right_chars if look.right_chars is not None else look.right / cell
    return first + typed, left, right


def line_extent(view: View, area: int) -> tuple[float, float]:
    """Where the only line of a paragraph begins and ends, in twips from the left of the area."""
    cell = cell_of(view)
    first, left, right = (length * cell for length in indent_cells(view))
    look = main_look(view) or RunLook(size=16, spacing=-5)
    width = run_width(view.text, look.size, look.spacing)
    trailing = len(view.raw) - len(view.raw.rstrip())
    if view.look.align in ("right", "end"):
        end = area - right - trailing * cell
        return end - width, end
    if view.look.align == "center":
        start = (area + left + first - right - width) / 2
        return start, start + width
    return left + first, left + first + width


def read_views(document: Opened, styles: Styles) -> tuple[View, ...]:
    """All paragraphs of the body in reading order; those of a text box follow their anchor."""
    body = document.document.find(f"{W}body")
    assert body is not None
    return tuple(_walk(body, styles, read_labels(document.numbering)))


def _walk(body: _Element, styles: Styles, labels: Labels) -> Iterator[View]:
    section = 0
    broken = False
    for number, (where, element) in enumerate(_paragraphs(body, "body"), 1):
        runs = tuple(_runs(element, styles, labels))
        look = paragraph_look(styles, element)
        own = element.find(f"{W}pPr")
        yield View(
            number,
            where,
            element,
            runs,
            look,
            style_name(styles, element),
            section,
            look.new_page or broken or _leading_break(element),
            pictures=next(element.iter(f"{W}drawing", f"{W}pict"), None) is not None,
        )
        if where == "body":
            broken = _trailing_break(element, words="".join(r.text for r in runs).strip() != "")
            closing = own.find(f"{W}sectPr") if own is not None else None
            if closing is not None:
                section += 1
                broken = True


def _paragraphs(container: _Element, where: str) -> Iterator[tuple[str, _Element]]:
    """Paragraphs under a container in reading order; tables and boxes are gone into."""
    for child in container:
        if child.tag == f"{W}p":
            yield where, child
            for box in _boxes(child):
                yield from _paragraphs(box, "box")
        elif child.tag == f"{W}tbl":
            for cell in child.iterfind(f"{W}tr/{W}tc"):
                yield from _paragraphs(cell, where if where == "box" else "table")
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                yield from _paragraphs(content, where)
        elif child.tag in (f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
            yield from _paragraphs(child, where)


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """Text boxes anchored in a paragraph; the fallback of a drawing repeats its words."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(a.tag == f"{MC}Fallback" for a in box.iterancestors()):
            yield box


_SKIPPED = frozenset((f"{W}txbxContent", f"{W}del", f"{W}moveFrom", f"{MC}Fallback"))


def _own_runs(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in _SKIPPED and isinstance(child.tag, str) and child.tag != f"{W}pPr":
            yield from _own_runs(child)


def _runs(paragraph: _Element, styles: Styles, labels: Labels) -> Iterator[RunView]:
    """The runs; a label that Word counts stands before them like a typed one."""
    base = base_run_look(styles, paragraph)
    if label := labels.of(paragraph, styles):
        first = next(_own_runs(paragraph), None)
        yield RunView(label, base if first is None else run_look(styles, base, first))
    for run in _own_runs(paragraph):
        look = run_look(styles, base, run)
        text = run_text(run)
        if text and not look.hidden:
            yield RunView(text, look)


def run_text(run: _Element) -> str:
    """The words of a run: tabs and breaks as characters, field codes left out."""
    parts = []
    for child in run:
        if child.tag == f"{W}t":
            parts.append(child.text or "")
        elif child.tag == f"{W}tab":
            parts.append("\t")
        elif child.tag in (f"{W}br", f"{W}cr") and child.get(f"{W}type") in (None, "textWrapping"):
            parts.append("\n")
        elif child.tag == f"{W}noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _breaks(paragraph: _Element) -> list[tuple[bool, bool]]:
    """For each page break of the paragraph: are there words before it, words after it."""
    seen: list[str] = []
    for run in _own_runs(paragraph):
        for child in run:
            if child.tag == f"{W}br" and child.get(f"{W}type") == "page":
                seen.append("break")
            elif child.tag == f"{W}t" and (child.text or "").strip():
                seen.append("words")
    return [
        ("words" in seen[:i], "words" in seen[i:]) for i, kind in enumerate(seen) if kind == "break"
    ]


def _leading_break(paragraph: _Element) -> bool:
    return any(not before for before, _ in _breaks(paragraph))


def _trailing_break(paragraph: _Element, *, words: bool) -> bool:
    return any(not after for _, after in _breaks(paragraph)) and (words or bool(_breaks(paragraph)))


_FIELD = re.compile(r"(?:^|\s)PAGE(?:\s|$|\\)", re.I)


def has_page_field(footer: _Element) -> bool:
    """Does a footer, or a paragraph of it, hold the page number."""
    codes = "".join(e.text or "" for e in footer.iter(f"{W}instrText"))
    simple = (e.get(f"{W}instr", "") for e in footer.iter(f"{W}fldSimple"))
    return bool(_FIELD.search(codes)) or any(_FIELD.search(code) for code in simple)


def read_sections(document: Opened) -> tuple[SectionView, ...]:
    """The sections in order; footer references are inherited from the section before."""
    sections: list[SectionView] = []
    references: dict[str, str] = {}
    for element in document.document.iter(f"{W}sectPr"):
        if any(a.tag == f"{W}sectPrChange" for a in element.iterancestors()):
            continue
        references = dict(references)
        for reference in element.iter(f"{W}footerReference"):
            target = reference.get(
                "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", ""
            )
            references[reference.get(f"{W}type", "default")] = target
        sections.append(_section(element, references))
    return tuple(sections)


def _section(element: _Element, references: dict[str, str]) -> SectionView:
    def length(child: str, attribute: str, default: int) -> int:
        found = whole(value(element, child, attribute))
        return default if found is None else found

    gutter = length("pgMar", "gutter", 0)
    title = element.find(f"{W}titlePg")
    return SectionView(
        width=length("pgSz", "w", 12240),
        height=length("pgSz", "h", 15840),
        top=abs(length("pgMar", "top", 1440)),
        bottom=abs(length("pgMar", "bottom", 1440)),
        left=length("pgMar", "left", 1800) + gutter,
        right=length("pgMar", "right", 1800),
        footer=length("pgMar", "footer", 720),
        landscape=value(element, "pgSz", "orient") == "landscape",
        grid=(
            value(element, "docGrid", "type") or "",
            length("docGrid", "linePitch", 0),
            length("docGrid", "charSpace", 0),
        ),
        references=references,
        title_page=title is not None and title.get(f"{W}val", "1") not in ("0", "false"),
        start=whole(value(element, "pgNumType", "start")),
        element=element,
    )


def anchors(view: View) -> Iterator[tuple[str, str]]:
    """Where the text boxes anchored here stand: (relative to, vertical alignment)."""
    for anchor in view.element.iter(f"{WP}anchor"):
        place = anchor.find(f"{WP}positionV")
        if place is not None:
            align = place.find(f"{WP}align")
            yield place.get("relativeFrom", ""), (align.text or "") if align is not None else ""
