"""Pieces that several form templates share: tables, signatures, tags."""

from __future__ import annotations

from dataclasses import dataclass, replace

from policydoc.gongwen import Blank, Cell, Colophon, Document, Head, Paragraph, Table, elements
from policydoc.gongwen.blocks import Block

PROVENANCE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<provenance xmlns="urn:policydoc:provenance:1"/>'
)


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


def left(*texts: str, columns: int = 1, rows: int = 1) -> Cell:
    """A cell set flush left."""
    return Cell(texts if len(texts) > 1 else texts[0], columns, rows, align="left")


def label(text: str, columns: int = 1, rows: int = 1) -> Cell:
    """A cell that names what stands beside it."""
    return Cell(text, columns, rows, style="公文表格表头")


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


def grid(
    rows: tuple[tuple[str | Cell, ...], ...], widths: tuple[float, ...], heads: int = 1
) -> Table:
    """A table whose rows are at least 8 mm high."""
    return Table(rows, widths, heads, heights=dict.fromkeys(range(len(rows)), 8.0))


def opinions(*entries: tuple[str, str], widths: tuple[float, float] = (32, 124)) -> Table:
    """Boxes for opinions: who, and room to write, sign and seal."""
    rows = tuple(
        (
            label(who),
            Cell(
                (text, "", "", "　" * 15 + "（盖章）", "　" * 13 + "年　　月　　日"), align="left"
            ),
        )
        for who, text in entries
    )
    return Table(rows, widths, heads=0, heights=dict.fromkeys(range(len(rows)), 38.0))


def head(number: str = "{{ form.number | 发文字号 }}") -> Head:
    """The red head of the issuing authority."""
    return Head("{{ policy.authority }}文件", number)


def colophon(copies: str = "{{ form.copies }}") -> Colophon:
    """抄送, 印发机关, 印发日期."""
    return Colophon(copies, "{{ policy.authority }}办公室", "{{ form.date | 成文日期 }}印发")


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
    """署名 and 成文日期, with room for the seal."""
    return elements.signature((issuer,), date)


def document(
    blocks: tuple[Block, ...],
    title: str,
    red: Head | None = None,
    foot: Colophon | None = None,
    unit: str = "{{ policy.authority }}",
) -> Document:
    """A document whose properties are tags too and that carries an empty provenance part."""
    return Document(blocks, red, foot, title=title, unit="", attached_xml=PROVENANCE)


def example_mark() -> tuple[Block, ...]:
    """A line that says the data are fictional, where they are."""
    return (
        tag("if case.example"),
        *elements.note("（示例：数据均为虚构，不得作为正式文件使用）"),
        tag("endif"),
    )


LANDSCAPE = (34.0, 78.0, 34.0, 79.0)
CONTACT = (
    ("form.contact", "联系人", "text", "", "王示例"),
    ("form.phone", "联系电话", "text", "", "0936-0000000"),
)
NUMBERED = (
    ("form.number", "发文字号", "text", "", "张工信发〔2026〕1号"),
    ("form.date", "成文日期", "date", "", "2026-05-18"),
)
COPIED = (("form.copies", "抄送机关", "text", "", "市人民政府办公室，市财政局。"),)
YEAR = (("form.year", "年度", "number", "年", "2026"),)
blank = Blank
