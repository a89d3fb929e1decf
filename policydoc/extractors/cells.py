"""Bounds that stand in the cells of a table: 指标 | 要求 with ≥10家, 年度 | 推荐数量 with 不超过5个.

Only what a cell says with a comparator is a bound: a number alone may be a score or somebody's
figures. The words it bounds are the cell's own, else the head of its column, else the name of its
row. `start` and `end` count in the cells as `table_text` joins them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policydoc.chinese.expressions import expressions
from policydoc.chinese.indicators import identify
from policydoc.chinese.tables import naming_column
from policydoc.extractors._kinds import QUOTA
from policydoc.extractors._measures import measures_of
from policydoc.extractors._statements import Statement
from policydoc.model import Fact, Kind, Policy, Provision, cell_starts, walk
from policydoc.plugins import Extractor
from policydoc.workspace import catalogue

LONGEST = 20_000  # cells: a list of enterprises holds no bounds
# Heads that say that a bound follows, and not of what.
GENERAL = re.compile(
    r"(?:具体|评价|考核|认定|申报|最低|基本|量化)?(?:要求|标准|指标值|数值|条件|门槛|目标值?|基准值?|限值|内容|说明|备注|值)"
)
YEAR = re.compile(r"(?:19|20)\d\d年?度?")
SCORED = re.compile("分值|权重|得分|评分|赋分|满分|计分")
EXACT = ("", "=")


def _extract(policy: Policy) -> Iterator[Fact]:
    for provision in walk(policy):
        if provision.kind is Kind.TABLE and len(provision.rows) > 1:
            yield from _of_table(provision)


def _of_table(table: Provision) -> Iterator[Fact]:
    if sum(map(len, table.rows)) > LONGEST:
        return
    heads = table.rows[0]
    for row, starts in zip(table.rows[1:], cell_starts(table)[1:], strict=True):
        for column, cell in enumerate(row):
            head = heads[column] if column < len(heads) else ""
            if not SCORED.search(head):
                for fact in _of_cell(table.eid, cell):
                    yield _named(fact, row, column, head, starts[column])


def _of_cell(eid: str, cell: str) -> Iterator[Fact]:
    """The bounds of one cell, offsets within it."""
    found = expressions(cell)
    if found:
        facts = measures_of(Statement(eid, cell, Kind.TABLE, found, criteria=True))
        yield from (fact for fact in facts if fact.op not in EXACT and fact.kind != "count")


def _named(fact: Fact, row: tuple[str, ...], column: int, head: str, offset: int) -> Fact:
    """The fact at its place in the table, with what it bounds and, of a yearly table, the year."""
    named = naming_column(row, column)
    label = row[named].strip() if named >= 0 else ""
    indicator = fact.indicator
    if not indicator:
        indicator = label if GENERAL.fullmatch(head.strip()) and label else head.strip() or label
    year = YEAR.fullmatch(row[0].strip()) if column else None
    quota = fact.kind == "threshold" and QUOTA.search(head)
    return replace(
        fact,
        kind="quota" if quota and not fact.indicator else fact.kind,
        start=fact.start + offset,
        end=fact.end + offset,
        indicator=indicator,
        indicator_id=identify(catalogue(), indicator, fact.unit),
        window=fact.window or (year[0] if year else ""),
    )


EXTRACTOR = Extractor(_extract)
