"""Provisions as statements: their words, clauses and expressions, read once for all extractors."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from policydoc.chinese.expressions import Expression, expressions
from policydoc.model import Kind, Policy, Provision, iter_policies

_STOP = re.compile(r"[，；。：！？!?;\n\t|]|(?<!\d)[,:]|[,:](?!\d)|\s[—-]{2,}\s")
_CRITERIA = re.compile(r"标准|条件|指标|门槛|要求$|基本要求")
_LEAD_IN = re.compile(r"(?:满足|符合|具备|达到)[^。；]{0,12}(?:条件|标准|要求|指标)|条件[：:。]?$")


@dataclass(slots=True)
class Statement:
    """One provision's own words.

    Attributes:
        lead: The words that lead in the list this item stands in; `item` its place there.
        lead_eid: The eId of that lead-in. criteria: whether these are conditions to be met.
        clauses: (start, end, the mark that ends it), in order.
    """

    eid: str
    text: str
    kind: Kind
    expressions: list[Expression]
    lead: str = ""
    lead_eid: str = ""
    item: int = 0
    criteria: bool = False
    _clauses: list[tuple[int, int, str]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _stops: list[int] = field(default_factory=list)

    @property
    def clauses(self) -> list[tuple[int, int, str]]:
        """The clauses, cut at commas and stronger marks; found when first asked for."""
        if not self._clauses:
            self._clauses = list(_clauses(self.text))
            self._starts = [start for start, _, _ in self._clauses]
        return self._clauses

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that holds `position`."""
        if not self._stops:
            self._stops = [stop.start() for stop in re.finditer("[。！？\n]", self.text)] or [
                len(self.text)
            ]
        return bisect_right(self._stops, position)

    def clause_at(self, position: int) -> int:
        """The index of the clause that holds `position`."""
        clauses = self.clauses
        return min(bisect_right(self._starts, position) - 1, len(clauses) - 1)


def _clauses(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for stop in _STOP.finditer(text):
        yield start, stop.start(), stop[0]
        start = stop.end()
    if start < len(text) or start == 0:
        yield start, len(text), ""


_LAST: list[tuple[Policy, tuple[Statement, ...]]] = []


def statements(policy: Policy) -> tuple[Statement, ...]:
    """Every provision that has words of its own; remembered for the policy asked for last."""
    if _LAST and _LAST[0][0] is policy:
        return _LAST[0][1]
    found = tuple(_of_policy(policy))
    if all(statement.kind in (Kind.TITLE, Kind.NOTE) for statement in found):
        for statement in found:  # one line alone was taken for a title
            statement.kind = Kind.PARAGRAPH
    _LAST[:] = [(policy, found)]
    return found


def _of_policy(policy: Policy) -> Iterator[Statement]:
    for part in iter_policies(policy):
        annex = part is not policy and bool(_CRITERIA.search(_title(part)))
        for zone in (part.preface, part.preamble, part.body, part.conclusions):
            for provision in zone:
                yield from _of_provision(provision, annex)


def _title(policy: Policy) -> str:
    return policy.identity.title or "".join(p.text for p in policy.preface)


def _of_provision(top: Provision, criteria: bool) -> Iterator[Statement]:
    stack: list[tuple[Provision, str, str, int, bool]] = [(top, "", "", 0, criteria)]
    while stack:
        provision, lead, lead_eid, item, wanted = stack.pop()
        wanted = wanted or bool(
            _LEAD_IN.search(provision.text) or _CRITERIA.search(provision.heading)
        )
        if provision.text:
            yield Statement(
                provision.eid, provision.text, provision.kind, expressions(provision.text),
                lead, lead_eid, item, wanted,
            )  # fmt: skip
        own = provision.text or provision.heading
        for index, child in reversed(list(enumerate(provision.children, 1))):
            listed = child.kind not in (Kind.PARAGRAPH, Kind.ARTICLE)
            words, eid = (own, provision.eid) if own else (lead, lead_eid)
            stack.append(
                (child, words if listed else lead, eid if listed else lead_eid, index, wanted)
            )
