"""Several years as one figure: 近三年累计, 近三年平均; and 产值或营业收入, of which one suffices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policydoc.assessment.measures import Measure
from policydoc.chinese.indicators import identify
from policydoc.model import Fact
from policydoc.model.indicators import Catalogue

_SUM = re.compile(r"累计|合计|总计|总和|之和")
_MEAN = re.compile(r"(?<!年)平均(?![水增])|均值|平均值|年平均(?!增)|年均(?!增)")
_OR = re.compile(r"或者?|[（(]|[)）]")


def as_one(fact: Fact, found: Sequence[Measure]) -> Measure | None:
    """The years' figures added or averaged where the text says so; None where it does not."""
    total, mean = _SUM.search(fact.quote), _MEAN.search(fact.quote)
    if len(found) < 2 or not (total or mean) or fact.every:
        return None
    values = [one.value for one in found]
    known = [value for value in values if value is not None]
    formula = " + ".join(f"{value:g}" for value in known)
    sum_ = sum(known)
    whole = len(known) == len(values)
    missing = "；".join(one.missing for one in found if one.missing)
    evidence = "、".join(dict.fromkeys(one.evidence for one in found if one.evidence))
    unit = next((one.unit for one in found if one.value is not None), found[0].unit)
    told = f"{formula} = {sum_:g}{unit}"
    value = sum_
    if not total:
        value = sum_ / len(values)
        told = f"（{formula}） ÷ {len(values)} = {value:g}{unit}"
    least = sum_ if total and known and min(known) >= 0 else None
    return replace(
        found[0], value=value if whole else None, unit=unit, year=None, missing=missing,
        formula=told if whole else "", evidence=evidence, least=least,
    )  # fmt: skip


def alternatives(fact: Fact, catalogue: Catalogue) -> tuple[Fact, ...]:
    """产值或营业收入: the fact once for each indicator that the catalogue knows; else nothing."""
    if fact.basis or not _OR.search(fact.indicator):
        return ()
    names = [name.strip() for name in _OR.split(fact.indicator) if name.strip()]
    known = {identify(catalogue, name, fact.unit): name for name in names}
    single = all(catalogue.indicators[i].kind == "value" for i in known if i)
    if "" in known or len(known) < 2 or not single:
        return ()
    return tuple(replace(fact, indicator=name, indicator_id=i) for i, name in known.items())
