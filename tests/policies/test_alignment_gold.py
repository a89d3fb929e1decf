"""The hand-made links between two real texts, as published and after scrambling."""

from __future__ import annotations

import pytest

from policydoc import pipeline
from policydoc.model import Relation
from policydoc.model.units import units_of
from tests.alignment_gold import Score, scores

IDS = ("zhangye", "guizhou", "national")


@pytest.fixture(scope="module", params=[True, False], ids=["with-roles", "without-roles"])
def found(request: pytest.FixtureRequest) -> dict[str, Score]:
    return dict(scores(roles=request.param))


def test_every_copy_is_aligned_as_the_person_did(found: dict[str, Score]) -> None:
    assert len(found) == 15
    for name, score in found.items():
        assert (name, score.must, score.wrong) == (name, score.of, ())
        assert (name, score.forbidden, score.none) == (name, 0, 3)
        assert score.partial >= 2, name


def test_the_legend_names_what_stands_for_what() -> None:
    left, right = (pipeline.load(name) for name in ("zhangye", "guizhou"))
    legend = pipeline.align(left, right).substitutions
    assert {
        ("市工业和信息化局", "贵州省工业和信息化厅"),
        ("张掖市", "贵州省"),
        ("本细则", "本办法"),
    } <= set(legend)


@pytest.mark.parametrize("name", IDS)
def test_a_policy_with_itself_is_the_same_throughout(name: str) -> None:
    policy = pipeline.load(name)
    alignment = pipeline.align(policy, policy)
    assert {pair.relation for pair in alignment.pairs} == {Relation.SAME}
    assert all(pair.left == pair.right and not pair.moved for pair in alignment.pairs)
    assert len(alignment.pairs) == len(units_of(policy))


def test_the_digest_pairs_with_both_texts() -> None:
    digest = pipeline.load("national")
    for name in ("zhangye", "guizhou"):
        pairs = pipeline.align(pipeline.load(name), digest).pairs
        answered = {p.right[0] for p in pairs if p.left and p.right and p.status == "certain"}
        assert {f"att_1__level_{n}" for n in range(1, 9)} <= answered
        assert {f"art_{n}" for n in range(1, 7)} <= answered
