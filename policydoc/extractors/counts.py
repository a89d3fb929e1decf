"""Counts: 八方面, 三项条件, 一个县, and the open ones, 一个或几个相邻县."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.extractors._facts import build
from policydoc.extractors._measures import of_kind
from policydoc.extractors._statements import statements
from policydoc.model import Fact, Policy
from policydoc.plugins import Extractor

_AREA = r"(?=[^，。；、]{0,6}?(?:县|市|区|省|州|乡|镇|村|街道|园区))"
_OPEN = re.compile(
    rf"(?P<one>一个[一-鿿]{{0,3}}?(?:或者?(?:者)?|及)(?:相邻的?)?)?(?:几|多|若干|数)个{_AREA}(?P<what>(?:相邻)?[一-鿿]{{0,10}}?(?:区划|县|市|区|州|镇|村)(?:行政区划|区划)?)"
)


def _extract(policy: Policy) -> Iterator[Fact]:
    open_: set[tuple[str, int]] = set()
    for statement in statements(policy):
        for match in _OPEN.finditer(statement.text) if "个" in statement.text else ():
            open_ |= {(statement.eid, place) for place in range(match.start(), match.end())}
            yield build(
                statement, "count", match.start(), match.end(), indicator=match["what"], op=">=",
                value=1 if match["one"] else 2, unit="个",
                basis_note=f"“{match[0][: match.start('what') - match.start()]}”未写明具体数目",
            )  # fmt: skip
    for fact in of_kind(policy, "count"):
        # 一个区或者相邻几个区 is not one 区.
        if open_.isdisjoint((fact.eid, place) for place in range(fact.start, fact.end)):
            yield fact


EXTRACTOR = Extractor(_extract)
