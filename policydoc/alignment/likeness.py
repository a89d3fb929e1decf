"""How alike two units are, 0–1: rare shared characters weigh more, and headings count.

Character pairs by tf-idf and the ratio of the longest common words, half and half: together they
part right from wrong pairs better than either, without a model. Source: docs/adr/0050.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import add

from policydoc.chinese.folding import PUNCTUATION, bare, without_numbers

LONGEST = 3000
FULL_TABLE = 12_000
NEIGHBOURS = 16
COMMON = 25
_MARKS = re.compile(rf"[{re.escape(''.join(sorted(PUNCTUATION)))}\s]+")

Scores = dict[tuple[int, int], float]
Weights = dict[str, float]


def grams(text: str) -> Counter[str]:
    """Pairs of characters that stand together, marks apart; one character alone counts too."""
    runs = _MARKS.split(text)
    return Counter(
        chain.from_iterable(map(add, run, run[1:]) if len(run) > 1 else run for run in runs)
    )


def comparable(text: str) -> str:
    """The text as it is compared: folded, numbers as one mark."""
    return without_numbers(bare(text))


def idf_of(bags: Sequence[Counter[str]]) -> Weights:
    """How rare each pair of characters is among the units."""
    spread: Counter[str] = Counter()
    for bag in bags:
        spread.update(bag.keys())
    total = len(bags)
    return {gram: math.log((1 + total) / (1 + count)) + 0.2 for gram, count in spread.items()}


def weigh(bag: Counter[str], idf: Weights) -> Weights:
    """The tf-idf vector of length one."""
    raw = {gram: (1 + math.log(count)) * idf.get(gram, 0.0) for gram, count in bag.items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {gram: value / length for gram, value in raw.items()}


def cosine(left: Weights, right: Weights) -> float:
    """The cosine of two vectors of length one."""
    if len(left) > len(right):
        left, right = right, left
    return sum(value * right.get(gram, 0.0) for gram, value in left.items())


def table(
    left: Sequence[str], right: Sequence[str], among: Iterable[tuple[int, int]] | None = None
) -> Scores:
    """Likeness of every promising pair of two lists of texts, by their indices.

    Small tables are full; of large ones each left text keeps its nearest by tf-idf, so that time
    grows with the number of texts, not with its square.

    Args:
        left: Comparable texts.
        right: Comparable texts.
        among: Only these pairs, where a first look has found them.
    """
    from rapidfuzz import fuzz

    bags = [[grams(text[:LONGEST]) for text in texts] for texts in (left, right)]
    idf = idf_of(bags[0] + bags[1])
    ours, theirs = ([weigh(bag, idf) for bag in side] for side in bags)
    if among is None:
        cosines = _cosines(ours, theirs) | _twins(left, right)
    else:
        cosines = {(i, j): min(1.0, cosine(ours[i], theirs[j])) for i, j in among}
    return {
        (i, j): 0.5 * near + 0.5 * fuzz.ratio(left[i][:LONGEST], right[j][:LONGEST]) / 100
        for (i, j), near in cosines.items()
    }


def _cosines(left: Sequence[Weights], right: Sequence[Weights]) -> Scores:
    """Cosines by way of an index of who has which pair of characters."""
    whole = len(left) * len(right) <= FULL_TABLE
    # In a large table words that many share tell nothing and cost most.
    most = len(right) if whole else max(20, len(right) // COMMON)
    holders: dict[str, list[tuple[int, float]]] = {}
    for j, vector in enumerate(right):
        for gram, value in vector.items():
            holders.setdefault(gram, []).append((j, value))
    telling = {gram: held for gram, held in holders.items() if len(held) <= most}
    found: Scores = {}
    for i, vector in enumerate(left):
        sums: dict[int, float] = {}
        for gram, value in vector.items():
            for j, other in telling.get(gram, ()):
                sums[j] = sums.get(j, 0.0) + value * other
        if not sums and not whole:
            sums = _by_rarest(vector, holders, right)
        near: Iterable[int] = sums
        if not whole and len(sums) > NEIGHBOURS:
            near = heapq.nlargest(NEIGHBOURS, sums, key=sums.__getitem__)
        for j in near:
            found[i, j] = min(1.0, sums[j])
    return found


def _by_rarest(
    vector: Weights, holders: dict[str, list[tuple[int, float]]], right: Sequence[Weights]
) -> dict[int, float]:
    """Cosines with some of those that share the rarest words, where all words are common."""
    known = [gram for gram in vector if gram in holders]
    if not known:
        return {}
    rarest = min(known, key=lambda gram: (len(holders[gram]), gram))
    return {j: cosine(vector, right[j]) for j, _ in holders[rarest][:NEIGHBOURS]}


def _twins(left: Sequence[str], right: Sequence[str]) -> Scores:
    """Equal texts, the first with the first and so on, however common their words are."""
    places: dict[str, list[int]] = {}
    for j in range(len(right) - 1, -1, -1):
        places.setdefault(right[j], []).append(j)
    return {(i, places[text].pop()): 1.0 for i, text in enumerate(left) if places.get(text)}


def containment(part: Weights, whole: Counter[str]) -> float:
    """Which share of the weight of `part` also stands in `whole`, 0–1."""
    total = sum(value * value for value in part.values())
    shared = sum(value * value for gram, value in part.items() if gram in whole)
    return shared / total if total else 0.0
