"""The matching is the best there is, however sparse the table."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.alignment.matching import best_matching

TABLES = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.floats(0.01, 1.0), max_size=12
)


def best_by_trying_all(scores: dict[tuple[int, int], float]) -> float:
    lefts = sorted({i for i, _ in scores})
    seats = [*sorted({j for _, j in scores}), *([None] * len(lefts))]
    return max(
        sum(scores.get((i, j), 0.0) for i, j in zip(lefts, choice, strict=True) if j is not None)
        for choice in itertools.permutations(seats, len(lefts))
    )


@settings(deadline=None)
@given(TABLES)
def test_no_other_choice_is_worth_more(scores: dict[tuple[int, int], float]) -> None:
    chosen = best_matching(scores)
    assert len(set(chosen.values())) == len(chosen)
    total = sum(scores[pair] for pair in chosen.items())
    assert abs(total - best_by_trying_all(scores)) < 1e-9


def test_pairs_without_a_score_are_never_chosen() -> None:
    assert best_matching({(0, 1): 0.4, (1, 1): 0.5}) == {1: 1}
