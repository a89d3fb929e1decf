"""The best one-to-one choice among scored pairs, on a sparse table.

Shortest augmenting paths with prices: exact like the Hungarian method, but only over the pairs
that have a score, so that a thousand by a thousand stays within a second.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field

_ALONE = 1.0  # the cost of staying alone; a pair costs 1 less its score


@dataclass
class _Market:
    edges: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    worth: dict[int, float] = field(default_factory=dict)
    price: dict[int, float] = field(default_factory=dict)
    chosen: dict[int, int] = field(default_factory=dict)
    owner: dict[int, int] = field(default_factory=dict)


def best_matching(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The one-to-one choice with the greatest sum of scores, as left index → right index.

    Only scores above 0 count; who is in no such pair stays alone.
    """
    market = _Market()
    for (left, right), score in scores.items():
        if score > 0:
            market.edges.setdefault(left, []).append((right, _ALONE - score))
    for left in sorted(market.edges):
        # Each left may also choose its own empty place, which is worth nothing.
        market.edges[left].append((-1 - left, _ALONE))
        _seat(left, market)
    return {left: right for left, right in market.chosen.items() if right >= 0}


def _seat(newcomer: int, market: _Market) -> None:
    price, owner = market.price, market.owner
    market.worth[newcomer] = min(c - price.get(r, 0.0) for r, c in market.edges[newcomer])
    distance: dict[int, float] = {}
    came: dict[int, int] = {}
    settled: dict[int, float] = {}
    reached = {newcomer: 0.0}
    heap: list[tuple[float, int]] = []
    left, so_far = newcomer, 0.0
    while True:
        for right, cost in market.edges[left]:
            step = so_far + cost - market.worth[left] - price.get(right, 0.0)
            if right not in settled and step < distance.get(right, float("inf")):
                distance[right], came[right] = step, left
                heapq.heappush(heap, (step, right))
        so_far, right = heapq.heappop(heap)
        while right in settled:
            so_far, right = heapq.heappop(heap)
        if right not in owner:
            break
        settled[right] = so_far
        left = owner[right]
        reached[left] = so_far
    for left, there in reached.items():
        market.worth[left] += so_far - there
    for seat, there in settled.items():
        price[seat] = price.get(seat, 0.0) - (so_far - there)
    _change_seats(newcomer, right, came, market)


def _change_seats(newcomer: int, right: int, came: dict[int, int], market: _Market) -> None:
    while True:
        left = came[right]
        given_up = market.chosen.get(left)
        market.chosen[left] = right
        market.owner[right] = left
        if left == newcomer:
            return
        assert given_up is not None
        right = given_up
