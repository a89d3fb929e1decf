"""Blocks → rows: the lines that hold words, without markup and invisible characters at their ends.

Nothing is dropped: what does not go into a row's text goes to `removed` with its reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policydoc.model import Finding, Line, Removed, Source, Span, Table
from policydoc.parser.labels import HEADINGS, Label

INVISIBLE = r"\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0e-\x1b\x7f\ufffe\ufff9-\ufffb"
ENTITY = r"&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#x3000);"
LEAD = re.compile(
    rf"(?:[\s{INVISIBLE}]+|{ENTITY}|\[bookmark:[^\[\]]{{0,200}}\]|<!--.*?-->|\#{{1,6}}(?=[\s\u3000])"
    r"|\#{2,6}|\#(?=第)|>+(?=\s|$)|\*\*|__|[-*+]\s+(?=[\[（(第一二三四五六七八九十*]))*"
)
TAIL = re.compile(rf"(?:[\s{INVISIBLE}]|{ENTITY}|\*\*|__|<!--[^<>]*-->)+\Z")
RULE = re.compile(r"[-=_*~—─━＿.·•\s]{3,}\Z")
ODD_FIRST = frozenset("#*_>&[<-+=~—─━＿.·•…|\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad") | {
    chr(code) for code in (*range(9), *range(14, 28), 0x7F, 0xFFFE, 0xFFF9, 0xFFFA, 0xFFFB)
}
ODD_LAST = frozenset("*_;>-=~—─━＿.·•…|]\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad") | {
    chr(code) for code in (*range(9), *range(14, 28), 0x7F, 0xFFFE, 0xFFF9, 0xFFFA, 0xFFFB)
}
REASONS = (("bookmark", re.compile(r"\[bookmark:")), ("markup", re.compile(r"[#>*_&<+-]")))


def columns(text: str) -> int:
    """Width of a text where a Chinese character takes two columns."""
    return len(text.encode("gbk", "replace"))


class Row:
    """A line that holds words: where its text stands and what is known of it.

    `indent` counts columns before the text, `width` all columns where the layout needs them;
    `apart` says that a blank line stands before it, `over` that a page ends before it; `lead` is
    where a bold lead-in ends in the text, or 0; `chosen` says that its label is one; `run` is
    the number of the act it belongs to.
    """

    __slots__ = (
        "apart", "block", "caption", "chosen", "end", "indent", "label", "last_block", "lead", "over", "run",
        "start", "style", "table", "text", "width",
    )  # fmt: skip

    def __init__(
        self, text: str, block: int, start: int, indent: int, style: str, apart: bool
    ) -> None:
        self.text = text
        self.block = block
        self.start = start
        self.end = start + len(text)
        self.indent = indent
        self.last_block = block
        self.style = style
        self.apart = apart
        self.lead = 0
        self.over = False
        self.width = 0
        self.run = 0
        self.chosen = False
        self.caption = False
        self.label: Label | None = None
        self.table: Table | None = None

    def is_headline(self) -> bool:
        """Is it the line of a chapter, section or part?"""
        return self.label is not None and self.label.unit in HEADINGS

    def span(self, start: int, end: int) -> Span:
        """The place of text[start:end] of a row that is one line."""
        return Span(self.block, self.start + start, self.start + end)


@dataclass
class Page:
    """The rows of a source in reading order, and what was taken out of it."""

    source: Source
    rows: list[Row]
    removed: list[Removed] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def take_out(self, row: Row, reason: str, start: int = 0, end: int | None = None) -> None:
        """Record words of a row as removed; an empty piece is nothing."""
        stop = len(row.text) if end is None else end
        if row.table is not None:
            text, stop = row.text, len(row.text)
        text = row.text[start:stop]
        if text.strip():
            self.removed.append(Removed(reason, text, row.span(start, stop)))


def read_rows(source: Source) -> Page:
    """Every line that holds words, and every table, as a row."""
    rows: list[Row] = []
    page = Page(source, rows)
    apart = False
    for index, block in enumerate(source.blocks):
        if block.__class__ is not Line:
            rows.append(_table_row(block, index))  # type: ignore[arg-type]
            continue
        raw: str = block.text
        text = raw.strip()
        if not text:
            apart = True
            continue
        start = 0 if raw[0] == text[0] else len(raw) - len(raw.lstrip())
        row = Row(
            text,
            index,
            start,
            start + raw.count("\u3000", 0, start) if start else 0,
            block.style,
            apart,
        )
        if text[0] in ODD_FIRST or text[-1] in ODD_LAST or "[b" in text:
            apart = not _undress(page, row)
            continue
        apart = False
        rows.append(row)
    return page


def _table_row(table: Table, index: int) -> Row:
    row = Row("", index, 0, 0, "", False)
    row.table = table
    return row


def _undress(page: Page, row: Row) -> bool:
    """Append the row without marks at its ends; False where no words are left."""
    text = row.text
    if RULE.match(text) and not text.startswith(".."):
        page.take_out(row, "separator")
        return False
    lead = LEAD.match(text)
    start = lead.end() if lead else 0
    tail = TAIL.search(text, max(start, len(text) - 400))
    end = tail.start() if tail else len(text)
    if end <= start:
        _record(page, row, 0, len(text))
        return False
    _record(page, row, 0, start)
    _record(page, row, end, len(text))
    _set_style(row, text[:start])
    row.text = text[start:end]
    row.start, row.end = row.start + start, row.start + end
    _bold_lead(page, row, text[:start])
    page.rows.append(row)
    return True


def _record(page: Page, row: Row, start: int, end: int) -> None:
    piece = row.text[start:end]
    if piece.strip():
        reason = next((name for name, sign in REASONS if sign.search(piece)), "control-character")
        page.take_out(row, reason, start, end)


def _set_style(row: Row, marks: str) -> None:
    if row.style:
        return
    if "#" in marks:
        row.style = f"heading {min(marks.count('#'), 6)}"
    elif "**" in marks and not row.text.endswith("**") and "**" in row.text[len(marks) :]:
        row.style = "bold-lead"


def _bold_lead(page: Page, row: Row, marks: str) -> None:
    """Find where `**lead** words` ends its lead."""
    if row.style == "bold-lead" and marks.endswith("**"):
        row.lead = max(row.text.find("**"), 0)
