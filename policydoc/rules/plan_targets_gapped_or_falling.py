"""Targets by year that skip a year of the plan, or fall where the indicator is to grow.

Bad:
    甲县产业集群发展规划（2025—2027年）
    一、发展目标
    | 指标 | 单位 | 2025年 | 2027年 |
    |---|---|---|---|
    | 集群总产值 | 亿元 | 10 | 12 |
Good:
    甲县产业集群发展规划（2025—2027年）
    一、发展目标
    | 指标 | 单位 | 2025年 | 2026年 | 2027年 |
    |---|---|---|---|---|
    | 集群总产值 | 亿元 | 10 | 11 | 12 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._forms import name_of
from policydoc.rules._reckoning import by_year
from policydoc.rules._tables import (
    Ledger,
    Line,
    at_cell,
    at_figure,
    in_unit,
    known_lines,
    ledgers_of,
)
from policydoc.workspace import catalogue

PLANNED = re.compile(r"目标|规划指标|预期指标")
PERIOD = re.compile(r"((?:19|20)\d\d)年?(?:—{1,2}|-|–|－|至|~|～)((?:19|20)\d\d)年?")
SUM = re.compile(r"累计|总数|存量|拥有量|保有量")
LESS = re.compile(r"能耗|排放|水耗|负债|事故|死亡|强度|成本|失业|下降|降低|减少|违约|不良|亏损")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for ledger in ledgers_of(policy):
        if len(ledger.years) < 2 or not PLANNED.search(ledger.grid.caption):
            continue
        gaps = list(_gaps(ledger, name_of(policy)))
        yield from gaps[:1]
        lessening = ledger.lines if gaps else _lessening(ledger)
        for line in ledger.lines:
            yield from _left_out(line, ledger)
            if line not in lessening and not LESS.search(line.name):
                yield from _falls(line)


def _gaps(ledger: Ledger, title: str) -> Iterator[Finding]:
    """Years that do not follow each other, and years of the plan's own period that are missing."""
    for (before, _, _), (year, cell, _) in pairwise(ledger.years):
        if year != before + 1:
            yield at_cell(
                cell, f"目标年份不连续：{before}年之后是{year}年。", "逐年列出目标"
            )  # fmt: skip
    years = {year for year, _, _ in ledger.years}
    period = PERIOD.search(title)
    last = max(years)
    if period and int(period[2]) not in years and last < int(period[2]) < last + 20:
        cell = next(cell for year, cell, _ in ledger.years if year == last)
        yield at_cell(
            cell, f"规划期为{period[1]}—{period[2]}年，目标只列到{last}年。", "逐年列出规划期内的目标"
        )  # fmt: skip


def _left_out(line: Line, ledger: Ledger) -> Iterator[Finding]:
    """A year without a target, of an indicator that has one for other years."""
    years = [year for year, _, _ in ledger.years]
    empty = [year for year in years if year in line.cells and not line.cells[year].text.strip()]
    if empty and any(year in line.figures for year in years):
        named = "、".join(f"{year}年" for year in empty)
        yield at_cell(line.label, f"“{line.name}”没有{named}的目标。", "补填")


def _lessening(ledger: Ledger) -> Sequence[Line]:
    """The lines of indicators of which less is better."""
    less = {
        key
        for indicator in catalogue().indicators.values()
        if indicator.direction == "less"
        for key in indicator.needs
    }
    return [line for key, line in known_lines(ledger.lines).items() if key in less]


def _falls(line: Line) -> Iterator[Finding]:
    for (before, old), (year, new) in pairwise(by_year(line)):
        turned = in_unit(new, old.unit)
        if turned is not None and turned[0] < old.value:
            yield at_figure(
                new,
                f"“{line.name}”{year}年目标{new.written}{new.unit}低于{before}年的"
                f"{old.written}{old.unit}。",
                "核对；确需下调的，说明理由",
                certain=bool(SUM.search(line.name)),
            )  # fmt: skip


RULE = Rule(Severity.WARNING, "前后一致：规划目标逐年衔接，累计数不减少", _check, group="I")
