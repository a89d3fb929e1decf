"""A share, a growth or a rate of completion that the figures beside it do not give.

Bad:
    甲县产业集群申报表
    | 指标 | 单位 | 2023年 | 2024年 |
    |---|---|---|---|
    | 集群总产值 | 亿元 | 9.6 | 10.0 |
    | 中小企业产值 | 亿元 | 7.7 | 8.0 |
    | 中小企业产值占集群总产值比重 | % | 80.2 | 70.0 |
Good:
    甲县产业集群申报表
    | 指标 | 单位 | 2023年 | 2024年 |
    |---|---|---|---|
    | 集群总产值 | 亿元 | 9.6 | 10.0 |
    | 中小企业产值 | 亿元 | 7.7 | 8.0 |
    | 中小企业产值占集群总产值比重 | % | 80.2 | 80.0 |
Bad:
    甲县产业集群年度报告
    | 指标 | 单位 | 目标值 | 完成值 | 完成率 |
    |---|---|---|---|---|
    | 集群总产值 | 亿元 | 20.0 | 18.0 | 95.0% |
Good:
    甲县产业集群年度报告
    | 指标 | 单位 | 目标值 | 完成值 | 完成率 |
    |---|---|---|---|---|
    | 集群总产值 | 亿元 | 20.0 | 18.0 | 90.0% |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches
from policydoc.rules._reckoning import (
    PLANNED,
    Reading,
    Told,
    average_readings,
    by_year,
    completion,
    doubted,
    growth_line,
    iter_formulas,
    own_growth_keys,
    share_lines,
    share_readings,
    stated_per_cent,
    told_by,
    yearly_reading,
)
from policydoc.rules._tables import (
    NUMBER,
    Cell,
    Figure,
    Grid,
    Ledger,
    Line,
    grids_of,
    ledgers_of,
    number_at,
)

REQUIRED = re.compile(r"要求|标准|门槛|条件")
PER_CENT = ("%", "％")
SHOWN = re.compile(r"水平法|复合|平均法|\^")
OF_ROW = re.compile(rf"\s*({NUMBER})\s*([%％个件家户]?)\s*(?:[（(]|$)")
IN_WORDS = re.compile(
    rf"(?<![\d.])({NUMBER})(亿元|万元|家|户|件|人)[，,]其中[^，。；、\d]{{2,20}}({NUMBER})\2"
    rf"[，,](占比?|比重)(?:为|达到?)?({NUMBER})[%％]"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    """Each figure is doubted once, by the first way that shows it wrong."""
    told: set[tuple[str, int]] = set()
    for finding in _doubts(policy):
        if (place := (finding.eid, finding.start)) not in told:
            told.add(place)
            yield finding


def _doubts(policy: Policy) -> Iterator[Finding]:
    ledgers = ledgers_of(policy)
    history = [
        line
        for ledger in ledgers
        if ledger.years and not PLANNED.search(ledger.grid.caption)
        for line in ledger.lines
    ]
    elsewhere = told_by(history)
    for ledger in ledgers:
        for stated, right in completion(ledger):
            yield from doubted(stated, [right])
        yield from _own_growth(ledger)
        yield from _stated(ledger, elsewhere)
    for grid in grids_of(policy):
        yield from _formulas(grid)
    yield from _in_words(policy)


def _own_growth(ledger: Ledger) -> Iterator[Finding]:
    """The column 年均增长 of a table by years."""
    for key in own_growth_keys(ledger) if ledger.years else ():
        for line in ledger.lines:
            stated = stated_per_cent(line, key) or line.figures.get(key)
            if stated is not None:
                yield from doubted(replace(stated, unit="%"), average_readings(by_year(line)))


def _stated(ledger: Ledger, elsewhere: Told) -> Iterator[Finding]:
    """Lines that state a share or a growth: of this table, or of the years told elsewhere."""
    same = bool(ledger.years) or (len(ledger.lines) > 2 and _is_record(ledger))
    told = told_by(ledger.lines) if same else elsewhere
    for line in ledger.lines:
        shares, grows = share_lines(line, told), growth_line(line, told)
        if shares is not None or grows is not None:
            yield from _of_line(line, shares, grows, same=same)


def _of_line(
    line: Line, shares: tuple[Line, Line] | None, grows: tuple[Line, bool] | None, *, same: bool
) -> Iterator[Finding]:
    for key in line.cells:
        if isinstance(key, str) and (REQUIRED.search(key) or PLANNED.search(key)):
            continue
        stated = stated_per_cent(line, key)
        if stated is None:
            continue
        if shares is not None:
            # Without a year beside it, the share of any year told is right.
            years = [key] if same else [stated.year] if stated.year else list(shares[1].figures)
            yield from doubted(stated, share_readings(*shares, years))
        elif grows is not None and (grows[1] or not same):
            # A growth over a base year that the table does not show may be right for all we know.
            own = SHOWN.search(line.cells[key].text) is not None
            years_told = by_year(grows[0])
            sure = own or len(years_told) > 3
            yield from doubted(stated, average_readings(years_told), certain=sure)
        elif grows is not None and isinstance(key, int):
            yield from doubted(stated, yearly_reading(grows[0], key))


def _formulas(grid: Grid) -> Iterator[Finding]:
    """A formula that does not come to what it states, or to what stands beside it in its row."""
    required = {c.column for c in grid.rows[0] if REQUIRED.search(c.text)}
    for row in grid.rows:
        for cell in row:
            formulas = list(iter_formulas(cell))
            for formula in formulas:
                yield from doubted(formula.stated, [formula.right])
            beside = [cell] if OF_ROW.match(cell.text) else row[1:]
            if len(formulas) == 1:
                told = [c for c in beside if c.column not in required]
                yield from _beside(told, formulas[0].stated)


def _beside(cells: Sequence[Cell], result: Figure) -> Iterator[Finding]:
    """The one figure that leads these cells must be the result of the formula."""
    leading = [(cell, match) for cell in cells if (match := OF_ROW.match(cell.text))]
    if len(leading) != 1:
        return
    cell, match = leading[0]
    stated = number_at(cell, match.start(1), match.end(1), match[2])
    if (stated.unit in PER_CENT) == (result.unit in PER_CENT):
        shown = f"算式得{result.written}{result.unit}"
        yield from doubted(stated, [Reading(result.value, result.half, shown)])


def _is_record(ledger: Ledger) -> bool:
    """Is each row one of many alike, its number the key?"""
    return all(isinstance(key, int) for line in ledger.lines for key in line.cells)


def _in_words(policy: Policy) -> Iterator[Finding]:
    """总产值16.9亿元，其中中小企业产值13.2亿元，占比78.1%."""
    for provision, match in iter_matches(policy, IN_WORDS):
        whole, part, stated = (float(match[n].replace(",", "")) for n in (1, 3, 5))
        if whole <= 0:
            continue
        right = part / whole * 100
        step = 10.0 ** -len(match[5].partition(".")[2])
        if abs(right - stated) > step + 100 / whole * 10.0 ** -len(match[3].partition(".")[2]):
            yield found(
                provision, match.start(5), match.end(),
                f"按所列数据计算，{match[3]} ÷ {match[1]} = {right:.2f}%，此处写{match[5]}%。",
                "核对数据", certain=match[4] == "占比",
            )  # fmt: skip


RULE = Rule(
    Severity.ERROR,
    "数据准确：占比、增速、完成率应与所列数据相符；年均增长可按水平法或者各年增速平均，应写明算法",
    _check,
    group="I",
)
