"""Dates, recurring dates and periods."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.chinese.dates import DATE, read_date, read_named, read_window, to_words

PATTERN = re.compile(DATE, re.X)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    words = f"{day.year}年{day.month}月{day.day}日"
    match = PATTERN.fullmatch(words)
    assert match
    assert read_date(words).value == day.isoformat()


@given(st.integers(1990, 2090), st.integers(0, 99), st.integers(0, 99))
def test_a_day_that_does_not_exist_has_no_value_but_a_note(year: int, month: int, day: int) -> None:
    words = f"{year}年{month}月{day}日"
    found = read_date(words)
    try:
        expected: str | None = date(year, month, day).isoformat()
    except ValueError:
        expected = None
    assert found.value == expected
    assert bool(found.note) == (expected is None)


@pytest.mark.parametrize(
    ("words", "value", "upper"),
    [
        ("每年2月底", "--02-end", None), ("次年1月31日", "+1-01-31", None),
        ("每年3月10日", "--03-10", None), ("每月10日", "---10", None), ("2025年底", "2025-12-31", None),
        ("2024年2月底", "2024-02-29", None), ("2月30日", None, None), ("13月5日", None, None),
        ("2023年1月1日至2025年12月31日", "2023-01-01", "2025-12-31"),
        ("2023年9月28日至10月10日", "2023-09-28", "2023-10-10"),
        ("2023年至2025年", "2023-01-01", "2025-12-31"), ("2024—2026年", "2024-01-01", "2026-12-31"),
        ("8月15日至21日", "--08-15", "--08-21"), ("二〇二三年四月二十三日", "2023-04-23", None),
    ],
)  # fmt: skip
def test_reading(words: str, value: str | None, upper: str | None) -> None:
    assert PATTERN.fullmatch(words)
    found = read_date(words)
    assert (found.value, found.upper) == (value, upper)


def test_a_period_that_ends_before_it_begins_is_noted() -> None:
    assert "颠倒" in read_date("2025年5月1日至2024年5月1日").note


def test_named_periods_and_windows() -> None:
    plan = read_named("“十四五”期间")
    assert (plan.value, plan.upper) == ("2021-01-01", "2025-12-31")
    assert (read_window("近三年").value, read_window("上一年度").value) == (3, -1)
    assert read_window("未来三年").ahead


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("--02-end", "每年2月最后一日"), ("--03-10", "每年3月10日"), ("+1-01-31", "次年1月31日"),
        ("---15", "每月15日"), ("2023-04-23", "2023年4月23日"), ("2024", "2024年"), ("2023-12", "2023年12月"),
    ],
)  # fmt: skip
def test_a_date_is_written_out(value: str, words: str) -> None:
    assert to_words(value) == words
