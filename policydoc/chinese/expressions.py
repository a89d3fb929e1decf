"""Text → its dates, periods, frequencies and quantities, in reading order and never overlapping.

Linear: one search for characters that may begin an expression, one match at each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policydoc.chinese.dates import (
    DATE,
    NAMED,
    WINDOW,
    Moment,
    Window,
    read_date,
    read_named,
    read_window,
)
from policydoc.chinese.numerals import CHINESE, narrowed, parse_numeral
from policydoc.chinese.quantities import NUMBER, Quantity, joined, read_quantity

_C = f"[{CHINESE}]"
# Numerals that are names: 第十一条, 〔2022〕119号, “十四五”, 一事一议, GB/T 9704, telephone numbers.
_NAME = rf"""
  第\s*(?:{_C}{{1,9}}|\d{{1,6}})(?:条之{_C}+|[^，。；、\s])?
 |[〔\[【(（](?:19|20)\d\d[〕\]】)）]\s*第?\s*\d+\s*号?
 |十[一二三四五六七八]五
 |一式(?:{_C}+|\d+)份
 |{_C}位一体|{_C}[^\d，。；、\s{CHINESE}]一[^，。；、\s个家户名人项件次份年{CHINESE}]
 |[一两三四五六七八九十]个(?:一批|自信|全面|意识|维护|确立|坚持|代表|毫不动摇|结合|健康|转变|必须|务必|关键|导向)
 |[中]?八项规定|九年义务|百年|千方百计|千家万户|万众|一年一度|百千万|一律|一般|十分(?!之|钟)
 |\d{{3,4}}[-—]\d{{7,8}}(?:[-—转]\d+)?|(?<!\d)1[3-9]\d{{9}}(?!\d)
 |https?://[^\s，。；、）]+|www\.[^\s，。；、）]+
 |(?<![A-Za-z0-9._-])[A-Za-z0-9._-]{{1,64}}@[A-Za-z0-9.-]{{1,64}}
 |(?<![A-Za-z])[A-Za-z]{{1,20}}(?:[/ -]?[A-Za-z]{{1,8}}){{0,2}}[ -]?\d[\d.\-—A-Za-z/]*
 |(?:[〇零○一二三四五六七八九十]|\d)+(?:级|流|线|站式|网通|键|体|致|定|切|些|律|旦|直|样|度电商|强)
"""
_EVERY = rf"每(?P<times>{_C}{{1,2}}|\d{{1,2}}|半)?个?(?P<period>年度|年|季度|季|月|周|工作日|日|天|学期|学年)"
_MASTER = re.compile(
    rf"(?P<named>{NAMED})|(?P<window>{WINDOW})|(?P<date>{DATE})|(?P<name>{_NAME})"
    rf"|(?P<every>{_EVERY})|(?P<number>{NUMBER})",
    re.X,
)
_TRIGGER = re.compile(
    rf"[\d{CHINESE}半每第近次翌同〔\[【A-Za-z“\"'‘(（]|上|未来|过去|今后|连续|此前|最近|往前"
    r"|前(?=[\d一二两三四五六七八九十几的])|当年|本年|下一?年|年[底末]"
)
# Between the two bounds of one figure.
_LINK = re.compile(r"\s*(?:、|，|,|且|并且|并|但|和|至|，且|、且|，但|,且)?\s*(?:且|并|但|又)?\s*")


@dataclass(frozen=True, slots=True)
class Every:
    """A frequency: 每年 is once in 1 年, 每两年 once in 2 年, 每半年 once in 6 个月."""

    start: int
    end: int
    count: float
    unit: str


Expression = Moment | Window | Every | Quantity


def expressions(text: str) -> list[Expression]:
    """Every date, period, frequency and quantity of a text, in reading order."""
    return _merged(text, list(_iter(narrowed(text))))


def _iter(text: str) -> Iterator[Expression]:
    position = floor = 0
    while trigger := _TRIGGER.search(text, position):
        match = _MASTER.match(text, trigger.start())
        if match is None:
            position = trigger.end()
            continue
        found = _read(text, match, floor)
        position = match.end()
        if found is not None:
            position = floor = max(found.end, position)
            yield found


def _read(text: str, match: re.Match[str], floor: int) -> Expression | None:
    start, words = match.start(), match[0]
    if match["named"]:
        return read_named(words, start)
    if match["window"]:
        return read_window(words, start)
    if match["date"]:
        return read_date(words, start)
    if match["every"]:
        return _every(match)
    if match["number"]:
        return read_quantity(text, match, floor)
    return None


def _every(match: re.Match[str]) -> Every:
    times, period = match["times"], match["period"]
    if times == "半":
        return Every(match.start(), match.end(), 6, "个月")
    count = 1 if times is None else parse_numeral(times)
    return Every(
        match.start(), match.end(), count or 1, {"季": "季度", "年度": "年"}.get(period, period)
    )


def _merged(text: str, found: list[Expression]) -> list[Expression]:
    """Two bounds of one figure side by side become one range."""
    kept: list[Expression] = []
    for item in found:
        last = kept[-1] if kept else None
        if (
            isinstance(item, Quantity)
            and isinstance(last, Quantity)
            and _one_figure(text, last, item)
        ):
            kept[-1] = joined(last, item)
        else:
            kept.append(item)
    return kept


_LOWER, _UPPER = (">=", ">"), ("<=", "<")


def _one_figure(text: str, left: Quantity, right: Quantity) -> bool:
    sides = (left.op in _LOWER and right.op in _UPPER) or (left.op in _UPPER and right.op in _LOWER)
    return (
        sides
        and left.base_unit == right.base_unit
        and _LINK.fullmatch(text, left.end, right.start) is not None
    )
