"""A public notice (公示) shorter than the working days stated in it or in the rule it carries out.

First and last day count both; days off and make-up days are those of the official schedule. Held
against a superior, its shortest period counts.

Bad:
    关于拟认定集群名单的公示
    现将拟认定集群名单予以公示，公示时间为2023年7月19日至7月23日（5个工作日）。
Superior:
    甲省集群管理办法
    第一条 经审核的，在门户网站公示5个工作日，无异议的，确定为集群。
Bad:
    关于拟认定集群名单的公示
    现将拟认定集群名单予以公示，公示时间为2023年7月19日至7月23日。
Good:
    关于拟认定集群名单的公示
    现将拟认定集群名单予以公示，公示时间为2023年9月28日至10月10日（5个工作日）。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.chinese.workdays import Schedules, count_workdays, window, written
from policydoc.errors import CalendarError
from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found
from policydoc.rules._windows import (
    NoticePeriod,
    NoticeWindow,
    iter_periods,
    iter_windows,
    period_beside,
)
from policydoc.workspace import holiday_schedules


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    windows = list(iter_windows(policy))
    if not windows:
        return
    stated = list(iter_periods(policy))
    ruled = [min(p, key=_working_days) for s in context.superiors if (p := list(iter_periods(s)))]
    schedules = holiday_schedules()
    for notice in windows:
        beside = period_beside(policy, notice)
        own = [beside] if beside else stated if len(windows) == 1 else []
        for period in (*own, *ruled):
            finding = _held(notice, period, schedules) if period.days else None
            if finding:
                yield finding
                break


def _working_days(period: NoticePeriod) -> float:
    return period.days if period.unit == "工作日" else period.days * 5 / 7


def _held(notice: NoticeWindow, period: NoticePeriod, schedules: Schedules) -> Finding | None:
    is_working = period.unit == "工作日"
    try:
        lasts = (notice.last - notice.first).days + 1
        days = count_workdays(notice.first, notice.last, schedules) if is_working else lasts
        due = window(notice.first, period.days, natural=not is_working, schedules=schedules).last
    except CalendarError:
        return None
    if days >= period.days:
        return None
    unit = "个工作日" if is_working else "日"
    return found(
        notice.provision, notice.start, notice.end,
        f"公示首尾两日计入只有 {days} {unit}，少于“{period.words.strip('（）()')}”。", f"延至{written(due)}",
        related=((period.policy.identity.id, period.provision.eid, period.words),),
    )  # fmt: skip


RULE = Rule(
    Severity.ERROR,
    "可操作性：公示期不少于规定的天数，工作日按国务院办公厅放假安排计算",
    _check,
    group="E",
)
