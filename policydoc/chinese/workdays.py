"""Working days by the official holiday schedule, and the days a period ends on.

The State Council publishes each year's schedule late in the year before. What is not published
is refused, never guessed; 29–31 December of the last published year can still be changed by the
next notice (2006-12-30 and 2011-12-31 were made working days so) and are marked provisional.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta
from functools import cache

from policydoc.errors import CalendarError, SettingsError

LONGEST = 3660  # days a window may have
WRITTEN = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?")
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Schedule:
    """One year's notice: days off and weekend days to be worked."""

    notice: str
    off: frozenset[date]
    work: frozenset[date]


Schedules = Mapping[int, Schedule]


@dataclass(frozen=True, slots=True)
class Window:
    """A window of days, both ends counted.

    `first` is the first day counted; `days` counts working days or, with `natural`, all days;
    `convention` says in Chinese how it was counted; `notes` what a person must still know.
    """

    start: date
    first: date
    last: date
    days: int
    calendar_days: int
    convention: str
    notes: tuple[str, ...] = field(default=())


def parse_day(text: str) -> date:
    """A day written 2026-03-01, 2026/3/1 or 2026年3月1日.

    Raises:
        CalendarError: Not a date, or no such day.
    """
    match = WRITTEN.fullmatch(text.strip())
    if match is None:
        raise CalendarError(f"“{text}”不是日期，请写成 2026-03-01 或 2026年3月1日。", subject=text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError as error:
        raise CalendarError(f"没有“{text}”这一天，请核对月份和日期。", subject=text) from error


@cache
def _published() -> tuple[frozenset[date], frozenset[date], int, int]:
    """Days off, weekend days worked, first and last year that the library knows."""
    from chinese_calendar import constants

    off, work = frozenset(constants.holidays), frozenset(constants.workdays)
    return off, work, min(off).year, max(off).year


def last_published(schedules: Schedules) -> int:
    """The last year whose schedule is known."""
    return max([_published()[3], *schedules])


def is_workday(day: date, schedules: Schedules | None = None) -> bool:
    """Whether people work on that day by the official schedule; user's schedules come first.

    Raises:
        CalendarError: The schedule of that year is not published, or older than 2004.
    """
    given = schedules or {}
    for year in (day.year, day.year + 1, day.year - 1):  # a notice also moves days at year's end
        schedule = given.get(year)
        if schedule is not None and day in schedule.off:
            return False
        if schedule is not None and day in schedule.work:
            return True
    if day.year in given:
        return day.weekday() < 5
    off, work, first, last = _published()
    if not first <= day.year <= last:
        raise _unpublished(day.year, first)
    return day in work or (day.weekday() < 5 and day not in off)


def _unpublished(year: int, first: int) -> CalendarError:
    if year < first:
        return CalendarError(
            f"没有 {year} 年的放假安排（只收录 {first} 年起），请核对年份。", subject=str(year)
        )
    return CalendarError(
        f"{year} 年的放假安排尚未公布或尚未收录，不能推算工作日；公布后请在 policies/holidays.toml "
        f"中补充 [{year}]。",
        subject=str(year),
    )


def is_provisional(day: date, schedules: Schedules | None = None) -> bool:
    """Whether next year's notice, not yet published, may still change that day."""
    return day.year == last_published(schedules or {}) and (day.month, day.day) >= (12, 29)


def count_workdays(first: date, last: date, schedules: Schedules | None = None) -> int:
    """Working days from `first` to `last`, both counted."""
    _refuse_long((last - first).days + 1)
    return sum(is_workday(day, schedules) for day in _days(first, last))


def window(
    start: date,
    days: int,
    *,
    natural: bool = False,
    exclude_first: bool = False,
    schedules: Schedules | None = None,
) -> Window:
    """The window of `days` working days (or, with `natural`, days) that opens on `start`.

    Args:
        exclude_first: Count from the day after `start` (民法典第二百零一条), not as notices are
            usually counted, with the day of publication as the first.
    """
    _refuse_long(days)
    first = _later(start, 1) if exclude_first else start
    if natural:
        last = _later(first, days - 1)
    else:
        first = next_workday(first, schedules)
        last = _nth_workday(first, days, schedules)
    return Window(
        start=start,
        first=first,
        last=last,
        days=days,
        calendar_days=(last - first).days + 1,
        convention=_convention(natural, exclude_first),
        notes=(
            *_opening(start, first, exclude_first),
            *_notes(first, last, natural, schedules or {}),
        ),
    )


def _convention(natural: bool, exclude_first: bool) -> str:
    unit = (
        "自然日，含休息日和法定节假日"
        if natural
        else "工作日，扣除休息日和法定节假日，计入调休上班日"
    )
    if exclude_first:
        return f"起始日不计入，自次日起算（民法典第二百零一条）；按{unit}。"
    return f"起始日（发布当日）计入为第一日（公示通行做法）；按{unit}。"


def _opening(start: date, first: date, exclude_first: bool) -> Iterator[str]:
    if (first - start).days > exclude_first:
        yield f"起算日为休息日，自其后第一个工作日{written(first)}起计"


def _notes(first: date, last: date, natural: bool, schedules: Schedules) -> Iterator[str]:
    if natural:
        try:
            inside = count_workdays(first, last, schedules)
            if not is_workday(last, schedules):
                yield f"末日{written(last)}为休息日，其后第一个工作日为{written(next_workday(last, schedules))}"
            yield f"其中工作日 {inside} 个"
        except CalendarError as error:
            yield error.message.rstrip("。")
    elif any(is_provisional(day, schedules) for day in _days(first, last)):
        yield (
            f"{last.year if last.month == 12 else first.year} 年12月29日至31日可能因次年放假安排调整，"
            "次年通知公布后请复核"
        )


def due(start: date, amount: int, unit: str, schedules: Schedules | None = None) -> Window:
    """The last day of a period of `amount` 工作日, 日, 月 or 年 after `start`.

    The day of `start` is not counted (民法典第二百零一条); months and years end on the same day of
    the month, or its last (第二百零二条); a last day off is moved to the next working day
    (第二百零三条).
    """
    if unit == "工作日":
        return window(start, amount, exclude_first=True, schedules=schedules)
    if unit not in ("日", "月", "年"):
        raise CalendarError(f"不认识的期限单位“{unit}”，请用工作日、日、月或年。", subject=unit)
    if unit == "日":
        _refuse_long(amount)
        end = _later(start, amount)
    else:
        end = _months_later(start, amount * (12 if unit == "年" else 1))
    last, notes = _moved(end, schedules)
    rule = (
        "" if unit == "日" else "到期月的对应日为最后一日，没有对应日的为月末日（第二百零二条）；"
    )
    return Window(
        start=start,
        first=_later(start, 1),
        last=last,
        days=amount,
        calendar_days=(last - start).days,
        convention=f"起始日不计入（民法典第二百零一条）；{rule}末日为休息日的顺延（第二百零三条）。",
        notes=notes,
    )


def _moved(end: date, schedules: Schedules | None) -> tuple[date, tuple[str, ...]]:
    try:
        last = next_workday(end, schedules)
    except CalendarError as error:
        return end, (f"{error.message.rstrip('。')}；末日是否顺延未判断",)
    notes: tuple[str, ...] = (
        (f"原末日{written(end)}为休息日，顺延至{written(last)}",) if last != end else ()
    )
    if is_provisional(end, schedules):
        notes += (f"{end.year} 年12月29日至31日可能因次年放假安排调整，次年通知公布后请复核",)
    return last, notes


def next_workday(day: date, schedules: Schedules | None = None) -> date:
    """`day` if it is a working day, else the next one."""
    while not is_workday(day, schedules):
        day = _later(day, 1)
    return day


def _nth_workday(first: date, number: int, schedules: Schedules | None) -> date:
    day = first
    while number > 1:
        day = next_workday(_later(day, 1), schedules)
        number -= 1
    return day


def _months_later(start: date, months: int) -> date:
    if not 0 < months <= 1200:
        raise CalendarError(f"期限应为 1 至 1200 个月，现为 {months}。", subject=str(months))
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > MAXYEAR:
        raise CalendarError(f"{start} 之后 {months} 个月超出日历范围。", subject=str(start))
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise CalendarError(f"{day} 之后 {days} 日超出日历范围。", subject=str(day)) from error


def _days(first: date, last: date) -> Iterator[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def _refuse_long(days: int) -> None:
    if not 1 <= days <= LONGEST:
        raise CalendarError(f"天数应为 1 至 {LONGEST}，现为 {days}。", subject=str(days))


def written(day: date) -> str:
    """2026年3月1日（星期日）."""
    return f"{day.year}年{day.month}月{day.day}日（星期{WEEKDAYS[day.weekday()]}）"


def to_schedules(table: Mapping[str, object], path: str) -> dict[int, Schedule]:
    """Schedules from policies/holidays.toml: a table for each year with notice, off and work.

    Days are written 2027-01-01, spans 2027-02-05至2027-02-11.

    Raises:
        SettingsError: A key, day or span is wrong; all are named.
    """
    found: dict[int, Schedule] = {}
    faults: list[str] = []
    for label, entry in table.items():
        if not (label.isascii() and label.isdigit() and len(label) == 4):
            faults.append(f"“{label}”不是年份")
        elif not isinstance(entry, dict):
            faults.append(f"[{label}] 应为表")
        else:
            found[int(label)] = _schedule(int(label), entry, faults)
    if faults:
        raise SettingsError(
            f"放假安排 {path} 有误：{'；'.join(faults[:12])}。请改正后重试。", subject=path
        )
    return found


def _schedule(year: int, entry: Mapping[str, object], faults: list[str]) -> Schedule:
    faults.extend(
        f"[{year}] 中“{key}”不是已知的键（notice、off、work）"
        for key in entry
        if key not in ("notice", "off", "work")
    )
    notice = entry.get("notice", "")
    if not isinstance(notice, str) or not notice.strip():
        faults.append(f"[{year}] 应写明 notice（通知文号）")
    off = frozenset(_listed(year, "off", entry, faults))
    work = frozenset(_listed(year, "work", entry, faults))
    faults.extend(f"[{year}] {day} 同时列为放假和上班" for day in sorted(off & work))
    faults.extend(
        f"[{year}] {day} 是星期{WEEKDAYS[day.weekday()]}，本来就上班，不必列入 work"
        for day in sorted(work)
        if day.weekday() < 5
    )
    return Schedule(str(notice), off, work)


def _listed(year: int, key: str, entry: Mapping[str, object], faults: list[str]) -> Iterator[date]:
    listed = entry.get(key, [])
    if not isinstance(listed, list):
        faults.append(f"[{year}] {key} 应为日期的列表")
        return
    for item in listed:
        try:
            ends = [parse_day(part) for part in re.split("至|到|~", str(item), maxsplit=1)]
        except CalendarError as error:
            faults.append(f"[{year}] {key}：{error.message.rstrip('。')}")
            continue
        if not year - 1 <= ends[0].year <= ends[-1].year <= year + 1 or ends[-1] < ends[0]:
            faults.append(f"[{year}] {key}：“{item}”不在该年度，或起止颠倒")
        elif (ends[-1] - ends[0]).days > 31:
            faults.append(f"[{year}] {key}：“{item}”长于一个月")
        else:
            yield from _days(ends[0], ends[-1])
