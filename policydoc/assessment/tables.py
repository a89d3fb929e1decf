"""What a table of criteria asks: 指标 | 要求 | 分值, row by row.

Where a row has no bound that could be reckoned, its words go to a person, so that nothing passes
in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policydoc.assessment.criteria import Asked
from policydoc.chinese.tables import naming_column
from policydoc.model import Fact, Kind, Policy, Provision, cell_starts, iter_policies

OF_CRITERIA = re.compile("标准|条件|指标|评价|要求")
ASKED_COLUMN = re.compile("要求|标准|条件|内容|指标值|目标")
BLANK = re.compile(r"[\s/—－-]*")


def iter_tables_asked(policy: Policy) -> Iterator[Asked]:
    """What the tables of a policy's criteria ask, in reading order."""
    by_eid: dict[str, list[Fact]] = {}
    for fact in policy.facts:
        by_eid.setdefault(fact.eid, []).append(fact)
    criteria = {
        eid
        for eid, facts in by_eid.items()
        for f in facts
        if f.kind == "role" and f.role == "criterion"
    }
    for part in iter_policies(policy):
        title = part.identity.title or "".join(p.text for p in part.preface)
        titled = part is not policy and OF_CRITERIA.search(title) is not None
        stack = [(provision, titled) for provision in reversed(part.body)]
        while stack:
            provision, wanted = stack.pop()
            wanted = wanted or provision.eid in criteria
            if provision.kind is Kind.TABLE and wanted:
                yield from _of_table(provision, by_eid.get(provision.eid, ()))
            stack.extend((child, wanted) for child in reversed(provision.children))


def _of_table(table: Provision, facts: Sequence[Fact]) -> Iterator[Asked]:
    bounds = [fact for fact in facts if fact.kind == "threshold"]
    column = next((n for n, head in enumerate(table.rows[0]) if ASKED_COLUMN.search(head)), -1)
    if not bounds and column < 0:
        return
    for row, starts in zip(table.rows[1:], cell_starts(table)[1:], strict=True):
        own = [f for f in bounds if row and starts[0] <= f.start <= starts[-1] + len(row[-1])]
        yield from (Asked(fact.eid, fact.quote, fact.start, fact) for fact in own)
        if not own and 0 <= column < len(row) and not BLANK.fullmatch(row[column]):
            named = naming_column(row, column)
            first = named if named >= 0 else column
            yield Asked(table.eid, "\t".join(row[first : column + 1]), starts[first])
