"""From two sides to scored pairs: exchanges folded, roles gated, headings and structure heard."""

from __future__ import annotations

from dataclasses import dataclass

from policydoc.alignment.likeness import FULL_TABLE, Scores, comparable, grams, table
from policydoc.alignment.matching import best_matching
from policydoc.alignment.roles import gate
from policydoc.alignment.side import Side
from policydoc.alignment.structure import affinities, pulled
from policydoc.alignment.substitutions import Folder, body_exchanges, plain_exchanges

_FIRST_LOOK = 0.3
_HEAD_SHARE = 0.45
_HEAD_ONLY = 0.9
_SAME = 0.97


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of the pairs by index, the texts they were measured on, and the legend.

    `own` are the scores before the structure was heard, `ungated` before the roles were.
    """

    scores: Scores
    own: Scores
    ungated: Scores
    left: tuple[str, ...]
    right: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]


def scored(left: Side, right: Side) -> Scored:
    """Score the pairs of two sides; a second look folds the bodies that the first look showed."""
    texts = [unit.text for unit in left.units], [unit.text for unit in right.units]
    legend = plain_exchanges(
        left.policy.identity, right.policy.identity, "\n".join(texts[0]), "\n".join(texts[1])
    )
    ours, theirs = _folded(texts[0], legend), _folded(texts[1], legend)
    plain = table(ours, theirs)
    first = _gated(plain, plain, left, right)
    sure = [pair for pair in best_matching(first).items() if first[pair] >= _FIRST_LOOK]
    bodies = body_exchanges(texts[0], texts[1], sure)
    small = len(ours) * len(theirs) <= FULL_TABLE
    if bodies:
        legend = bodies + legend
        ours, theirs = _folded(texts[0], legend), _folded(texts[1], legend)
        plain = table(ours, theirs, None if small else plain)
        first = _gated(plain, plain, left, right)
    own = _with_heads(first, left, right)
    scores = pulled(own, left, right, affinities(own, left, right))
    gated = _gated(scores, plain, left, right)
    return Scored(gated, own, plain, tuple(ours), tuple(theirs), tuple(legend))


def _folded(texts: list[str], legend: list[tuple[str, str]]) -> list[str]:
    folder = Folder(legend)
    return [comparable(folder.fold(text)) for text in texts]


def _gate(pair: tuple[int, int], plain: Scores, left: Side, right: Side) -> float:
    """What the roles allow; words that are the same have the same role, whatever was read."""
    if plain.get(pair, 0.0) >= _SAME:
        return 1.0
    return gate(left.roles[pair[0]], right.roles[pair[1]])


def _gated(scores: Scores, plain: Scores, left: Side, right: Side) -> Scores:
    return {pair: score * _gate(pair, plain, left, right) for pair, score in scores.items()}


def _with_heads(scores: Scores, left: Side, right: Side) -> Scores:
    """Items that carry a heading are also compared by it: 创新活力 and 激发集群创新活力."""
    return {
        (i, j): max(score, _head_score(score, left.heads[i], right.heads[j]))
        if score > 0 and left.group_of[i] >= 0 and right.group_of[j] >= 0
        else score
        for (i, j), score in scores.items()
    }


def _head_score(score: float, left: str, right: str) -> float:
    if not left or not right:
        return score
    ours, theirs = grams(left), grams(right)
    shared = sum((ours & theirs).values())
    least = min(ours.total(), theirs.total())
    alike = _HEAD_ONLY * shared / least if least >= 3 else 0.0
    return (1 - _HEAD_SHARE) * score + _HEAD_SHARE * alike
