"""A figure of a table that is larger than the whole it is a part of, or a share of more than all.

Bad:
    甲县产业集群申报表
    | 指标 | 单位 | 2024年 | 2025年 |
    |---|---|---|---|
    | 集群总产值 | 亿元 | 10 | 11 |
    | 中小企业产值 | 亿元 | 8 | 12 |
Good:
    甲县产业集群申报表
    | 指标 | 单位 | 2024年 | 2025年 |
    |---|---|---|---|
    | 集群总产值 | 亿元 | 10 | 11 |
    | 中小企业产值 | 亿元 | 8 | 9 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.indicators import iter_parts
from policydoc.chinese.units import unit_class
from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._tables import (
    Figure,
    Ledger,
    Line,
    at_figure,
    in_unit,
    known_lines,
    ledgers_of,
)
from policydoc.workspace import catalogue

SHARE = re.compile(r"占比|比重|占.{2,20}(?:比例|的?$)|普及率|覆盖率|应用率|上云率|合格率|达标率")
NO_SHARE = re.compile(r"增|完成|提高|负债|倍")
REACHED = re.compile("完成率|增")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for ledger in ledgers_of(policy):
        for part, whole in dict.fromkeys((*_named(ledger), *_known(ledger))):
            yield from _compared(part, whole)
        for line in ledger.lines:
            if SHARE.search(line.name) and not NO_SHARE.search(line.name):
                yield from _beyond(line)


def _beyond(line: Line) -> Iterator[Finding]:
    """A share of more than all."""
    for key, figure in line.figures.items():
        if figure.unit in ("%", "％") and figure.value > 100 and not REACHED.search(str(key)):
            yield at_figure(figure, f"“{line.name}”为{figure.written}%，超过100%。", "核对数据")


def _named(ledger: Ledger) -> Iterator[tuple[Line, Line]]:
    """What the table itself calls 其中, and the line it belongs to."""
    whole: Line | None = None
    for line in ledger.lines:
        if not line.part:
            whole = line
        elif whole is not None:
            yield line, whole


def _known(ledger: Ledger) -> Iterator[tuple[Line, Line]]:
    """What the catalogue of indicators knows as a part of another line."""
    if not any(line.figures for line in ledger.lines):
        return
    lines = known_lines(ledger.lines)
    for part, whole in iter_parts(catalogue()):
        if part in lines and whole in lines and part != whole:
            yield lines[part], lines[whole]


def _compared(part: Line, whole: Line) -> Iterator[Finding]:
    for key, figure in part.figures.items():
        total = whole.figures.get(key)
        if total is not None and _exceeds(figure, total):
            when = f"{key}年" if isinstance(key, int) and key > 1000 else ""
            yield at_figure(
                figure,
                f"{when}“{part.name}”{figure.written}{figure.unit}大于“{whole.name}”"
                f"{total.written}{total.unit}，部分不能大于整体。",
                "核对两项数据和计量单位",
            )  # fmt: skip


def _exceeds(part: Figure, whole: Figure) -> bool:
    """Figures rounded alike keep their order; of others the rounding must not explain it.

    A rate (增速, 完成率) of a part may well be above that of the whole.
    """
    turned = in_unit(part, whole.unit)
    if turned is None or unit_class(part.unit) == "ratio":
        return False
    value, half = turned
    slack = 0.0 if half == whole.half else half + whole.half
    return value - whole.value > slack + 1e-9


RULE = Rule(Severity.ERROR, "前后一致：部分不大于整体", _check, group="I")
