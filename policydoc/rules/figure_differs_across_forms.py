"""A figure of a list that the form of the one listed states otherwise.

Batch:
    甲县蔬菜产业集群申报表
    | 集群名称 | 甲县蔬菜产业集群 |
    |---|---|
    | 申报主体（盖章） | 甲县工业和信息化局 |
    一、近三年主要指标
    | 指标 | 单位 | 2024年 | 2025年 |
    |---|---|---|---|
    | 集群总产值 | 亿元 | 15.6 | 16.9 |
    | 中小企业产值 | 亿元 | 12.0 | 13.2 |
Bad:
    2026年度集群推荐汇总表
    | 序号 | 集群名称 | 上年度总产值（亿元） | 中小企业产值占比 |
    |---|---|---|---|
    | 1 | 甲县蔬菜产业集群 | 19.6 | 78.1% |
Good:
    2026年度集群推荐汇总表
    | 序号 | 集群名称 | 上年度总产值（亿元） | 中小企业产值占比 |
    |---|---|---|---|
    | 1 | 甲县蔬菜产业集群 | 16.9 | 78.1% |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._forms import beside, name_of
from policydoc.rules._named import Name, iter_names
from policydoc.rules._reckoning import PLANNED, share_lines, share_readings, told_by
from policydoc.rules._tables import Figure, Line, at_figure, in_unit, is_list, ledgers_of

LATEST = re.compile(r"^(?:上一?年度?|本年度?|当年|去年|最近一年)")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    rows = {name.plain: name for name in iter_names(policy) if name.row is not None}
    for other in beside(context) if rows else ():
        own = {name.plain for name in iter_names(other)}
        if len(own) == 1 and (mine := rows.get(next(iter(own)))) is not None:
            yield from _held(policy, mine, other)


def _held(policy: Policy, mine: Name, other: Policy) -> Iterator[Finding]:
    """The figures of one row against the form of what it lists."""
    lines = [
        line
        for ledger in ledgers_of(other)
        if ledger.years and not PLANNED.search(ledger.grid.caption)
        for line in ledger.lines
    ]
    told = told_by(lines)
    ledgers = [led for led in ledgers_of(policy) if led.grid.table.eid == mine.provision.eid]
    for line in (line for led in ledgers if is_list(led.grid) for line in led.lines):
        figure = line.figures.get(mine.row or 0)
        if figure is None:
            continue
        named = replace(line, name=LATEST.sub("", line.name))
        # 总产值 alone may be of any year; 上年度总产值 is that of the last.
        certain = named.name != line.name
        shares = share_lines(named, told)
        if shares is not None:
            readings = list(share_readings(*shares, shares[1].figures))
            if readings and all(abs(one.value - figure.value) > figure.half + one.slack + 1e-6 for one in readings):  # fmt: skip
                yield _told(
                    figure, f"《{name_of(other)}》按所列数据为{readings[-1].shown}", certain=True
                )
        else:
            known = told_by([named]).keyed
            theirs = next((told.keyed[key] for key in known if key in told.keyed), None)
            if theirs is not None and theirs.figures and not _agrees(figure, theirs, certain):
                year = max(key for key in theirs.figures if isinstance(key, int))
                right = theirs.figures[year]
                said = f"《{name_of(other)}》{year}年“{theirs.name}”为{right.written}{right.unit}"
                yield _told(figure, said, certain=certain)


def _agrees(figure: Figure, theirs: Line, last_only: bool) -> bool:
    """Is it the figure of the last year told (or, where no year is meant, of any)?"""
    years = sorted(key for key in theirs.figures if isinstance(key, int))
    for year in years[-1:] if last_only else years:
        turned = in_unit(theirs.figures[year], figure.unit)
        if turned is None or abs(turned[0] - figure.value) <= figure.half + turned[1] + 1e-9:
            return True
    return not years


def _told(figure: Figure, said: str, *, certain: bool) -> Finding:
    return at_figure(
        figure, f"{said}，此处写{figure.written}{figure.unit}。", "核对，前后一致", certain=certain
    )


RULE = Rule(Severity.ERROR, "前后一致：汇总表的数据应与申报表相同", _check, group="I")
