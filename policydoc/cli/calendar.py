"""`policydoc calendar`: windows and deadlines by the official holiday schedule."""

from __future__ import annotations

import json
from datetime import date

import click

from policydoc.chinese import workdays
from policydoc.workspace import holiday_schedules


@click.group(name="calendar")
def COMMAND() -> None:
    """按国家放假安排推算工作日和期限。

    \b
    例：policydoc calendar window 2026-09-28 5
        policydoc calendar due 2026-03-02 15 --unit 工作日
        policydoc calendar count 2023-07-19 2023-07-23
    """


@COMMAND.command(name="window")
@click.argument("start", metavar="起始日")
@click.argument("days", metavar="天数", type=int)
@click.option("--natural", is_flag=True, help="按自然日计（默认按工作日）")
@click.option("--exclude-first", is_flag=True, help="起始日不计入（民法典第二百零一条）")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def window(start: str, days: int, natural: bool, exclude_first: bool, as_json: bool) -> None:
    """公示等期间的起止日。

    \b
    例：policydoc calendar window 2026-09-28 5
    """
    found = workdays.window(
        workdays.parse_day(start),
        days,
        natural=natural,
        exclude_first=exclude_first,
        schedules=holiday_schedules(),
    )
    _show(found, "日" if natural else "工作日", as_json)


@COMMAND.command(name="due")
@click.argument("start", metavar="起算日")
@click.argument("amount", metavar="数量", type=int)
@click.option("--unit", type=click.Choice(["工作日", "日", "月", "年"]), default="工作日")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def due(start: str, amount: int, unit: str, as_json: bool) -> None:
    """期限的最后一日。

    \b
    例：policydoc calendar due 2026-01-31 1 --unit 月
    """
    _show(workdays.due(workdays.parse_day(start), amount, unit, holiday_schedules()), unit, as_json)


@COMMAND.command(name="count")
@click.argument("first", metavar="起始日")
@click.argument("last", metavar="截止日")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def count(first: str, last: str, as_json: bool) -> None:
    """两日之间（首尾均计入）有几个工作日。

    \b
    例：policydoc calendar count 2023-07-19 2023-07-23
    """
    begins, ends = workdays.parse_day(first), workdays.parse_day(last)
    days = (ends - begins).days + 1
    working = workdays.count_workdays(begins, ends, holiday_schedules())
    if as_json:
        click.echo(
            _document(
                {"from": begins, "to": ends, "calendar_days": days, "working_days": working},
                "首尾两日均计入。",
            )
        )
        return
    click.echo(f"{workdays.written(begins)}至{workdays.written(ends)}")
    click.echo(f"共 {days} 日，其中工作日 {working} 个（首尾两日均计入）")


def _show(found: workdays.Window, unit: str, as_json: bool) -> None:
    if as_json:
        places = {"start": found.start, "from": found.first, "to": found.last}
        numbers = {"days": found.days, "unit": unit, "calendar_days": found.calendar_days}
        click.echo(_document({**places, **numbers, "notes": list(found.notes)}, found.convention))
        return
    click.echo(f"{workdays.written(found.first)}至{workdays.written(found.last)}")
    name = {"工作日": "个工作日", "月": "个月"}.get(unit, unit)
    click.echo(f"{found.days}{name}，首尾共 {found.calendar_days} 日")
    click.echo(f"计算方法：{found.convention}")
    for note in found.notes:
        click.echo(f"注意：{note}。")


def _document(fields: dict[str, object], convention: str) -> str:
    plain = {k: v.isoformat() if isinstance(v, date) else v for k, v in fields.items()}
    document = {"schema": "policydoc/calendar@1", **plain, "convention": convention}
    return json.dumps(document, ensure_ascii=False, indent=2)
