"""Numerals, written as official texts write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.chinese.numerals import narrowed, parse_numeral, to_chinese


@given(st.integers(0, 99_999_999))
def test_a_number_written_in_chinese_is_read_back(number: int) -> None:
    assert parse_numeral(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("二〇二四", 2024), ("二○二四", 2024), ("廿一", 21), ("卅", 30), ("百", 100), ("千", 1000),
        ("两百", 200), ("一百〇二", 102), ("一百五", 150), ("壹佰贰拾", 120), ("3,000", 3000),
        ("１０", 10), ("1.5万", 15000), ("2万亿", 2 * 10**12), ("一万亿", 10**12), ("一点五", 1.5),
        ("三亿五千万", 350_000_000), ("统一", None), ("", None), ("十之八九", None), ("一点", None),
    ],
)  # fmt: skip
def test_reading(words: str, value: float | None) -> None:
    assert parse_numeral(words) == value


@given(st.text(max_size=40))
def test_anything_is_read_or_refused_and_folding_keeps_offsets(words: str) -> None:
    parse_numeral(words)
    assert len(narrowed(words)) == len(words)
