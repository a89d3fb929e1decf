"""The window of a public notice: so many days as the policy provides, from the day it is posted."""

from __future__ import annotations

import re
from datetime import date

from policydoc.chinese import workdays
from policydoc.chinese.citations import number_of
from policydoc.errors import TemplateError
from policydoc.generation.filters import to_date, written_date
from policydoc.generation.plain import Record, record
from policydoc.model import Case
from policydoc.workspace import holiday_schedules


def window_record(case: Case, rules: Record) -> Record:
    """From, to, number of days, unit, and the convention by which they were counted.

    The policy's own term counts; where it provides none, the data must give `notice_days`.

    Raises:
        TemplateError: No first day, or no number of days.
    """
    rule = rules.get("public_notice")
    rule = rule if isinstance(rule, dict) else {}
    first_given = case.extra.get("notice_from") or case.extra.get("date")
    if first_given is None:
        raise TemplateError(
            "数据中没有公示起始日，请在 [extra] 中填写 notice_from = 2026-05-18 这样的日期。",
            subject="notice_from",
        )
    first = to_date(first_given)
    value, unit = _term(rule)
    stated = isinstance(value, int | float)
    days = int(value) if isinstance(value, int | float) else _days(case)
    natural = unit not in ("工作日", "个工作日")
    window = workdays.window(first, days, natural=natural, schedules=holiday_schedules())
    first, last = window.first, window.last
    return record(
        {
            "first": first, "last": last, "days": days,
            "unit": "日" if natural else "个工作日",
            "span": span(first, last), "convention": f"公示期计算方法：{window.convention}", "notes": list(window.notes), "stated": stated,
            "eid": rule.get("eid") if stated else None,
            "words": rule.get("words") if stated else None,
            "citation": rule.get("citation") if stated else None,
        },
        "window",
    )  # fmt: skip


_SAID = re.compile(
    r"公示[^。，；]{0,10}?([\d０-９]+|[一二三四五六七八九十]+)\s*个?(工作日|自然日|日|天)"
)


def _term(rule: dict[str, object]) -> tuple[object, str]:
    """The days the policy provides: its fact, else what its sentence plainly says."""
    value, unit = rule.get("value"), str(rule.get("unit") or "工作日")
    if value is None and (found := _SAID.search(str(rule.get("words", "")))):
        value, unit = number_of(found.group(1)), found.group(2)
    return value, unit


def _days(case: Case) -> int:
    given = case.extra.get("notice_days")
    if isinstance(given, int) and 0 < given < 400:
        return given
    raise TemplateError(
        "所选政策没有规定公示天数，请在数据的 [extra] 中填写 notice_days（工作日数）。",
        subject="notice_days",
    )


def span(first: date, last: date) -> str:
    """2026年5月18日至5月22日; the year again where it changes."""
    end = written_date(last)
    if last.year == first.year:
        end = f"{last.month}月{last.day}日"
    return f"{written_date(first)}至{end}"
