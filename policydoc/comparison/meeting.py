"""Which facts of two policies are about the same matter: by indicator, by place, by words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from policydoc.chinese.folding import words_only
from policydoc.comparison.places import Text, Texts
from policydoc.model import Fact

Closeness = Callable[[Texts, Text, Fact, Text, Fact, bool], float]


@dataclass(slots=True)
class Matter:
    """One matter: the facts of each policy on it, and the unit a row links to without a fact."""

    facts: dict[str, list[Fact]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)


def matters(
    texts: Texts,
    own: Callable[[Text], Sequence[Fact]],
    further: Callable[[Text], Sequence[Fact]],
    closeness: Closeness,
) -> list[Matter]:
    """The matters of all policies: the lead's in its order, then what only others have.

    Args:
        texts: The policies.
        own: The facts that make a matter.
        further: Facts that make none, but may say something on one (vague words).
        closeness: How surely two facts are about one matter; 0 = not.
    """
    placed: set[tuple[str, Fact]] = set()
    found: list[Matter] = []
    for text in texts.all:
        mine = [fact for fact in own(text) if (text.id, fact) not in placed]
        drafts = [Matter({text.id: [fact]}) for fact in mine]
        placed |= {(text.id, fact) for fact in mine}
        for other in texts.all:
            if other is not text:
                _meet(texts, text, other, mine, drafts, own, further, closeness, placed)
        found += drafts
    return found


def _meet(
    texts: Texts,
    text: Text,
    other: Text,
    mine: Sequence[Fact],
    drafts: Sequence[Matter],
    own: Callable[[Text], Sequence[Fact]],
    further: Callable[[Text], Sequence[Fact]],
    closeness: Closeness,
    placed: set[tuple[str, Fact]],
) -> None:
    """Give each fact of `text` its fact in another policy, the surest pairs first."""
    theirs = [fact for fact in own(other) if (other.id, fact) not in placed]
    vague = list(further(other))
    scored: list[tuple[float, int, int, Fact]] = []
    for number, fact in enumerate(mine):
        answers = texts.answers(text.unit_of(fact.eid), text, other)
        drafts[number].places[other.id] = answers[0] if answers else ""
        for rank, candidate in enumerate([*theirs, *vague]):
            together = other.unit_of(candidate.eid) in answers
            score = closeness(texts, text, fact, other, candidate, together)
            if score > 0:
                scored.append((score, number, rank, candidate))
    scored.sort(key=lambda item: (-item[0], item[1], item[2]))
    done: set[int] = set()
    for _, number, rank, candidate in scored:
        is_own = rank < len(theirs)
        if number in done or (is_own and (other.id, candidate) in placed):
            continue
        done.add(number)
        drafts[number].facts[other.id] = [candidate]
        if is_own:
            placed.add((other.id, candidate))


@lru_cache(maxsize=1024)
def pairs_in(words: str) -> frozenset[str]:
    """The pairs of neighbouring characters of some words, marks apart."""
    plain = words_only(words)
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1))


def dice(left: str, right: str) -> float:
    """How alike two short phrases are, 0–1."""
    ours, theirs = pairs_in(left), pairs_in(right)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def held(part: str, whole: str) -> float:
    """Which share of a phrase also stands in another, 0–1."""
    ours = pairs_in(part)
    return len(ours & pairs_in(whole)) / len(ours) if ours else 0.0


def iter_keys(texts: Texts) -> Iterator[tuple[Text, str]]:
    """Each other policy with the key of its verdict: other/lead."""
    for other in texts.others:
        yield other, f"{other.id}/{texts.lead.id}"
