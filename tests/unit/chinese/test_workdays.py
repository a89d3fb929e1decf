from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.chinese.workdays import (
    Schedule,
    count_workdays,
    due,
    is_provisional,
    is_workday,
    parse_day,
    to_schedules,
    window,
)
from policydoc.errors import CalendarError, SettingsError

GOLD = Path(__file__).parents[2] / "gold" / "public-notice-windows.tsv"
KNOWN = st.dates(date(2005, 1, 1), date(2026, 6, 30))
NEXT = {2027: Schedule("通知", frozenset({date(2027, 1, 1)}), frozenset({date(2027, 1, 2)}))}


def _rows() -> list[dict[str, str]]:
    lines = [x for x in GOLD.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["notice"])
def test_real_public_notices_are_counted_as_printed(row: dict[str, str]) -> None:
    first, last = parse_day(row["from"]), parse_day(row["to"])
    days = int(row["working_days"])
    assert (last - first).days + 1 == int(row["calendar_days"])
    assert count_workdays(first, last) == days
    counted = window(first, days)
    assert counted.first == first
    assert counted.last == (last if days == 5 else date(2023, 7, 21))


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_year_has_as_many_workdays_as_the_notice_leaves(year: int) -> None:
    assert count_workdays(date(year, 1, 1), date(year, 12, 31)) == 248


def test_make_up_days_are_worked_and_the_convention_is_printed() -> None:
    assert is_workday(date(2023, 10, 7))
    assert not is_workday(date(2023, 10, 2))
    assert "计入为第一日" in window(date(2023, 9, 28), 5).convention
    later = window(date(2023, 9, 28), 5, exclude_first=True)
    assert (later.first, later.last) == (date(2023, 10, 7), date(2023, 10, 11))
    assert "第二百零一条" in later.convention


def test_an_unpublished_year_is_refused() -> None:
    with pytest.raises(CalendarError, match="2027 年的放假安排尚未公布"):
        is_workday(date(2027, 3, 1))
    with pytest.raises(CalendarError, match="2027"):
        window(date(2026, 12, 30), 5)
    with pytest.raises(CalendarError, match="1999"):
        is_workday(date(1999, 3, 1))


def test_the_end_of_the_last_published_year_is_provisional() -> None:
    assert is_provisional(date(2026, 12, 29))
    assert not is_provisional(date(2026, 12, 28))
    assert not is_provisional(date(2025, 12, 31))
    assert any("复核" in note for note in window(date(2026, 12, 28), 3).notes)
    assert window(date(2026, 12, 28), 3, schedules=NEXT).notes == ()


def test_a_user_extends_the_schedule() -> None:
    assert not is_workday(date(2027, 1, 1), NEXT)
    assert is_workday(date(2027, 1, 2), NEXT)
    assert not is_workday(date(2027, 1, 3), NEXT)
    assert is_provisional(date(2027, 12, 31), NEXT)
    assert window(date(2026, 12, 30), 3, schedules=NEXT).last == date(2027, 1, 2)


def test_a_notice_may_move_days_of_the_year_before() -> None:
    moved = {2027: Schedule("通知", frozenset({date(2026, 12, 31)}), frozenset())}
    assert not is_workday(date(2026, 12, 31), moved)
    assert is_workday(date(2026, 12, 30), moved)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "last"),
    [
        ("2026-01-31", 1, "月", date(2026, 2, 28)),  # no 31 February; a worked Saturday
        ("2024-02-29", 1, "年", date(2025, 2, 28)),
        ("2026-09-20", 15, "日", date(2026, 10, 8)),  # 5 October is off
        ("2026-03-02", 15, "工作日", date(2026, 3, 23)),
        ("2025-12-31", 1, "日", date(2026, 1, 4)),  # 1–3 January off, Sunday the 4th worked
    ],
)
def test_periods_end_by_the_civil_code(start: str, amount: int, unit: str, last: date) -> None:
    assert due(parse_day(start), amount, unit).last == last


def test_a_period_into_unpublished_years_says_what_it_does_not_know() -> None:
    found = due(date(2026, 1, 5), 3, "年")
    assert found.last == date(2029, 1, 5)
    assert "未判断" in found.notes[0]


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2月底", "", "2026-13-01", "20260301", "0000-01-01"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(CalendarError):
        parse_day(text)


@pytest.mark.parametrize("days", [0, -3, 5000])
def test_impossible_lengths_are_refused(days: int) -> None:
    with pytest.raises(CalendarError):
        window(date(2026, 3, 2), days)


@given(KNOWN, st.integers(1, 60), st.booleans())
def test_a_window_holds_exactly_its_days(start: date, days: int, exclude: bool) -> None:
    found = window(start, days, exclude_first=exclude)
    assert count_workdays(found.first, found.last) == days
    assert is_workday(found.first)
    assert is_workday(found.last)
    assert found.first >= start + timedelta(days=int(exclude))


@given(KNOWN, st.integers(1, 60))
def test_natural_days_are_counted_plainly(start: date, days: int) -> None:
    found = window(start, days, natural=True)
    assert found.last == start + timedelta(days=days - 1)


def test_a_holiday_file_is_read_and_its_faults_named() -> None:
    table = {"2027": {"notice": "甲", "off": ["2027-01-01至2027-01-03"], "work": ["2027-02-20"]}}
    schedule = to_schedules(table, "h.toml")[2027]
    assert len(schedule.off) == 3
    assert schedule.work == {date(2027, 2, 20)}
    wrong = {
        "27": {},
        "2027": {
            "notice": "", "off": ["2027-02-30", "2029-01-01"], "work": ["2027-02-22"], "x": 1,
        },
    }  # fmt: skip
    with pytest.raises(SettingsError) as caught:
        to_schedules(wrong, "h.toml")
    for words in ("“27”", "notice", "2027-02-30", "2029-01-01", "本来就上班", "“x”"):
        assert words in caught.value.message
