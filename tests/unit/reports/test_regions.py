"""The region of a finding is where an editor finds its very words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.model import Finding, Line, Severity, Source, Span, Table, words_at
from policydoc.reports._regions import Region, reading_of, region_of


def _finding(quote: str, start: int, span: Span | None) -> Finding:
    end = start + len(quote)
    return Finding("r", Severity.NOTE, "m", quote=quote, start=start, end=end, span=span)


def _shown(region: Region, text: str) -> str:
    """What an editor marks: lines are joined, for the words of a provision are."""
    lines = text.split("\n")[region.start_line - 1 : region.end_line]
    lines[-1] = lines[-1][: region.end_column - 1]
    lines[0] = lines[0][region.start_column - 1 :]
    return "".join(lines)


LINES = st.lists(st.text("甲乙丙丁😀 \n", min_size=1, max_size=8), min_size=1, max_size=5)


@given(LINES, st.data())
def test_every_stretch_of_a_wrapped_paragraph_is_found(
    lines: list[str], data: st.DataObject
) -> None:
    source = Source("a", "", tuple(map(Line, lines)))
    first = data.draw(st.integers(0, len(lines) - 1))
    last = data.draw(st.integers(first, len(lines) - 1))
    start = data.draw(st.integers(0, len(lines[first]) - 1))
    end = data.draw(st.integers(start + 1 if first == last else 1, len(lines[last])))
    span = Span(first, start, end, None if first == last else last)
    words = words_at(source, span)
    at = data.draw(st.integers(0, len(words) - 1))
    quote = words[at : data.draw(st.integers(at + 1, len(words)))]
    reading = reading_of(source)
    region = region_of(_finding(quote, at, span), words, reading)
    assert region is not None
    # A block may itself hold line feeds; on both sides they are left out.
    assert _shown(region, reading.whole) == quote.replace("\n", "")
    assert (region.start_line, region.start_column) < (region.end_line, region.end_column)


def test_the_words_of_a_heading_are_found_within_their_line() -> None:
    source = Source("a", "", (Line("办法"), Line("第一章　总    则")))
    finding = _finding("总    则", 0, Span(1, 0, 10))
    assert region_of(finding, "", reading_of(source)) == Region(2, 5, 2, 11, is_quote=True)


def test_a_row_of_a_table_is_a_line() -> None:
    source = Source("a", "", (Table((("甲", "乙"), ("丙", "丁"))), Line("末")))
    reading = reading_of(source)
    assert region_of(_finding("丁", 6, Span(0, 0, 7)), "甲\t乙\n丙\t丁", reading) == Region(
        2, 3, 2, 4, is_quote=True
    )
    assert region_of(_finding("末", 0, Span(1, 0, 1)), "末", reading) == Region(
        3, 1, 3, 2, is_quote=True
    )


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(4, 2, 9), Region(5, 4, 5, 6, is_quote=True)),
        (Span(4, 2, 9, 6), Region(5, 3, 7, 10)),  # the lines between are not known
        (None, None),
    ],
)
def test_without_what_was_read_only_one_line_is_told_exactly(
    span: Span | None, expected: Region | None
) -> None:
    assert region_of(_finding("乙丙", 1, span), "甲乙丙丁", None) == expected


def test_a_span_beyond_what_was_read_has_no_region() -> None:
    assert (
        region_of(_finding("甲", 0, Span(3, 0, 1)), "甲", reading_of(Source("a", "", ()))) is None
    )
