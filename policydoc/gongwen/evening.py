"""The 版记 on an even page: drafters print on both sides, and the 版记 closes the last sheet.

Which page it falls on only a layout can say, so LibreOffice lays the document out first. Where
the last page is odd, the 版记 gets the next even page, which carries no number (7.5).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from policydoc.gongwen.markup import NAMESPACES
from policydoc.gongwen.package import unzipped, zipped

_MAIN, _TYPES = "word/document.xml", "[Content_Types].xml"
_RELATIONS, _EMPTY = "word/_rels/document.xml.rels", "word/footer-none.xml"
_KEY = "rIdFooterNone"
_ENDED = re.compile(r"</w:pPr>(?:<w:r>(?:(?!<w:p[ >]).)*</w:r>)?</w:p>", re.S)


def with_even_colophon(content: bytes, subject: str = "") -> bytes:
    """The document, its 版记 moved to an even page where it stands on an odd one.

    A document of one page, or without our 版记, stays as it is.

    Raises:
        ReadError: LibreOffice is not there or fails.
    """
    from policydoc.gongwen.page_measure import page_count
    from policydoc.gongwen.rendering import render_pdf

    pages = page_count(render_pdf(content, subject).pdf)
    return moved_colophon(content) if pages > 1 and pages % 2 else content


def moved_colophon(content: bytes) -> bytes:
    """The 版记 in a section of its own that begins on an even page and shows no page number."""
    parts = unzipped(content)
    document = parts[_MAIN].decode("utf-8")
    named = document.find('name="版记"')
    if named < 0:
        return content
    host = max(document.rfind("<w:p>", 0, named), document.rfind("<w:p ", 0, named))
    last = document.rfind("<w:sectPr")
    section = document[last : document.index("</w:sectPr>", last) + len("</w:sectPr>")]
    before = document[:host]
    closed = before[before.rfind("</w:sectPr>") + len("</w:sectPr>") :]
    alone = _ENDED.fullmatch(closed) is not None
    if not alone:  # the 版记 shares its section, and the odd last page, with text
        style = re.search(r"<w:pStyle [^>]*/>", document[host:named])
        before += f"<w:p><w:pPr>{style[0] if style else ''}{section}</w:pPr></w:p>"
    document = (
        before
        + document[host:last]
        + _silenced(section, skip=alone)
        + document[last + len(section) :]
    )
    references = parts[_RELATIONS].decode("utf-8")
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="{_KEY}" Type="{kinds}/footer" Target="footer-none.xml"/>'
    types = parts[_TYPES].decode("utf-8")
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    override = f'<Override PartName="/{_EMPTY}" ContentType="{word}.footer+xml"/>'
    return zipped(
        {
            **parts,
            _MAIN: document.encode("utf-8"),
            _RELATIONS: references.replace("</Relationships>", f"{relation}</Relationships>").encode(),
            _TYPES: types.replace("</Types>", f"{override}</Types>").encode("utf-8"),
            _EMPTY: _silent(parts, references),
        }
    )  # fmt: skip


def _silent(parts: Mapping[str, bytes], references: str) -> bytes:
    """A footer as high as those with the page number, so that the type area ends where it did.

    LibreOffice gives an empty line another height than one with a wide blank in the same face.
    """
    named = re.search(r'Target="(footer[^"]*)"', references)
    footer = parts.get(f"word/{named[1]}", b"").decode("utf-8") if named else ""
    paragraph = re.search(r"<w:p>(?:(?!</w:p>).)*</w:p>", footer, re.S)
    blank = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>　</w:t></w:r>'
    kept = re.sub(r"<w:r>.*</w:r>", blank, paragraph[0], flags=re.S) if paragraph else "<w:p/>"
    return f"<w:ftr {NAMESPACES}>{kept}</w:ftr>".encode()


def _silenced(section: str, *, skip: bool) -> str:
    """The section's properties with an empty footer; `skip` leaves an odd page blank before it.

    The next page after an odd one is even of itself: LibreOffice 7.4 lets the type area of a
    section that must begin on an even page end 2.7 mm lower.
    """
    bare = re.sub(r"<w:footerReference [^>]*/>|<w:type [^>]*/>|<w:titlePg/>", "", section)
    start = bare.index(">") + 1
    empty = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{_KEY}"/>' for kind in ("default", "even")
    )
    kind = '<w:type w:val="evenPage"/>' if skip else ""
    return f"{bare[:start]}{empty}{kind}{bare[start:]}"
