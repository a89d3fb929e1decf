"""Ranks: a place among others, 位居细分领域全省前列, 排名前3位."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.numerals import CHINESE, narrowed, parse_numeral
from policydoc.extractors._facts import build
from policydoc.extractors._phrases import measured
from policydoc.extractors._statements import statements
from policydoc.model import Fact, Policy
from policydoc.plugins import Extractor

_RANK = re.compile(
    rf"(?:位居|处于|居于|位于|位列|排名|排在|名列|稳居|跻身|居|列|进入)(?P<scope>[^，。；、位居列]{{0,16}}?)"
    rf"(?P<place>前列|领先(?:地位|水平)?|首位|前(?P<n>[{CHINESE}\d]{{1,4}})(?P<unit>位|名|强|%)?(?P<last>(?=[的且，。；、]|$))?|第(?P<nth>[{CHINESE}\d]{{1,3}})(?P<unit2>位|名)?|先进行列|先进水平)"
)


def _extract(policy: Policy) -> Iterator[Fact]:
    for statement in statements(policy):
        for match in _RANK.finditer(narrowed(statement.text)):
            if (
                match["place"].startswith(("前", "第"))
                and match["place"] != "前列"
                and not (match["unit"] or match["unit2"] or match["last"] is not None)
            ):
                continue
            clause = statement.clause_at(match.start())
            start = statement.clauses[clause][0]
            words = match["n"] or match["nth"]
            number = parse_numeral(words) if words else None
            op = "<=" if match["n"] else "="
            yield build(
                statement, "rank", start, match.end(),
                indicator=measured(statement.text[start : match.start()]),
                op=op, value=match["place"] if number is None else number,
                unit="" if number is None else match["unit"] or match["unit2"] or "位",
                basis=match["scope"].strip("在于"),
            )  # fmt: skip


EXTRACTOR = Extractor(_extract)
