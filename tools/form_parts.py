"""Pieces that several form templates share: tables, signatures, tags.

A column of a table is (head, width in mm, what stands in its cells).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from policydoc.generation.provenance import EMPTY
from policydoc.gongwen import (
    Blank,
    Cell,
    Colophon,
    Document,
    Head,
    Paragraph,
    Section,
    Table,
    elements,
)
from policydoc.gongwen.blocks import Block

Column = tuple[str, float, str | Cell]


@dataclass(frozen=True)
class Plan:
    """A form to build: its folder, what it is, its document, and the fields only it asks."""

    name: str
    title: str
    genre: str
    purpose: str
    document: Document
    own: tuple[tuple[str, ...], ...] = ()
    inputs: tuple[tuple[str, ...], ...] = ()


def tag(statement: str) -> Paragraph:
    """A paragraph that is a block tag: {%p … %}."""
    return Paragraph("{%p " + statement + " %}")


def row(statement: str) -> tuple[str]:
    """A table row that is a block tag: {%tr … %}."""
    return ("{%tr " + statement + " %}",)


def left(text: str, columns: int = 1) -> Cell:
    """A cell set flush left."""
    return Cell(text, columns, align="left")


def label(text: str, columns: int = 1) -> Cell:
    """A cell that names what stands beside it."""
    return Cell(text, columns, style="公文表格表头")


def by_person(columns: int, *, boxes: bool = True) -> Cell:
    """The requirements of an aspect that only a person can judge, one to a line."""
    answer = (
        "{% if v.met == '需人工判断' %}□是　□否　{% else %}{{ v.actual }}：{% endif %}"
        if boxes
        else ""
    )
    return Cell(
        (
            "{%p for v in a.judged_by_person %}",
            answer + "{{ v.number }}.{{ v.words | 去句号 }}",
            "{%p endfor %}",
        ),
        columns,
        align="left",
    )


def caption(text: str) -> Paragraph:
    """The title of a table."""
    return Paragraph(text, "公文表题")


def remark(text: str) -> Paragraph:
    """A note under a table."""
    return Paragraph(text)


def loop(items: str, name: str, *cells: str | Cell) -> tuple[tuple[str | Cell, ...], ...]:
    """Three rows: for, the row, endfor."""
    return (row(f"for {name} in {items}"), tuple(cells), row("endfor"))


def pairs(*entries: tuple[str, str], widths: tuple[float, ...] = (37, 41, 37, 41)) -> Table:
    """A table of labels and values, two pairs to a row; an entry alone takes the whole row."""
    rows: list[tuple[str | Cell, ...]] = []
    pending: list[tuple[str, str]] = []
    for name, value in entries:
        if name.startswith("="):
            rows.append((label(name[1:]), left(value, columns=3)))
            continue
        pending.append((name, value))
        if len(pending) == 2:
            rows.append(tuple(c for n, v in pending for c in (label(n), left(v))))
            pending = []
    if pending:
        rows.append((label(pending[0][0]), left(pending[0][1], columns=3)))
    return Table(tuple(rows), widths, heads=0, heights=dict.fromkeys(range(len(rows)), 9.0))


def grid(columns: Sequence[Column], rows: Iterable[tuple[str | Cell, ...]]) -> Table:
    """A table with a head, whose rows are at least 8 mm high."""
    every = (tuple(label(head) for head, _, _ in columns), *rows)
    widths = tuple(width for _, width, _ in columns)
    return Table(every, widths, heights=dict.fromkeys(range(len(every)), 8.0))


def listing(items: str, name: str, *columns: Column) -> Table:
    """A table of one row for each of `items`, which the cells call `name`."""
    return grid(columns, loop(items, name, *(cell for _, _, cell in columns)))


def members(number_width: float, *columns: tuple[str, str, float]) -> Table:
    """The list of clusters: columns as (head, field of the member, width)."""
    return listing(
        "members", "m", ("序号", number_width, "{{ m.number }}"),
        *((head, width, left(f"{{{{ m.{field} }}}}")) for head, field, width in columns),
    )  # fmt: skip


def by_aspect(*columns: Column, grouped: tuple[str | Cell, ...]) -> Table:
    """A table of all criteria under their aspects; `grouped` is the row a person judges."""
    cells = tuple(cell for _, _, cell in columns)
    rows = (
        row("if general"),
        (label("总体要求", columns=len(columns)),),
        *loop("general", "v", *cells),
        row("endif"),
        row("for a in aspects"),
        (label("（{{ a.num }}）{{ a.title }}", columns=len(columns)),),
        *loop("a.measured", "v", *cells),
        row("if a.judged_by_person"),
        grouped,
        row("endif"),
        row("endfor"),
    )
    return grid(columns, rows)


def opinions(
    *entries: tuple[str, str] | tuple[str], widths: tuple[float, float] = (32, 124)
) -> Table:
    """Boxes for opinions: who, and room to write, sign and seal; a row of tags stays as it is."""
    rows = tuple(entry if len(entry) == 1 else _opinion(*entry) for entry in entries)
    heights = {number: 34.0 for number, row in enumerate(rows) if len(row) > 1}
    return Table(rows, widths, heads=0, heights=heights, together=True)


def _opinion(who: str, text: str) -> tuple[Cell, Cell]:
    room = (text, "", "", "　" * 15 + "（盖章）", "　" * 13 + "年　　月　　日")
    return label(who), Cell(room, align="left")


# The unit that recommends has a box of its own where it is not the applicant itself.
OTHER_RECOMMENDER = "case.profile.recommender != case.profile.applicant"
TALLY = "{{ tally.said }}"


def split_title(*pieces: str) -> str:
    """A title broken between its pieces when it is filled; a piece is a field or words."""
    given = ", ".join(
        piece if piece[:1].isascii() or piece.startswith("'") else f"'{piece}'" for piece in pieces
    )
    return "{{ [" + given + "] | 标题分行 }}"


def closing(*blocks: Block) -> tuple[Block, ...]:
    """Paragraphs that stay on one page with what follows: the date never stands alone."""
    return tuple(
        replace(block, keep_next=True) if isinstance(block, Paragraph | Blank) else block
        for block in blocks
    )


def signed(
    issuer: str = "{{ policy.authority }}", date: str = "{{ form.date | 成文日期 }}"
) -> tuple[Block, ...]:
    """署名 and 成文日期, with room for the seal; the date is held with a note that follows."""
    return closing(*elements.signature((issuer,), date))


def document(
    blocks: tuple[Block, ...],
    title: str,
    red: Head | None = None,
    foot: Colophon | None = None,
) -> Document:
    """A document whose properties are tags too and that carries an empty provenance part."""
    return Document(_parted(blocks), red, foot, title=title, unit="", attached_xml=EMPTY)


def _parted(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A line of one point under each table that text follows.

    LibreOffice does not move a heading right under a table to the page of its text.
    """
    parted: list[Block] = []
    for block, after in zip(blocks, (*blocks[1:], Blank()), strict=True):
        parted.append(block)
        follows = isinstance(after, Paragraph) and not after.new_page
        if isinstance(block, Table) and follows and after.style != "公文附件标识":
            parted.append(Paragraph("", "公文版记锚点"))
    return tuple(parted)


def example_line() -> tuple[Block, ...]:
    """The same under the title of a table, where it is read first."""
    return (
        tag("if case.example"),
        Paragraph("（示例：数据均为虚构，不得作为正式文件使用）", "公文题注"),
        tag("endif"),
    )


def example_mark() -> tuple[Block, ...]:
    """A line that says the data are fictional, where they are."""
    return (
        tag("if case.example"),
        *elements.note("（示例：数据均为虚构，不得作为正式文件使用）"),
        tag("endif"),
    )


def sheet(
    name: str, called: str, purpose: str, heading: str, *blocks: Block,
    own: tuple[tuple[str, ...], ...] = (), inputs: tuple[tuple[str, ...], ...] = (),
    landscape: bool = False,
) -> Plan:  # fmt: skip
    """A form of tables: its heading, the mark of an example, the blocks."""
    section = (Section(landscape=True),) if landscape else ()
    page = (*section, *elements.title(heading, 0), *example_line(), Blank(1), *blocks)
    return Plan(
        name, called, "表格", purpose, document(page, heading.replace("\n", "")), own, inputs
    )


NUMBER = "{{ form.number | 发文字号 }}"
RED_HEAD = Head("{{ policy.authority }}文件", NUMBER)
COLOPHON = Colophon(
    "{{ form.copies }}", "{{ policy.authority }}办公室", "{{ form.date | 成文日期 }}印发"
)
LANDSCAPE = (38.0, 74.0, 34.0, 79.0)
CONTACT = (
    ("form.contact", "联系人", "text", "", "王示例"),
    ("form.phone", "联系电话", "text", "", "0936-0000000"),
)
NUMBERED = (
    ("form.number", "发文字号", "text", "", "张工信发〔2026〕1号"),
    ("form.date", "成文日期", "date", "", "2026-05-18"),
)
COPIED = (("form.copies", "抄送机关", "text", "", "市人民政府办公室，市财政局。"),)
COURSE = (
    "form.course", "实际经过的程序（不填则列政策规定的程序）", "text", "", "自愿申报、受理、初审、推荐、复审", "optional",
)  # fmt: skip
YEAR = (("form.year", "年度", "number", "年", "2026"),)
