"""How alike two units are, 0–1: rare shared characters weigh more, and headings count.

Character pairs by tf-idf and the ratio of the longest common words, half and half: together they
part right from wrong pairs better than either, without a model. Source: docs/adr/0050.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from policydoc.chinese.folding import PUNCTUATION, bare, without_numbers

LONGEST = 3000
FULL_TABLE = 12_000
NEIGHBOURS = 16
COMMON_SHARE = 0.25

Scores = dict[tuple[int, int], float]
Weights = dict[str, float]


def grams(text: str) -> Counter[str]:
    """Pairs of characters that stand together, marks apart; one character alone counts too."""
    found: Counter[str] = Counter()
    runs = "".join(" " if char in PUNCTUATION else char for char in text).split()
    for run in runs:
        if len(run) == 1:
            found[run] += 1
        else:
            found.update(run[i : i + 2] for i in range(len(run) - 1))
    return found


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


def table(left: Sequence[str], right: Sequence[str]) -> Scores:
    """Likeness of every promising pair of two lists of texts, by their indices.

    Small tables are full; of large ones each left text keeps its nearest by tf-idf, so that time
    grows with the number of texts, not with its square.
    """
    from rapidfuzz import fuzz

    left_bags = [grams(text[:LONGEST]) for text in left]
    right_bags = [grams(text[:LONGEST]) for text in right]
    idf = idf_of(left_bags + right_bags)
    left_vectors = [weigh(bag, idf) for bag in left_bags]
    right_vectors = [weigh(bag, idf) for bag in right_bags]
    cosines = _cosines(left_vectors, right_vectors)
    scores: Scores = {}
    for (i, j), nearness in cosines.items():
        ratio = fuzz.ratio(left[i][:LONGEST], right[j][:LONGEST]) / 100
        scores[i, j] = 0.5 * nearness + 0.5 * ratio
    return scores


def _cosines(left: Sequence[Weights], right: Sequence[Weights]) -> Scores:
    """Cosines by way of an index of who has which pair of characters."""
    holders: dict[str, list[tuple[int, float]]] = {}
    for j, vector in enumerate(right):
        for gram, value in vector.items():
            holders.setdefault(gram, []).append((j, value))
    whole = len(left) * len(right) <= FULL_TABLE
    most = len(right) if whole else max(20, int(COMMON_SHARE * len(right)) // 4)
    found: Scores = {}
    for i, vector in enumerate(left):
        sums: dict[int, float] = {}
        for gram, value in vector.items():
            held = holders.get(gram)
            if held is None or len(held) > most:
                continue
            for j, other in held:
                sums[j] = sums.get(j, 0.0) + value * other
        near = sums.items()
        if not whole and len(sums) > NEIGHBOURS:
            near = sorted(near, key=lambda item: -item[1])[:NEIGHBOURS]  # type: ignore[assignment]
        for j, value in near:
            found[i, j] = min(1.0, value)
    return found


def containment(part: Weights, whole: Counter[str]) -> float:
    """Which share of the weight of `part` also stands in `whole`, 0–1."""
    total = sum(value * value for value in part.values())
    shared = sum(value * value for gram, value in part.items() if gram in whole)
    return shared / total if total else 0.0
