"""Where a finding's words stand in the text that was read, in lines and columns from 1."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from policydoc.model import Finding, Line, Source, Span, table_text


@dataclass(frozen=True, slots=True)
class Region:
    """From the first character to the one past the last; columns count code points.

    `is_quote` where it is the quote alone, not the whole provision.
    """

    start_line: int
    start_column: int
    end_line: int
    end_column: int
    is_quote: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The texts of the blocks that were read, one below the other; `lines` number their firsts.

    `pieces` remembers, for a paragraph that runs over several lines, where each line of it begins.
    """

    texts: tuple[str, ...]
    lines: tuple[int, ...]
    pieces: dict[Span, tuple[int, ...]] = field(default_factory=dict)

    @property
    def whole(self) -> str:
        """All that was read, as one text."""
        return "\n".join(self.texts)


def reading_of(source: Source) -> Reading:
    """The source as lines of text; the rows of a table are lines of their own."""
    texts = tuple(
        block.text if isinstance(block, Line) else table_text(block) for block in source.blocks
    )
    return Reading(texts, tuple(accumulate((t.count("\n") + 1 for t in texts), initial=1))[:-1])


def region_of(finding: Finding, words: str, reading: Reading | None) -> Region | None:
    """The region of the quote, or of the whole provision where the quote is not in its `words`.

    Without a reading only a provision within one line can be told exactly.
    """
    span = finding.span
    if span is None:
        return None
    start = finding.start if _is_quoted(finding, words) else -1
    if reading is None:
        return _without_reading(finding, span, start)
    last = span.block if span.end_block is None else span.end_block
    if last >= len(reading.texts):
        return None
    if start < 0 and finding.quote:  # the words of a label or a heading, or taken out
        start = _words(span, last, reading).find(finding.quote)
    if start < 0:
        return Region(*_place(span.block, span.start, reading), *_place(last, span.end, reading))
    block, before = _at(span, start + len(finding.quote) - 1, reading)
    first = _place(*_at(span, start, reading), reading)
    return Region(*first, *_place(block, before + 1, reading), is_quote=True)


def _is_quoted(finding: Finding, words: str) -> bool:
    return bool(finding.quote) and words[finding.start : finding.end] == finding.quote


def _words(span: Span, last: int, reading: Reading) -> str:
    texts = list(reading.texts[span.block : last + 1])
    texts[-1] = texts[-1][: span.end]
    texts[0] = texts[0][span.start :]
    return "".join(texts)


def _without_reading(finding: Finding, span: Span, start: int) -> Region:
    line = span.block + 1
    if start >= 0 and span.end_block is None:
        column = span.start + start + 1
        return Region(line, column, line, column + len(finding.quote), is_quote=True)
    last = line if span.end_block is None else span.end_block + 1
    return Region(line, span.start + 1, last, span.end + 1)


def _at(span: Span, offset: int, reading: Reading) -> tuple[int, int]:
    """The block and the place in it of a character of a provision's words."""
    if span.end_block is None:
        return span.block, span.start + offset
    begins = reading.pieces.get(span)
    if begins is None:
        texts = reading.texts[span.block : span.end_block]
        lengths = [len(text) for text in texts]
        lengths[0] -= span.start
        begins = tuple(accumulate(lengths, initial=0))
        reading.pieces[span] = begins
    piece = bisect_right(begins, offset) - 1
    return span.block + piece, offset - begins[piece] + (0 if piece else span.start)


def _place(block: int, offset: int, reading: Reading) -> tuple[int, int]:
    """Line and column; a block may hold line feeds of its own."""
    text = reading.texts[block]
    above = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1 if above else 0)
    return reading.lines[block] + above, column + 1
