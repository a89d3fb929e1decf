"""The words for an indicator → its id in the catalogue, or "" where the catalogue knows none."""

from __future__ import annotations

import re
from functools import cache

from policydoc.chinese.units import base, unit_class
from policydoc.model.indicators import Catalogue, Indicator

_NOISE = re.compile(r"[“”\"'‘’《》〈〉()（）、，,\s的]|集群内|集群中|集群|本地|区域内|企业的")


@cache
def _normal(words: str) -> str:
    return _NOISE.sub("", words)


def identify(catalogue: Catalogue, words: str, unit: str) -> str:
    """The id of the indicator that `words` name, measured in `unit`; "" if none fits.

    An equal synonym wins; else all words of the indicator must occur and none of `without`, and
    the unit must measure the same thing; of several the one with most words in common.
    """
    plain = _normal(words)
    if not plain:
        return ""
    best, most = "", 0
    for indicator in catalogue.indicators.values():
        if not _measures_the_same(indicator.unit, unit):
            continue
        if (score := _fit(indicator, plain)) > most:
            best, most = indicator.id, score
    return best


def _fit(indicator: Indicator, plain: str) -> int:
    if any(_normal(name) == plain for name in (indicator.name, *indicator.synonyms)):
        return 1000
    if not indicator.words or any(word in plain for word in indicator.without):
        return 0
    found = [max((len(w) for w in group if w in plain), default=0) for group in indicator.words]
    return sum(found) if all(found) else 0


def _measures_the_same(known: str, unit: str) -> bool:
    if unit == known or not unit:
        return True
    left, right = unit_class(known), unit_class(unit)
    return left == right and (left in ("count", "") or _base(known) == _base(unit))


def _base(unit: str) -> str:
    name = base(unit)[0]
    return "元" if name in ("元", "美元") else name
