"""Planted defects are found at their words, and a plant makes the review say little else."""

from __future__ import annotations

import random
from collections import Counter, defaultdict

from benchmarks.seeded_defects import PLANTS, TEXTS, Tally, bases, judge, read_plants, review, sow

LEAST = 0.97  # of all plants, at the words
MOST_BESIDE = 0.05  # certain findings a plant beside the one sought


def test_planted_defects_are_found() -> None:
    draft = bases(TEXTS, 1)[0]
    known = Counter((f.rule, f.quote) for f in review(draft)[1])
    tallies: dict[str, Tally] = defaultdict(Tally)
    for plant in read_plants(PLANTS):
        sown = sow(draft, plant, random.Random(plant.text))
        base = Counter[tuple[str, str]]() if plant.where == "whole" else known
        if sown:
            judge(plant, sown, tallies[plant.rule], base)
    planted = sum(t.planted for t in tallies.values())
    exact = sum(t.exact for t in tallies.values())
    beside = sum(
        n for t in tallies.values() for rule, n in t.collateral.items() if rule[:2] != "h:"
    )
    missed = [line for t in tallies.values() for line in t.missed]
    assert planted > 400
    assert exact / planted >= LEAST, missed
    assert beside / planted <= MOST_BESIDE
