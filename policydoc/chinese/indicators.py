"""The words for an indicator → its id in the catalogue, or "" where the catalogue knows none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policydoc.chinese.units import base, unit_class
from policydoc.model.indicators import Catalogue, Indicator

_NOISE = re.compile(
    r"[“”\"'‘’《》〈〉()（）、，,\s的]|集群内|集群中|集群|本地|区域内|园区内?|企业的|(?<!中小)企业(?=专精)"
)
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class _Index:
    """The catalogue by its synonyms, and a pattern that any known indicator must satisfy."""

    catalogue: Catalogue
    synonyms: dict[str, list[Indicator]]
    hint: re.Pattern[str]
    known: dict[tuple[str, str], str]


_INDEXES: dict[int, _Index] = {}


def identify(catalogue: Catalogue, words: str, unit: str) -> str:
    """The id of the indicator that `words` name, measured in `unit`; "" if none fits.

    An equal synonym wins; else all words of the indicator must occur and none of `without`, and
    the unit must measure the same thing; of several the one with most words in common.
    """
    index = _INDEXES.get(id(catalogue))
    if index is None or index.catalogue is not catalogue:
        index = _INDEXES[id(catalogue)] = _build(catalogue)
    key = (words, unit)
    if key not in index.known:
        if len(index.known) > _KEPT:
            index.known.clear()
        index.known[key] = _identify(index, _normal(words), unit)
    return index.known[key]


def plain_name(words: str) -> str:
    """The words without what makes no difference: quotation marks, spaces, 集群."""
    return _normal(words)


def keys_by_name(catalogue: Catalogue) -> dict[str, str]:
    """The plain name of every figure of the catalogue, and the key it has in a case."""
    found = {
        _normal(name): indicator.needs[0]
        for indicator in catalogue.indicators.values()
        if indicator.kind in ("value", "count") and len(indicator.needs) == 1
        for name in (*indicator.synonyms, indicator.name)
    }
    return found | {_normal(figure.label): key for key, figure in catalogue.figures.items()}


def iter_parts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The keys of a part and of its whole: what a share is computed of, and kinds of enterprises."""
    for indicator in catalogue.indicators.values():
        if indicator.kind == "share":
            yield indicator.needs[0], indicator.needs[1]
    for key, figure in catalogue.figures.items():
        if figure.group == "counts" and (figure.label.endswith("企业") or key == "sme"):
            yield key, "enterprises"


def _build(catalogue: Catalogue) -> _Index:
    synonyms: dict[str, list[Indicator]] = {}
    words: set[str] = set()
    for indicator in catalogue.indicators.values():
        for name in {_normal(n) for n in (indicator.name, *indicator.synonyms)}:
            synonyms.setdefault(name, []).append(indicator)
        words |= set(indicator.words[0]) if indicator.words else set()
    hint = re.compile("|".join(map(re.escape, words)) or "$^")
    return _Index(catalogue, synonyms, hint, {})


def _normal(words: str) -> str:
    return _NOISE.sub("", words)


def _identify(index: _Index, plain: str, unit: str) -> str:
    for indicator in index.synonyms.get(plain, ()):
        if _measures_the_same(indicator.unit, unit):
            return indicator.id
    if not plain or len(plain) > 60 or index.hint.search(plain) is None:
        return ""
    best, most = "", 0
    for indicator in index.catalogue.indicators.values():
        score = _fit(indicator, plain)
        if score > most and _measures_the_same(indicator.unit, unit):
            best, most = indicator.id, score
    return best


def _fit(indicator: Indicator, plain: str) -> int:
    """The characters in common, 0 unless every group of words occurs and no barred word."""
    found = 0
    for group in indicator.words:
        longest = max((len(word) for word in group if word in plain), default=0)
        if not longest:
            return 0
        found += longest
    return 0 if any(word in plain for word in indicator.without) else found


# 60分 is no number of enterprises, 45周岁 no number of people.
_NO_THINGS = frozenset(["分", "岁", "周岁", "次", "课时", "学时", "学分"])


def _base(unit: str) -> str:
    return base(unit)[0]


@cache
def _measures_the_same(known: str, unit: str) -> bool:
    if unit == known or not unit:
        return True
    if "/" not in known:
        unit = unit.split("/")[0]  # 件/万人 of what is reckoned per 10,000 persons
    left, right = unit_class(known), unit_class(unit)
    if left == right == "count" and (_base(known) in _NO_THINGS or _base(unit) in _NO_THINGS):
        return _base(known) == _base(unit)
    return left == right and (left in ("count", "") or base(known)[0] == base(unit)[0])
