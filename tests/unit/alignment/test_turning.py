"""Turning an alignment keeps its pairs and puts them into the other text's order."""

from __future__ import annotations

from policydoc import pipeline
from policydoc.alignment import align, turned
from policydoc.model import Relation

LEFT = "某市办法\n第一条　本办法所称集群是指产业集群。\n第二条　市局负责认定工作。\n第三条　有效期三年。"
RIGHT = "某省办法\n第一条　省厅负责认定工作。\n第二条　本办法所称集群是指产业集群。\n第三条　每年报送材料。"


def test_pairs_stay_and_follow_the_new_lead() -> None:
    left, right = pipeline.parse_text(LEFT, "市"), pipeline.parse_text(RIGHT, "省")
    there = align(left, right)
    back = turned(there, right)
    assert (back.left, back.right) == ("省", "市")
    assert {(p.left, p.right) for p in there.pairs} == {(p.right, p.left) for p in back.pairs}
    firsts = [p.left[0] for p in back.pairs if p.left]
    assert firsts == sorted(firsts)
    assert all(not p.left for p in back.pairs[len(firsts) :])
    assert turned(back, left) == there


def test_what_one_side_lacks_is_turned_too() -> None:
    left, right = pipeline.parse_text(LEFT, "市"), pipeline.parse_text(RIGHT, "省")
    for pair in turned(align(left, right), right).pairs:
        assert (pair.relation is Relation.LEFT_ONLY) == (not pair.right)
        assert (pair.relation is Relation.RIGHT_ONLY) == (not pair.left)
