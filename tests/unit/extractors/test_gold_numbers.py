"""The two policies' numbers, found by hand (tests/gold), against what `extract` finds."""

import pytest

from benchmarks.score_numbers import Score, score


@pytest.fixture(scope="module")
def result() -> Score:
    return score()


def test_every_number_is_found_with_its_value_and_unit(result: Score) -> None:
    assert (result.rows, result.found, result.right, result.missed) == (41, 41, 41, [])


def test_every_stated_comparator_is_right(result: Score) -> None:
    assert result.signs == result.stated


def test_no_number_is_made_up(result: Score) -> None:
    assert result.false == []
