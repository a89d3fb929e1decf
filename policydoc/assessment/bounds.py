"""A measured value against what a criterion requires: met or not, by how much, in which words."""

from __future__ import annotations

from collections.abc import Iterable

from policydoc.assessment.measures import Measure
from policydoc.chinese.units import base, unit_class
from policydoc.model import Fact

SIGNS = {">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "=": "=", "~": "约", "between": ""}


def in_unit(measure: Measure, unit: str) -> float | None:
    """The measured value in the criterion's unit; None where they measure different things."""
    if measure.value is None:
        return None
    return converted(measure.value, measure.unit, unit)


def converted(value: float, unit: str, wanted: str) -> float | None:
    """A value in another unit of the same kind; units of counting (个, 件, 家) are one kind."""
    if unit == wanted or not unit:
        return value
    (name, factor), (wanted_name, wanted_factor) = base(unit), base(wanted)
    counted = unit_class(unit) in ("count", "") and unit_class(wanted) in ("count", "")
    if name == wanted_name or counted:
        return value * factor / wanted_factor
    return None


def meets(value: float, fact: Fact) -> bool | None:
    """Whether the value is within the fact's bounds; None for 约, whose margin nobody defines."""
    bound = fact.value
    if not isinstance(bound, int | float):
        return None
    close = abs(value - bound) <= 1e-9 * max(1.0, abs(bound))
    match fact.op:
        case ">=":
            return close or value > bound
        case ">":
            return not close and value > bound
        case "<=":
            return close or value < bound
        case "<":
            return not close and value < bound
        case "=":
            return close
        case "between" if isinstance(fact.upper, int | float):
            return (close or value > bound) and value <= fact.upper + 1e-9 * max(1.0, fact.upper)
    return None


def gap_of(value: float, fact: Fact) -> str:
    """How far a value misses: 差25.6亿元, 超出3平方公里; "" where it does not."""
    bound = fact.value
    if not isinstance(bound, int | float) or meets(value, fact) is not False:
        return ""
    unit = "个百分点" if fact.unit in ("%", "％") else fact.unit
    if fact.op in (">=", ">", "between") and value <= bound:
        return (
            f"差{shown(bound - value, unit)}"
            if value != bound
            else f"须高于{shown(bound, fact.unit)}，现相等"
        )
    upper = fact.upper if isinstance(fact.upper, int | float) else bound
    return f"超出{shown(abs(value - upper), unit)}"


def shown(value: float, unit: str, unlike: float | None = None) -> str:
    """A value with its unit, with so many digits that it does not look like `unlike`."""
    for digits in (2, 3, 4, 6):
        text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
        if unlike is None or value == unlike or float(text) != unlike:
            break
    return f"{text}{unit}"


def required(fact: Fact) -> str:
    """What a criterion asks, in one phrase: ≥ 10 亿元（近三年每年）."""
    if fact.unverified:
        return "未核实"
    space = "" if fact.unit in ("%", "％", "") else " "
    bound = _number(fact.value)
    if fact.upper is not None:
        bound = f"{bound}至{_number(fact.upper)}"
    sign = SIGNS.get(fact.op, fact.op)
    words = f"{sign} {bound}{space}{fact.unit}".strip()
    remarks = [f"{fact.window}{'每年' if fact.every else ''}" if fact.window else "每年" if fact.every else ""]  # fmt: skip
    remarks += ["原则性要求"] if fact.soft else []
    remarks += [fact.condition] if fact.condition else []
    told = "，".join(remark for remark in remarks if remark)
    return f"{words}（{told}）" if told else words


def _number(value: float | str | None) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def either(verdicts: Iterable[bool | None], least: int = 1) -> bool | None:
    """Met if `least` are met, unmet if so many no longer can be, else unknown."""
    found = list(verdicts)
    if sum(one is True for one in found) >= least:
        return True
    open_ = sum(one is not False for one in found)
    return False if found and open_ < least else None


def every(verdicts: Iterable[bool | None]) -> bool | None:
    """Unmet if any is unmet, met if all are met, else unknown."""
    found = list(verdicts)
    if any(one is False for one in found):
        return False
    return True if found and all(one is True for one in found) else None
