"""build: a Document → the bytes of a .docx; the same values give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from policydoc.gongwen.blocks import (
    Blank,
    Block,
    Chart,
    Document,
    Paragraph,
    Section,
    Table,
)
from policydoc.gongwen.charts import chart_parts
from policydoc.gongwen.drawings import chart_drawing, colophon_xml, turned_number_xml
from policydoc.gongwen.head import head_xml, letter_foot_xml
from policydoc.gongwen.lengths import twips
from policydoc.gongwen.markup import NAMESPACES, blank_xml, paragraph_xml, table_xml
from policydoc.gongwen.package import Parts, core_parts, zip_bytes
from policydoc.gongwen.standard import Profile, number_of
from policydoc.gongwen.styles import styles_xml

# The references of an upright and of a landscape section.
Footers = tuple[str, str]
_TEXTS = ("公文正文", "公文附件说明")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(slots=True)
class _Writing:
    """What grows while the body is written: pieces, the last paragraph, charts, parts."""

    profile: Profile
    area: int
    parts: Parts
    pieces: list[str] = field(default_factory=list)
    last: Paragraph | None = None
    landscape: bool = False
    first_differs: bool = False
    charts: int = 0


def build(document: Document) -> bytes:
    """The .docx of a document."""
    parts = core_parts(document)
    parts.add("word/styles.xml", "styles", styles_xml(document.profile))
    footers = _footers(document, parts)
    turned = _turned_footers(document, parts) or footers
    parts.add("word/document.xml", "document", _document_xml(document, parts, (footers, turned)))
    return zip_bytes(parts)


def _area(profile: Profile, *, landscape: bool) -> int:
    width, left, right = number_of("paper-width"), profile.left, profile.right
    if landscape:
        width, left, right = number_of("paper-height"), profile.top, profile.bottom
    return twips(width) - twips(left) - twips(right)


def _document_xml(document: Document, parts: Parts, footers: Footers) -> str:
    profile = document.profile
    writing = _Writing(profile, _area(profile, landscape=False), parts)
    writing.first_differs = document.form == "letter"
    writing.pieces.append(head_xml(document, writing.area))
    for block in _held_together(document.blocks):
        _write(block, writing, footers)
    if document.colophon is not None:
        if writing.landscape:  # the 版记 stands at the foot of an upright page
            _write(Section(), writing, footers)
        area = writing.area
        ruled = document.form != "letter"
        writing.pieces.append(colophon_xml(document.colophon, profile, area, ruled=ruled))
    elif writing.last is None:
        writing.pieces.append('<w:p><w:pPr><w:pStyle w:val="gwAnchor"/></w:pPr></w:p>')
    section = _section(writing, footers)
    return (
        f"{_HEAD}<w:document {NAMESPACES}>"
        f"<w:body>{''.join(writing.pieces)}{section}</w:body></w:document>"
    )


def _held_together(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The last words before a signature stay on its page (7.3.5.5).

    Word divides a long paragraph for that; LibreOffice 7.4 moves the whole of it.
    """
    for block, after in zip_longest(blocks, blocks[1:]):
        held = isinstance(after, Blank) and after.keep_next
        if held and isinstance(block, Paragraph) and block.style.startswith(_TEXTS):
            block = replace(block, keep_next=True)
        if held and isinstance(block, Table):
            block = replace(block, keep_next=True)
        assert block is not None
        yield block


def _write(block: Block, writing: _Writing, footers: Footers) -> None:
    match block:
        case Paragraph():
            writing.pieces.append(paragraph_xml(block, writing.profile))
        case Blank():
            writing.pieces.append(blank_xml(block))
        case Table():
            writing.pieces.append(table_xml(block, writing.profile, writing.area))
        case Chart():
            writing.charts += 1
            relation = chart_parts(block, writing.charts, writing.parts)
            writing.pieces.append(chart_drawing(block, relation, 100 + writing.charts))
        case Section():
            if any(writing.pieces):  # a document may begin with one
                _close_section(writing, footers)
            writing.landscape = block.landscape
            writing.area = _area(writing.profile, landscape=block.landscape)
    writing.last = block if isinstance(block, Paragraph) else None


def _section(writing: _Writing, footers: Footers) -> str:
    """The properties of the section that ends here; only the first may have a first page."""
    first, writing.first_differs = writing.first_differs, False
    landscape = writing.landscape
    return section_xml(
        writing.profile, footers[landscape], landscape=landscape, first_differs=first
    )


def _close_section(writing: _Writing, footers: Footers) -> None:
    """End the section in its last paragraph, or in a line of one point after a table or a tag."""
    section = _section(writing, footers)
    if writing.last is not None and "{%" not in str(writing.last.words):
        writing.pieces[-1] = paragraph_xml(writing.last, writing.profile, section)
    else:
        writing.pieces.append(f'<w:p><w:pPr><w:pStyle w:val="gwAnchor"/>{section}</w:pPr></w:p>')


def section_xml(profile: Profile, footers: str, *, landscape: bool, first_differs: bool) -> str:
    """w:sectPr; the landscape sheet is the upright one turned, so its top is the left edge."""
    width, height = twips(number_of("paper-width")), twips(number_of("paper-height"))
    top, bottom, left, right = profile.top, profile.bottom, profile.left, profile.right
    size = f'<w:pgSz w:w="{width}" w:h="{height}"/>'
    if landscape:
        size = f'<w:pgSz w:w="{height}" w:h="{width}" w:orient="landscape"/>'
        top, right, bottom, left = left, top, right, bottom
    return (
        f"<w:sectPr>{footers}{size}"
        f'<w:pgMar w:top="{twips(top)}" w:right="{twips(right)}" w:bottom="{twips(bottom)}" '
        f'w:left="{twips(left)}" w:header="850" w:footer="{twips(profile.footer)}" w:gutter="0"/>'
        f'<w:cols w:space="425"/>{"<w:titlePg/>" if first_differs else ""}<w:docGrid w:type="lines" w:linePitch="{profile.line}"/></w:sectPr>'
    )


def _footers(document: Document, parts: Parts) -> str:
    """Page numbers: odd pages right, even pages left; returns the references of a section."""
    if not document.page_numbers:
        return ""
    references = []
    for kind, style in (("default", "gwPageOdd"), ("even", "gwPageEven")):
        relation = parts.add(f"word/footer-{kind}.xml", "footer", footer_xml(style))
        references.append(f'<w:footerReference w:type="{kind}" r:id="{relation}"/>')
    if document.form == "letter":
        first = f"{_HEAD}<w:ftr {NAMESPACES}>{letter_foot_xml()}</w:ftr>"
        relation = parts.add("word/footer-first.xml", "footer", first)
        references.append(f'<w:footerReference w:type="first" r:id="{relation}"/>')
    return "".join(references)


def _turned_footers(document: Document, parts: Parts) -> str:
    """Page numbers of landscape pages among upright ones; "" where there are none (clause 8)."""
    sections = [block.landscape for block in document.blocks if isinstance(block, Section)]
    begins = bool(document.blocks) and isinstance(document.blocks[0], Section)
    alone = begins and all(sections) and document.colophon is None
    if not document.page_numbers or not any(sections) or alone:
        return ""
    references = []
    for number, (kind, style) in enumerate((("default", "gwPageOdd"), ("even", "gwPageEven"))):
        inner = turned_number_xml(_number_xml(style), document.profile, number)
        footer = f"{_HEAD}<w:ftr {NAMESPACES}>{inner}</w:ftr>"
        relation = parts.add(f"word/footer-turned-{kind}.xml", "footer", footer)
        references.append(f'<w:footerReference w:type="{kind}" r:id="{relation}"/>')
    return "".join(references)


def footer_xml(style: str) -> str:
    """— 1 — with the page number as a field."""
    return f"{_HEAD}<w:ftr {NAMESPACES}>{_number_xml(style)}</w:ftr>"


def _number_xml(style: str) -> str:

    def piece(inner: str) -> str:
        return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{inner}</w:r>'

    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        + piece('<w:t xml:space="preserve">— </w:t>')
        + piece('<w:fldChar w:fldCharType="begin"/>')
        + piece('<w:instrText xml:space="preserve"> PAGE </w:instrText>')
        + piece('<w:fldChar w:fldCharType="separate"/>')
        + piece("<w:t>1</w:t>")
        + piece('<w:fldChar w:fldCharType="end"/>')
        + piece('<w:t xml:space="preserve"> —</w:t>')
        + "</w:p>"
    )
