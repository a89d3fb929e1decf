"""A target of the plan for which the report gives no result or no rate of completion.

Bad:
    甲县产业集群2026年度发展情况报告
    | 指标 | 单位 | 目标值 | 完成值 | 完成率 |
    |---|---|---|---|---|
    | 集群总产值 | 亿元 | 20 | 18 | 90% |
    | 有效发明专利数 | 件 | 79 | | |
Good:
    甲县产业集群2026年度发展情况报告
    | 指标 | 单位 | 目标值 | 完成值 | 完成率 |
    |---|---|---|---|---|
    | 集群总产值 | 亿元 | 20 | 18 | 90% |
    | 有效发明专利数 | 件 | 79 | 80 | 101.3% |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from policydoc.chinese.indicators import plain_name
from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._forms import BLANK, beside, name_of, title_of, year_of_title
from policydoc.rules._places import whole
from policydoc.rules._reckoning import PLANNED, completion_columns
from policydoc.rules._tables import (
    Cell,
    Ledger,
    Line,
    at_cell,
    at_figure,
    in_unit,
    ledgers_of,
    squeezed,
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    reports = [(led, c) for led in ledgers_of(policy) if (c := completion_columns(led))]
    for ledger, (goal, reached, rate) in reports:
        lines = [line for line in ledger.lines if goal in line.figures]
        if all(_is_blank(line.cells.get(reached)) for line in lines):
            continue  # a form to be filled in
        for line in lines:
            lacking = list(_lacking(line, reached, rate))
            if lacking:
                yield at_cell(
                    line.label,
                    f"“{line.name}”有目标{line.figures[goal].written}{line.unit}，"
                    f"没有{'和'.join(lacking)}。",
                    "补填；没有统计的写明原因",
                )  # fmt: skip
    if reports:
        yield from _against_plan(policy, [(led, c[0]) for led, c in reports], context)


def _lacking(line: Line, reached: str, rate: str) -> Iterator[str]:
    """The columns left blank; of a result that is not known (未核实) there is no rate."""
    if _is_blank(line.cells.get(reached)):
        yield reached
    elif reached not in line.figures:
        return
    if rate and _is_blank(line.cells.get(rate)):
        yield rate


def _is_blank(cell: Cell | None) -> bool:
    return cell is None or squeezed(cell.text) in BLANK


def _against_plan(
    policy: Policy, reports: list[tuple[Ledger, str]], context: Context
) -> Iterator[Finding]:
    """Every target of the plan beside, for the year of the report, with its own figure."""
    year = year_of_title(policy)
    reported = {plain_name(line.name): (line, goal) for led, goal in reports for line in led.lines}
    for plan in beside(context):
        for line in _targets(plan, year):
            known = reported.get(plain_name(line.name))
            assert year is not None
            target = line.figures[year]
            said = f"《{name_of(plan)}》{year}年目标为{target.written}{target.unit}"
            related = ((plan.identity.id, target.cell.table.eid, target.cell.text.strip()),)
            title = title_of(policy)
            if known is None and title is not None:
                yield replace(
                    whole(title, f"{said}（“{line.name}”），本件没有报告。", "补报完成情况"),
                    related=related, certain=False,
                )  # fmt: skip
            elif known is not None and (mine := known[0].figures.get(known[1])) is not None:
                turned = in_unit(target, mine.unit)
                if turned is not None and abs(turned[0] - mine.value) > 1e-9 + abs(turned[1] - mine.half):  # fmt: skip
                    yield at_figure(
                        mine, f"{said}，此处写{mine.written}{mine.unit}。", "与规划一致",
                        related=related,
                    )  # fmt: skip


def _targets(plan: Policy, year: int | None) -> Iterator[Line]:
    for ledger in ledgers_of(plan):
        if ledger.years and PLANNED.search(ledger.grid.caption):
            yield from (line for line in ledger.lines if year in line.figures)


RULE = Rule(Severity.WARNING, "报告完整：各项规划目标均应有完成值和完成率", _check, group="I")
