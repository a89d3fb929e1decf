"""What an official document is made of, as plain values: pass a Document to `build`.

Text stands verbatim in one run, so that template tags (`{{ name }}`, `{%p if sealed %}`) survive;
`\\n` in it is a line break, `\\t` a tab. Names of styles are those Word shows, e.g. 公文正文.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from policydoc.gongwen.standard import GBT9704, Profile


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look: `face` is a class (黑体, 楷体 …) or a fact's name, "" = the paragraph's own."""

    text: str
    face: str = ""
    bold: bool = False
    red: bool = False
    highlight: bool = False


Words = str | tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in a named style; the rest departs from the style for this one only.

    `indent` is (first line, left, right) in twips, hanging when the first is negative.
    """

    words: Words
    style: str = "公文正文"
    align: str = ""
    indent: tuple[int, int, int] | None = None
    tabs: tuple[tuple[str, int], ...] = ()
    keep_next: bool = False
    new_page: bool = False
    size: float = 0.0
    rule: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """`lines` empty lines of body height; `keep_next` holds them with what follows."""

    lines: int = 1
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: a paragraph for each text; spans `columns` to the right and `rows` down."""

    texts: str | tuple[str, ...] = ""
    columns: int = 1
    rows: int = 1
    align: str = "center"
    style: str = "公文表格文字"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` in mm (scaled to the type area if 0 in sum), heads repeat on each page.

    `heights` are the least heights of rows in mm by row index. A row may be template tags:
    ("{%tr for x in list %}",) is one cell over all columns. `keep_next` holds the last row with
    what follows; `together` holds all rows on one page.
    """

    rows: tuple[tuple[str | Cell, ...], ...]
    widths: tuple[float, ...] = ()
    heads: int = 1
    heights: Mapping[int, float] = field(default_factory=dict)
    border: bool = True
    keep_next: bool = False
    together: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart: one value per category for each series; None leaves a gap.

    `name` finds the chart again in a finished file (`with_charts`); `description` is its
    alternative text; `kind` is column or line.
    """

    name: str
    title: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    unit: str = ""
    kind: str = "column"
    description: str = ""
    width: float = 150.0
    height: float = 75.0


@dataclass(frozen=True, slots=True)
class Section:
    """From here on a new page of its own orientation."""

    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """版头: what stands above the red rule (7.2); an empty field is left out.

    `mark` is the issuing body's mark (…文件); `signers` only upward (请示, 报告).
    """

    mark: str
    number: str = ""
    serial: str = ""
    secrecy: str = ""
    urgency: str = ""
    signers: tuple[str, ...] = ()
    mark_size: float = 0.0


@dataclass(frozen=True, slots=True)
class Colophon:
    """版记: at the foot of the last page (7.4); `condition` wraps it in template tags."""

    copies: str = ""
    printer: str = ""
    printed: str = ""
    recipients: str = ""


Block = Paragraph | Blank | Table | Chart | Section


@dataclass(frozen=True, slots=True)
class Document:
    """A whole official document.

    `form` is general or letter (信函). `title` and `unit` go into the file's properties, `properties`
    into its custom ones; `attached_xml` becomes a custom XML part.
    """

    blocks: tuple[Block, ...]
    head: Head | None = None
    colophon: Colophon | None = None
    profile: Profile = GBT9704
    form: str = "general"
    title: str = ""
    unit: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)
    attached_xml: str = ""
    page_numbers: bool = True
