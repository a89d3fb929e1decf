"""Coverage: 政策宣贯全覆盖, 应保尽保: everything or everyone without exception."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.extractors._facts import build
from policydoc.extractors._phrases import measured
from policydoc.extractors._statements import statements
from policydoc.model import Fact, Policy
from policydoc.plugins import Extractor

_COVERAGE = re.compile(r"全覆盖|全面覆盖|应保尽保|应收尽收|应纳尽纳|应贷尽贷")


def _extract(policy: Policy) -> Iterator[Fact]:
    for statement in statements(policy):
        last = -1
        for match in _COVERAGE.finditer(statement.text):
            clause = statement.clause_at(match.start())
            if clause == last:
                continue
            last = clause
            start = statement.clauses[clause][0]
            left = re.sub(
                r"^\s*(?:实现|确保|做到|推动)|实现[^，。；]{0,6}$",
                "",
                statement.text[start : match.start()],
            )
            yield build(
                statement, "coverage", start, match.end(), indicator=measured(left), op="=",
                value=match[0],
            )  # fmt: skip


EXTRACTOR = Extractor(_extract)
