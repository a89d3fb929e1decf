"""What an expert lists of two policies is found, in order and with the exact words."""

from __future__ import annotations

import pytest

from benchmarks.score_facts import GOLD, rows, score


@pytest.fixture(scope="module")
def counts() -> dict[str, int]:
    return dict(score(rows(GOLD)))


@pytest.mark.parametrize("table", ["actor", "step", "ground", "reference", "term"])
def test_every_row_is_found_exactly(counts: dict[str, int], table: str) -> None:
    assert counts[f"{table} rows"] > 0
    assert counts[f"{table} found"] == counts[f"{table} value"] == counts[f"{table} rows"]
    assert counts.get(f"{table} beyond", 0) == 0


def test_the_steps_are_in_the_expert_s_order(counts: dict[str, int]) -> None:
    assert counts["step in order"] == counts["step rows"]


def test_the_quantities_are_found(counts: dict[str, int]) -> None:
    assert counts["quantity value"] == counts["quantity rows"]
