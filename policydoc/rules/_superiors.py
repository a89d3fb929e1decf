"""The draft held against its superiors: rows of facts with a verdict on the draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policydoc.model import Comparison, Fact, FactRow, Finding, Policy, Severity
from policydoc.plugins import Context
from policydoc.rules._places import at_fact

TURNED = {"stricter": "looser", "looser": "stricter"}


@dataclass(frozen=True, slots=True)
class Held:
    """One row of facts of the draft and one superior; `verdict` says how the draft stands."""

    row: FactRow
    verdict: str
    sentence: str
    draft: Policy
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
    """The rows of `thresholds`, `deadlines`, `procedure` or `grounds` of every comparison."""
    for comparison in context.comparisons:
        for topic in topics:
            for row in getattr(comparison, topic):
                yield _held(comparison, row)


def _held(comparison: Comparison, row: FactRow) -> Held:
    draft, superior = comparison.policies
    key = f"{superior.identity.id}/{draft.identity.id}"
    verdict = row.verdicts.get(key, "")
    mine, theirs = (row.cells.get(p.identity.id) for p in (draft, superior))
    return Held(
        row,
        TURNED.get(verdict, verdict),
        row.sentences.get(key, ""),
        draft,
        superior,
        mine.facts if mine else (),
        theirs.facts if theirs else (),
    )


def told(
    held: Held, message: str, suggestion: str = "", *, severity: Severity | None = None,
    certain: bool = True,
) -> Iterator[Finding]:  # fmt: skip
    """A finding at the draft's first fact of the row, with the superior's words beside it."""
    for fact in held.mine[:1]:
        yield at_fact(
            held.draft, fact, message, suggestion,
            related=held.related, severity=severity, certain=certain,
        )  # fmt: skip
