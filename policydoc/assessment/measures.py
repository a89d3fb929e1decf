"""What a case says on an indicator: the value, how it was computed, where it stands.

年均增长 has two usual formulas, the compound rate (水平法) and the mean of the yearly rates; both
are computed, the compound one is used and said to be, and the other is kept for the note.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from policydoc.chinese.rates import (
    COMPOUND,
    MEAN,
    average_growth,
    can_grow,
    compound_rate,
    yearly_rates,
)
from policydoc.model import Case, Series
from policydoc.model.indicators import Catalogue, Indicator


@dataclass(frozen=True, slots=True)
class Measure:
    """One value of a case; `value` None where the case does not say.

    `year` is None for what has no year; `others` are the same by another reading, each with the
    name of that reading; `missing` names what the case lacks; `least` is what the known part of
    a sum already comes to.
    """

    value: float | None
    unit: str
    year: int | None = None
    formula: str = ""
    evidence: str = ""
    missing: str = ""
    notes: tuple[str, ...] = ()
    others: tuple[tuple[str, float], ...] = field(default=())
    least: float | None = None


def plain(value: float) -> str:
    """A number as one writes it: 16.9, 46, 8.33."""
    text = f"{value:.2f}" if abs(value) < 1e15 else f"{value:g}"
    return text.rstrip("0").rstrip(".")


def measures(
    case: Case, indicator: Indicator, catalogue: Catalogue, years: int | None
) -> tuple[Measure, ...]:
    """The values of an indicator, one a year in order where it has years.

    Args:
        years: The last so many years are asked for (近三年); None where no window is stated.
    """
    measured = {
        "value": _value, "share": _share, "growth": _growth, "per": _per, "count": _count,
        "benchmark": _benchmark,
    }.get(indicator.kind)  # fmt: skip
    if measured is None or not indicator.needs:
        return ()
    return measured(case, indicator, catalogue, years)


def by_words(case: Case, words: str) -> tuple[Measure, ...]:
    """The figure that the case gives under the very words of a criterion the catalogue lacks."""
    for section, table in (("figures", case.figures), ("counts", case.counts)):
        if words in table:
            return (Measure(table[words], "", evidence=_place(case, f"{section}.{words}")),)
    return ()


def _place(case: Case, key: str) -> str:
    return case.places.get(key, key)


def _places(case: Case, key: str, years: Iterable[int]) -> str:
    return "、".join(_place(case, f"series.{key}.{year}") for year in years)


def _lacks(case: Case, catalogue: Catalogue, key: str) -> Measure:
    missing = f"个案没有填写{catalogue.label(key)}"
    return Measure(None, "", evidence=_place(case, key), missing=missing)


def _single(case: Case, catalogue: Catalogue, key: str) -> Measure:
    """A figure or a count; a figure that a case gives by year counts with its last year."""
    group = catalogue.group(key) or "figures"
    table = case.counts if group == "counts" else case.figures
    value = table.get(key, case.figures.get(key))
    if value is None and key not in table and isinstance(case.profile.get(key), int | float):
        stated = case.profile[key]
        value = None if isinstance(stated, bool | str) else stated
    unit = catalogue.unit(key)
    evidence = _place(case, f"{group}.{key}")
    if value is None:
        return Measure(None, unit, evidence=evidence, missing=f"个案没有填写{catalogue.label(key)}")
    return Measure(value, unit, formula=f"{catalogue.label(key)} {plain(value)}{unit}", evidence=evidence)  # fmt: skip


def last_years(series: Series, count: int | None) -> tuple[int, ...]:
    """The last `count` consecutive years of a series, or all of them."""
    if not series.values:
        return ()
    last = max(series.values)
    first = last - count + 1 if count else min(series.values)
    return tuple(range(first, last + 1))


def _is_series(case: Case, catalogue: Catalogue, key: str) -> bool:
    return key in case.series or catalogue.group(key) == "series"


def _value(case: Case, indicator: Indicator, catalogue: Catalogue, years: int | None) -> tuple[Measure, ...]:  # fmt: skip
    key = indicator.needs[0]
    if not _is_series(case, catalogue, key):
        return (_single(case, catalogue, key),)
    series = case.series.get(key)
    if series is None or not series.values:
        return (_lacks(case, catalogue, key),)
    found = []
    for year in last_years(series, years or 1):
        value = series.values.get(year)
        place = _place(case, f"series.{key}.{year}")
        if value is None:
            found.append(Measure(None, series.unit, year, evidence=place, missing=f"个案没有填写{year}年{catalogue.label(key)}"))  # fmt: skip
        else:
            formula = f"{year}年{catalogue.label(key)} {plain(value)}{series.unit}"
            found.append(Measure(value, series.unit, year, formula, place))
    if years is None:
        earlier = [(y, v) for y, v in series.values.items() if v is not None]
        return (replace(found[-1], others=_other_years(earlier[-3:-1])),)
    return tuple(found)


def _other_years(values: Iterable[tuple[int, float]]) -> tuple[tuple[str, float], ...]:
    """The same of earlier years: where no window is stated, they are another way to read it."""
    return tuple((f"按{year}年数据", value) for year, value in values)


def _share(case: Case, indicator: Indicator, catalogue: Catalogue, years: int | None) -> tuple[Measure, ...]:  # fmt: skip
    part, whole = indicator.needs[:2]
    if not (_is_series(case, catalogue, part) and _is_series(case, catalogue, whole)):
        return (_ratio(_single(case, catalogue, part), _single(case, catalogue, whole), 100, "%"),)
    numerator, denominator = case.series.get(part), case.series.get(whole)
    if numerator is None or denominator is None:
        return (_lacks(case, catalogue, part if numerator is None else whole),)
    found = [
        _ratio(
            _of_year(case, catalogue, part, numerator, year),
            _of_year(case, catalogue, whole, denominator, year), 100, "%",
        )
        for year in last_years(denominator, years or 3)
    ]  # fmt: skip
    if years is not None:
        return tuple(found)
    earlier = [(one.year or 0, one.value) for one in found[:-1] if one.value is not None]
    return (replace(found[-1], others=_other_years(earlier)),)


def _of_year(case: Case, catalogue: Catalogue, key: str, series: Series, year: int) -> Measure:
    value = series.values.get(year)
    missing = "" if value is not None else f"个案没有填写{year}年{catalogue.label(key)}"
    return Measure(value, series.unit, year, evidence=_place(case, f"series.{key}.{year}"), missing=missing)  # fmt: skip


def _ratio(upper: Measure, lower: Measure, scale: float, unit: str) -> Measure:
    from policydoc.chinese.units import base

    evidence = f"{upper.evidence}、{lower.evidence}"
    missing = upper.missing or lower.missing
    if upper.value is None or lower.value is None:
        return Measure(None, unit, upper.year or lower.year, evidence=evidence, missing=missing)
    if lower.value == 0:
        return Measure(None, unit, upper.year, evidence=evidence, missing="分母为零，无法计算")
    (upper_base, upper_factor), (lower_base, lower_factor) = base(upper.unit), base(lower.unit)
    same = scale == 100 and upper_base == lower_base
    factor = upper_factor / lower_factor if same else 1.0
    value = upper.value * factor / lower.value * scale
    year = upper.year or lower.year
    times = "" if scale == 100 else f" × {plain(scale)}"
    when = f"（{year}年）" if year else ""
    return Measure(
        value, unit, year,
        f"{plain(upper.value)} ÷ {plain(lower.value)}{times} = {plain(value)}{unit}{when}", evidence,
    )  # fmt: skip


def _per(case: Case, indicator: Indicator, catalogue: Catalogue, years: int | None) -> tuple[Measure, ...]:  # fmt: skip
    part, whole = indicator.needs[:2]
    upper = _latest(case, catalogue, part)
    lower = _latest(case, catalogue, whole)
    found = _ratio(upper, lower, indicator.scale, indicator.unit)
    basis = case.profile.get(f"{whole}_basis")
    note = (
        f"人数口径：{basis}"
        if isinstance(basis, str)
        else "政策未写明人数的口径，按个案所填人数计算"
    )
    return (_noted(found, note),)


def _noted(measure: Measure, *notes: str) -> Measure:
    return replace(measure, notes=(*measure.notes, *notes))


def _latest(case: Case, catalogue: Catalogue, key: str) -> Measure:
    if not _is_series(case, catalogue, key):
        return _single(case, catalogue, key)
    series = case.series.get(key)
    if series is None or not series.values:
        return _lacks(case, catalogue, key)
    return _of_year(case, catalogue, key, series, max(series.values))


def _count(case: Case, indicator: Indicator, catalogue: Catalogue, years: int | None) -> tuple[Measure, ...]:  # fmt: skip
    parts = [_single(case, catalogue, key) for key in indicator.needs]
    evidence = "、".join(part.evidence for part in parts)
    known = [part.value for part in parts if part.value is not None]
    unit = indicator.unit
    if len(known) < len(parts):
        missing = "；".join(part.missing for part in parts if part.missing)
        return (Measure(None, unit, evidence=evidence, missing=missing, least=sum(known) if known else None),)  # fmt: skip
    total = sum(known)
    if len(parts) == 1:
        return (Measure(total, unit, formula=parts[0].formula, evidence=evidence),)
    formula = " + ".join(plain(value) for value in known) + f" = {plain(total)}{unit}"
    return (
        Measure(
            total, unit, formula=f"合计：{formula}", evidence=evidence,
            others=(("按各类分别计算", min(known)),),
            notes=("按各类合计计算；同一企业属于几类的可能重复计入，请核对名单",),
        ),
    )  # fmt: skip


def _benchmark(case: Case, indicator: Indicator, catalogue: Catalogue, years: int | None) -> tuple[Measure, ...]:  # fmt: skip
    return tuple(_single(case, catalogue, key) for key in indicator.needs[:2])


def _growth(case: Case, indicator: Indicator, catalogue: Catalogue, years: int | None) -> tuple[Measure, ...]:  # fmt: skip
    key = indicator.needs[0]
    series = case.series.get(key)
    if series is None or not series.values:
        return (_lacks(case, catalogue, key),)
    asked = last_years(series, years or min(3, len(series.values)))
    lacking = [year for year in asked if series.values.get(year) is None]
    evidence = _places(case, key, asked)
    if lacking or len(asked) < 2:
        which = "、".join(f"{year}年" for year in lacking) or "至少两年的"
        return (Measure(None, "%", evidence=evidence, missing=f"个案没有填写{which}{catalogue.label(key)}"),)  # fmt: skip
    values = [float(series.values[year] or 0) for year in asked]
    if not can_grow(values):
        return (Measure(None, "%", evidence=evidence, missing="基期为零或负数，无法计算增长率"),)
    longer = _from_base_year(series, asked)
    return (_rates(values, asked, evidence, longer),)


def _from_base_year(series: Series, asked: Sequence[int]) -> float | None:
    """The compound rate from the year before the window, where the case has it."""
    base, last = series.values.get(asked[0] - 1), series.values.get(asked[-1])
    if not base or base <= 0 or last is None:
        return None
    return compound_rate(base, last, len(asked))


def _rates(
    values: Sequence[float], years: Sequence[int], evidence: str, longer: float | None
) -> Measure:
    steps = len(values) - 1
    rates, average = yearly_rates(values), average_growth(values)
    compound, mean = average[COMPOUND], average[MEAN]
    formula = (
        f"{COMPOUND}（{years[0]}—{years[-1]}年）：({plain(values[-1])} ÷ {plain(values[0])})"
        f"^(1/{steps}) − 1 = {plain(compound)}%；各年增速平均："
        f"({' + '.join(f'{plain(rate)}%' for rate in rates)}) ÷ {steps} = {plain(mean)}%"
    )
    others = [("按各年增速平均", mean)]
    if longer is not None:
        others.append((f"以{years[0] - 1}年为基期按水平法", longer))
    return Measure(
        compound,
        "%",
        None,
        formula,
        evidence,
        notes=("按水平法（复合增长率）判断",),
        others=tuple(others),
    )
