"""The draft held against its superiors: rows of facts with a verdict on the draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policydoc.model import Comparison, Fact, FactRow, Finding, Policy, Provision, Severity, by_eid
from policydoc.plugins import Context
from policydoc.rules._levels import is_peer
from policydoc.rules._places import found

TURNED = {"stricter": "looser", "looser": "stricter"}


@dataclass(frozen=True, slots=True)
class Held:
    """One row of facts of the draft and one superior; `verdict` says how the draft stands.

    `provisions` are the draft's, by eId.
    """

    row: FactRow
    verdict: str
    sentence: str
    provisions: Mapping[str, Provision]
    superior: Policy
    mine: tuple[Fact, ...]
    theirs: tuple[Fact, ...]

    @property
    def related(self) -> tuple[tuple[str, str, str], ...]:
        """The superior's words, as a finding cites them."""
        return tuple((self.superior.identity.id, f.eid, f.quote) for f in self.theirs)

    @property
    def is_digest(self) -> bool:
        """Is the superior at hand a digest only, whose silence says nothing?"""
        return self.superior.identity.text_status == "digest"


def iter_held(context: Context, *topics: str) -> Iterator[Held]:
    """The rows of `thresholds`, `deadlines`, `procedure` or `grounds` against every superior."""
    for comparison in context.comparisons:
        if not is_peer(*comparison.policies):
            yield from _rows(comparison, topics)


def iter_peers(context: Context, *topics: str) -> Iterator[Held]:
    """The same rows against every text of the draft's own level and subject."""
    for comparison in (*context.comparisons, *context.peer_comparisons):
        if is_peer(*comparison.policies) and not any(a.notes for a in comparison.alignments):
            yield from _rows(comparison, topics)


def _rows(comparison: Comparison, topics: tuple[str, ...]) -> Iterator[Held]:
    provisions = by_eid(comparison.policies[0])
    for topic in topics:
        for row in getattr(comparison, topic):
            yield _held(comparison, row, provisions)


def _held(comparison: Comparison, row: FactRow, provisions: Mapping[str, Provision]) -> Held:
    draft, superior = comparison.policies
    key = f"{superior.identity.id}/{draft.identity.id}"
    verdict = row.verdicts.get(key, "")
    mine, theirs = (row.cells.get(p.identity.id) for p in (draft, superior))
    return Held(
        row,
        TURNED.get(verdict, verdict),
        row.sentences.get(key, ""),
        provisions,
        superior,
        mine.facts if mine else (),
        theirs.facts if theirs else (),
    )


def is_chained(held: Held) -> bool:
    """Is it a yearly report that both texts date, the one to be passed on by the other's day?"""
    yearly = [str(fact.value).startswith(("--", "+1-")) for fact in (*held.mine, *held.theirs)]
    return len(yearly) > 1 and all(yearly) and "报" in held.row.subject


def told(
    held: Held, message: str, suggestion: str = "", *, severity: Severity | None = None,
    certain: bool = True,
) -> Iterator[Finding]:  # fmt: skip
    """A finding at the draft's first fact of the row, with the superior's words beside it."""
    for fact in held.mine[:1]:
        yield found(
            held.provisions[fact.eid], fact.start, fact.end, message, suggestion,
            related=held.related, severity=severity, certain=certain,
        )  # fmt: skip
