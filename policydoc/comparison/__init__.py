"""compare: what differs between policies, in which direction, and where nothing answers.

`concordance` lays the provisions side by side and `wording` marks their words; `meeting` finds
which facts are of one matter, `judging` says same, stricter or looser, `sentences` says it in
Chinese; `thresholds`, `limits` and `steps` are the tables of facts, `summary` counts them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydoc.chinese.words import tokenizer_name
from policydoc.comparison.concordance import Rest, concordance
from policydoc.comparison.fragments import fragment_notes
from policydoc.comparison.limits import limit_rows
from policydoc.comparison.places import Texts
from policydoc.comparison.steps import ground_rows, step_rows
from policydoc.comparison.summary import summary_of
from policydoc.comparison.thresholds import threshold_rows
from policydoc.model import Alignment, Comparison, Policy
from policydoc.model.names import called

__all__ = ["compare"]


def compare(
    policies: tuple[Policy, ...], alignments: tuple[Alignment, ...], rest: Rest = ()
) -> Comparison:
    """Compare the policies; the first is the lead text.

    Args:
        policies: At least one, each with an id of its own.
        alignments: The first policy with each other one, in their order.
        rest: Groups of (policy id, eId) that answer each other and that the lead lacks.
    """
    rows = concordance(policies, alignments, rest)
    texts = Texts(policies, alignments, rows)
    facts = threshold_rows(texts), limit_rows(texts), step_rows(texts), ground_rows(texts)
    gaps = fragment_notes(texts)
    summary = summary_of(texts, rows, *facts, _strangers(texts, alignments))
    return Comparison(
        policies,
        rows,
        alignments,
        *facts,
        summary=(*((gap, ()) for gap in gaps), *summary),
        notes=(*gaps, *_notes(policies, alignments)),
        tokenizer=tokenizer_name(),
    )


def _strangers(texts: Texts, alignments: Sequence[Alignment]) -> dict[str, str]:
    """The warning about each policy that has another subject than the lead, or nothing to pair."""
    return {
        text.id: f"{text.name}：{note}" if len(alignments) > 1 else note
        for text, alignment in zip(texts.others, alignments, strict=True)
        for note in alignment.notes
    }


def _notes(policies: Sequence[Policy], alignments: Sequence[Alignment]) -> Iterator[str]:
    for policy in policies:
        if policy.identity.text_status == "digest":
            yield f"《{called(policy.identity)}》为要点摘编，不是官方文本，只比较其中的事实，不作逐字比对。"
    for alignment in alignments:
        for note in alignment.notes:
            yield f"{alignment.left} 与 {alignment.right}：{note}" if len(alignments) > 1 else note
