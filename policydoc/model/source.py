"""What was read, before anyone knows what it means: blocks of text with their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydoc.model.findings import Finding


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph as the reader found it.

    `style` is what the format itself says of it, or "":

    - `title`, `heading 1` … `heading 9`: a heading of the format (Word style, Markdown #, <h1>);
    - `bold`, `bold-lead`: all of it, or its first words, in bold type;
    - `list`: an item of a list whose mark (a bullet) is not a word;
    - `footnote`: a note, behind the line that bears its mark;
    - `textbox`: the words of a text box, behind the line it is anchored in;
    - `front-matter`: a line of the settings block of a Markdown file, its fences included.

    The text holds words only: marks of the format (#, **, running heads) go to `Source.removed`.
    """

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cell texts; merged cells repeat nothing (the later ones are "")."""

    rows: tuple[tuple[str, ...], ...]


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its name, the SHA-256 of its bytes, its blocks, and the reader's findings.

    `removed` is what the reader took out: marks of Markdown, running heads, the rest of a web page.
    `kind` is what the file is, in Chinese (纯文本, PDF), judged by its content.
    """

    name: str
    sha256: str
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()
    removed: tuple[Removed, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a Source: block index, then half-open code-point offsets.

    `end` counts in block `end_block` where the words run over several lines, else in `block`.
    """

    block: int
    start: int
    end: int
    end_block: int | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """Words that were read but are not part of the document.

    `reason` is one of: table-of-contents, page-number, running-head, web-disclaimer, web-page,
    bookmark, markup, front-matter, separator, control-character, hidden, duplicate.
    """

    reason: str
    text: str
    span: Span | None = None


def words_at(source: Source, span: Span) -> str:
    """The words at `span`; lines that a paragraph runs over are joined without a break."""
    last = span.block if span.end_block is None else span.end_block
    pieces = []
    for index in range(span.block, last + 1):
        block = source.blocks[index]
        text = block.text if isinstance(block, Line) else table_text(block)
        start = span.start if index == span.block else 0
        end = span.end if index == last else len(text)
        pieces.append(text[start:end])
    return "".join(pieces)


def table_text(table: Table) -> str:
    """A table as one text: cells parted by tabs, rows by line feeds; spans count in this."""
    return "\n".join("\t".join(row) for row in table.rows)
