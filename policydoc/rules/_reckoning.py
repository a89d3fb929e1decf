"""Shares, growth and rates of completion as a form states them, reckoned again from its tables.

A figure of 16.9 stands for all that rounds to it; what such rounding may explain is a hint, what
it cannot explain is certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from policydoc.chinese.indicators import plain_name
from policydoc.chinese.rates import average_growth, can_grow, compound_rate, share, yearly_rates
from policydoc.model import Finding
from policydoc.rules._tables import (
    NUMBER,
    Cell,
    Figure,
    Ledger,
    Line,
    at_figure,
    in_unit,
    known_lines,
    number_at,
)
from policydoc.workspace import catalogue

PLANNED = re.compile(r"目标|规划|计划|测算|预计|预测")
_SHARE = re.compile(r"(.+?)(?:占(.*?)的?(?:比重|比例|份额|比率|百分比|比)?|比重)")
_GROWTH = re.compile(r"(.+?)的?(年均|平均)?(?:复合)?(?:增速|增长率|增长幅度|增幅|增长)")
_PER_CENT = re.compile(rf"\s*({NUMBER})\s*[%％](?:\s*[（(]\s*((?:19|20)\d\d)年?\s*[）)])?")
_OWN_GROWTH = re.compile(r"(?:年均|平均)(?:复合)?(?:增速|增长率?|增幅)")
_GOAL, _REACHED, _RATE = (
    re.compile(r"目标"),
    re.compile(r"完成(?!率|状态)|实际"),
    re.compile(r"完成率|完成比例"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to reckon a figure: its value, what rounding may add to it, and how it is shown."""

    value: float
    slack: float
    shown: str


def reading(
    reckon: Callable[[Sequence[float]], float], figures: Sequence[Figure], shown: str
) -> Reading:
    """The value of `reckon`, with what the rounding of each figure may do to it."""
    values = [figure.value for figure in figures]
    value = reckon(values)
    slack = 0.0
    for index, figure in enumerate(figures):
        moved = [*values[:index], values[index] + figure.half, *values[index + 1 :]]
        slack += abs(reckon(moved) - value)
    return Reading(value, slack, shown)


def doubted(
    stated: Figure, readings: Iterable[Reading], *, certain: bool = True
) -> Iterator[Finding]:
    """A finding where the figure is none of its readings.

    `certain` is False where there may be a further reading that the document does not show.
    """
    known = list(readings)
    gaps = [(abs(stated.value - one.value), one) for one in known]
    if not gaps or any(gap <= stated.half + 1e-6 for gap, _ in gaps):
        return
    # A figure cut off instead of rounded, or reckoned from figures less rounded, is no certain fault.
    sure = certain and all(gap > 2 * stated.half + one.slack + 1e-6 for gap, one in gaps)
    ways = "；".join(dict.fromkeys(one.shown for one in known))
    unit = "%" if stated.unit in ("%", "％") else stated.unit
    right = f"{known[0].value:.{len(stated.written.partition('.')[2])}f}{unit}"
    yield at_figure(
        stated, f"按所列数据计算，{ways}，此处写{stated.written}{unit}。",
        f"核对数据；数据无误的，改为{right}" if len(known) == 1 else "核对数据，并写明算法和基期",
        certain=sure,
    )  # fmt: skip


def stated_per_cent(line: Line, key: int | str) -> Figure | None:
    """What a line states in per cent under `key`: the first words of the cell, with their year."""
    figure = line.figures.get(key)
    if figure is not None:
        return figure if figure.unit in ("%", "％") else None
    cell = line.cells.get(key)
    match = _PER_CENT.match(cell.text) if cell is not None else None
    if cell is None or match is None:
        return None
    year = int(match[2]) if match[2] else None
    return number_at(cell, match.start(1), match.end(1), "%", year)


@dataclass(frozen=True, slots=True)
class Told:
    """Lines to reckon from: by plain name (None where several share it), by the catalogue's key."""

    named: Mapping[str, Line | None]
    keyed: Mapping[str, Line]


def told_by(lines: Sequence[Line]) -> Told:
    """The lines as they are looked up, read once for all that is stated of them."""
    named: dict[str, Line | None] = {}
    for line in lines:
        plain = plain_name(line.name)
        named[plain] = None if plain in named else line
    return Told(named, known_lines(lines))


def share_lines(line: Line, told: Told) -> tuple[Line, Line] | None:
    """The lines of the part and the whole that a line named 甲占乙比重 is reckoned from."""
    needs = _indicators("share").get(plain_name(line.name))
    if needs is not None and all(key in told.keyed for key in needs):
        return told.keyed[needs[0]], told.keyed[needs[1]]
    match = _SHARE.fullmatch(line.name)
    if match is None or not match[2]:
        return None
    part, whole = (told.named.get(plain_name(name)) for name in match.groups())
    return (part, whole) if part is not None and whole is not None else None


@cache
def _indicators(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The plain names of the catalogue's indicators of that kind, and what each is computed of."""
    return {
        plain_name(name): indicator.needs
        for indicator in catalogue().indicators.values()
        if indicator.kind == kind
        for name in (*indicator.synonyms, indicator.name)
    }


def share_readings(part: Line, whole: Line, years: Iterable[int | str]) -> Iterator[Reading]:
    """The share in each of these years (or other keys) that both lines have."""
    for key in years:
        upper, lower = part.figures.get(key), whole.figures.get(key)
        if upper is None or lower is None or not lower.value or in_unit(upper, lower.unit) is None:
            continue
        factor = (in_unit(upper, lower.unit) or (0, 0))[0] / upper.value if upper.value else 1.0
        when = f"（{key}年）" if isinstance(key, int) and key > 1000 else ""
        one = reading(lambda v, f=factor: share(v[0] * f, v[1]) or 0.0, (upper, lower), "")  # type: ignore[misc]
        yield Reading(
            one.value, one.slack,
            f"{upper.written} ÷ {lower.written} = {_plain(one.value)}%{when}",
        )  # fmt: skip


def growth_line(line: Line, told: Told) -> tuple[Line, bool] | None:
    """The line whose growth a line named 甲增速 states, and whether it is the average of years."""
    match = _GROWTH.fullmatch(line.name)
    if match is None:
        return None
    base = told.named.get(plain_name(match[1]))
    if base is None:
        needs = _indicators("growth").get(plain_name(line.name), ("",))
        base = told.keyed.get(needs[0])
    return (base, match[2] is not None) if base is not None else None


def average_readings(figures: Sequence[tuple[int, Figure]]) -> Iterator[Reading]:
    """The average growth by each usual formula: over all the years, and without the first."""
    for chosen in (figures, figures[1:])[: 1 + (len(figures) > 3)]:
        years = [year for year, _ in chosen]
        if not can_grow([f.value for _, f in chosen]):
            continue
        if years != list(range(years[0], years[-1] + 1)):
            continue
        values = [figure for _, figure in chosen]
        for name in average_growth([figure.value for figure in values]):
            one = reading(lambda v, n=name: average_growth(v)[n], values, "")  # type: ignore[misc]
            yield Reading(
                one.value, one.slack,
                f"按{name}（{years[0]}—{years[-1]}年）为{_plain(one.value)}%",
            )  # fmt: skip


def by_year(line: Line) -> list[tuple[int, Figure]]:
    """The figures of a line by year, in order; a base value counts with the year beside it."""
    found = {key: figure for key, figure in line.figures.items() if isinstance(key, int)}
    first = min(found, default=0)
    for key, figure in line.figures.items():
        if isinstance(key, str) and re.search("基期|基数|基年", key) and found:
            found[figure.year or _year_in(key) or first - 1] = figure
    return sorted(found.items())


def _year_in(words: str) -> int | None:
    match = re.search(r"(?:19|20)\d\d", words)
    return int(match[0]) if match else None


def yearly_reading(line: Line, year: int) -> Iterator[Reading]:
    """The growth over the year before."""
    before, after = line.figures.get(year - 1), line.figures.get(year)
    if before is not None and after is not None and before.value > 0:
        one = reading(lambda v: yearly_rates(v)[0], (before, after), "")
        yield Reading(
            one.value, one.slack,
            f"{after.written} ÷ {before.written} − 1 = {_plain(one.value)}%",
        )  # fmt: skip


def completion_columns(ledger: Ledger) -> tuple[str, str, str] | None:
    """The columns of the target, of what was reached and of the rate ("" where there is none)."""
    keys = dict.fromkeys(key for line in ledger.lines for key in line.cells)
    named = [key for key in keys if isinstance(key, str)]
    columns = [[key for key in named if kind.search(key)] for kind in (_GOAL, _REACHED, _RATE)]
    if len(columns[0]) != 1 or len(columns[1]) != 1 or len(columns[2]) > 1:
        return None
    return columns[0][0], columns[1][0], next(iter(columns[2]), "")


def completion(ledger: Ledger) -> Iterator[tuple[Figure, Reading]]:
    """Each rate of completion, and what it is by the target and what was reached."""
    columns = completion_columns(ledger)
    for line in ledger.lines if columns else ():
        goal_key, reached_key, rate_key = columns or ("", "", "")
        rate = stated_per_cent(line, rate_key)
        goal, reached = line.figures.get(goal_key), line.figures.get(reached_key)
        if rate is None or goal is None or reached is None or goal.value <= 0:
            continue
        one = reading(lambda v: share(v[0], v[1]) or 0.0, (reached, goal), "")
        yield (
            rate,
            Reading(one.value, 0.0, f"{reached.written} ÷ {goal.written} = {_plain(one.value)}%"),
        )


_QUOTIENT = re.compile(
    rf"(?<![\d.)）])({NUMBER})\s*[÷]\s*({NUMBER})(?:\s*[×xX*]\s*({NUMBER}))?\s*[=＝≈]\s*({NUMBER})\s*([%％]?)"
)
_POWER = re.compile(
    rf"[（(]\s*({NUMBER})\s*[÷/]\s*({NUMBER})\s*[）)]\s*\^\s*[（(]?\s*1\s*/\s*(\d)\s*[）)]?\s*[−–-]\s*1\s*[=＝≈]\s*({NUMBER})\s*[%％]"
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as printed in a cell: the result it states, and what it comes to."""

    stated: Figure
    right: Reading


def iter_formulas(cell: Cell) -> Iterator[Formula]:
    """13.2 ÷ 16.9 = 78.11%, 71 ÷ 28000 × 10000 = 25.36, (16.9 ÷ 14.4)^(1/2) − 1 = 8.33%."""
    for match in _QUOTIENT.finditer(cell.text):
        scale = number_at(cell, *match.span(3)).value if match[3] else 1.0
        scale *= 100 if match[5] else 1
        yield _formula(cell, match, match[5], partial(_quotient, scale=scale))
    for match in _POWER.finditer(cell.text):
        yield _formula(cell, match, "%", partial(_rate, steps=int(match[3]) or 1))


def _quotient(values: Sequence[float], scale: float) -> float:
    return values[0] / values[1] * scale if values[1] else 0.0


def _rate(values: Sequence[float], steps: int) -> float:
    return compound_rate(values[1], values[0], steps) if min(values) > 0 else 0.0


def _formula(
    cell: Cell, match: re.Match[str],  unit: str,
    reckon: Callable[[Sequence[float]], float],
) -> Formula:  # fmt: skip
    figures = [number_at(cell, *match.span(n)) for n in (1, 2)]
    one = reading(reckon, [replace(f, half=0.0) for f in figures], "")
    left = match[0][: match.start(4) - match.start()]
    shown = f"{left.rstrip(' =＝≈')} = {_plain(one.value)}{unit}"
    return Formula(number_at(cell, *match.span(4), unit), Reading(one.value, 0.0, shown))


def own_growth_keys(ledger: Ledger) -> list[str]:
    """The columns that state the average growth of each line: 年均增长."""
    keys = dict.fromkeys(key for line in ledger.lines for key in line.cells)
    return [key for key in keys if isinstance(key, str) and _OWN_GROWTH.search(key)]


def _plain(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
