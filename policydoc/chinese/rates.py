"""Shares and average growth as statistics reckons them; the rules and the assessment share these.

年均增长 has two usual formulas, the compound rate (水平法) and the mean of the yearly rates; no
policy read defines which it means, so both are always at hand, each under its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

COMPOUND, MEAN = "水平法", "各年增速平均"


def share(part: float, whole: float) -> float | None:
    """The part in per cent of the whole; None of nothing."""
    return part / whole * 100 if whole else None


def yearly_rates(values: Sequence[float]) -> tuple[float, ...]:
    """The growth of each year over the one before, in per cent."""
    return tuple((after / before - 1) * 100 for before, after in pairwise(values))


def compound_rate(first: float, last: float, steps: int) -> float:
    """The one yearly rate, in per cent, that leads from the first to the last in so many steps."""
    return float((last / first) ** (1 / steps) - 1) * 100


def can_grow(values: Sequence[float]) -> bool:
    """Whether a growth of these values, one a year, can be reckoned."""
    return len(values) > 1 and all(value > 0 for value in values[:-1]) and values[-1] >= 0


def average_growth(values: Sequence[float]) -> dict[str, float]:
    """The average growth of values one a year, by the name of each usual formula."""
    rates = yearly_rates(values)
    return {
        COMPOUND: compound_rate(values[0], values[-1], len(rates)),
        MEAN: sum(rates) / len(rates),
    }
