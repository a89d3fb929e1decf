"""近三年 told of other years than the three before the notice or the day of filing.

Bad:
    甲县产业集群申报表
    填报日期：2025年3月16日
    一、近三年主要指标
    | 指标 | 单位 | 2020年 | 2021年 | 2022年 |
    |---|---|---|---|---|
    | 集群总产值 | 亿元 | 10 | 11 | 12 |
Good:
    甲县产业集群申报表
    填报日期：2025年3月16日
    一、近三年主要指标
    | 指标 | 单位 | 2022年 | 2023年 | 2024年 |
    |---|---|---|---|---|
    | 集群总产值 | 亿元 | 10 | 11 | 12 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._forms import beside, made_on, name_of, year_of_title
from policydoc.rules._places import found, iter_matches
from policydoc.rules._tables import Cell, at_cell, ledgers_of

THREE = re.compile(r"近\s*(?:三|3)\s*年|前三年")
SPAN = re.compile(
    r"近(?:三|3)年[（(，,]?\s*((?:19|20)\d\d)\s*年?\s*(?:—{1,2}|-|–|－|至|~|～)\s*((?:19|20)\d\d)\s*年?[）)]?"
)
CALLING = re.compile(
    r"组织.{0,40}(?:申报|推荐|复核)|申报.{0,20}通知|推荐.{0,20}通知|复核.{0,20}通知"
)
SPRING = 6  # up to this month the figures of last year may not be out


@dataclass(frozen=True, slots=True)
class Asked:
    """The last years that 近三年 may end with, the one meant, whence it is known, and the year
    of the document; `early` where it was made before last year's figures must be out."""

    last: frozenset[int]
    meant: int
    basis: str
    now: int
    early: bool


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    asked = _asked(policy, context)
    for ledger in ledgers_of(policy):
        shown = [(year, cell) for year, cell, note in ledger.years if not note]
        if not THREE.search(ledger.grid.caption) or len(shown) < 2:
            continue
        fault = _fault([year for year, _ in shown], asked)
        if fault is not None:
            yield _at_years([cell for _, cell in shown], *fault)
    for provision, match in iter_matches(policy, SPAN):
        years = list(range(int(match[1]), int(match[2]) + 1))
        fault = _fault(years, asked) if len(years) < 4 else _too_many(years)
        if fault is not None:
            message, certain = fault
            yield found(
                provision, match.start(1), match.end(2), message, "改为最近三个完整年度",
                certain=certain,
            )  # fmt: skip


def _asked(policy: Policy, context: Context) -> Asked | None:
    """What the notice asks, else what the day of filing and the title allow."""
    for notice in beside(context):
        year = year_of_title(notice)
        if year is not None and CALLING.search(name_of(notice)):
            return Asked(frozenset((year - 1,)), year - 1, f"按{year}年度的通知", year, False)
    year, day = year_of_title(policy), made_on(policy)
    if day is not None:
        allowed = {day.year - 1} | ({year - 1, year} if year else set())
        basis = f"本件作于{day.year}年"
        return Asked(frozenset(allowed), day.year - 1, basis, day.year, day.month <= SPRING)
    if year is not None:
        return Asked(frozenset((year - 1, year)), year - 1, f"按{year}年度", year + 1, False)
    return None


def _fault(years: list[int], asked: Asked | None) -> tuple[str, bool] | None:
    """What is wrong with these years, and whether it is certain."""
    told = "、".join(map(str, years)) if len(years) < 3 else f"{min(years)}—{max(years)}"
    if sorted(years) != list(range(min(years), max(years) + 1)):
        return f"近三年应为连续的三个年度，此处为{'、'.join(map(str, years))}年。", True
    if len(years) < 3:
        return f"“近三年”只有{len(years)}个年度（{told}年）。", True
    if asked is None or max(years) in asked.last:
        return None
    meant = f"{asked.meant - 2}—{asked.meant}"
    late = max(years) == asked.meant - 1 and asked.early
    unfinished = max(years) == asked.now
    message = f"{asked.basis}，近三年应为{meant}年，此处为{told}年。"
    return message, not (late or unfinished)


def _too_many(years: list[int]) -> tuple[str, bool]:
    """In a table the first of four may be the base year; in words nothing says so."""
    return f"“近三年”写成了{len(years)}个年度（{years[0]}—{years[-1]}年）。", True


def _at_years(cells: list[Cell], message: str, certain: bool) -> Finding:
    return at_cell(
        max(cells, key=lambda c: c.start), message, "改为最近三个完整年度", certain=certain
    )


RULE = Rule(Severity.WARNING, "数据准确：近三年指申报年度之前的三个完整年度", _check, group="I")
