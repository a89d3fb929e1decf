"""Verdicts on two facts of one matter; `other` against the lead."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.comparison.judging import judge
from policydoc.model import Fact

TURNED = {"stricter": "looser", "looser": "stricter"}


def fact(kind: str = "threshold", **said: Any) -> Fact:
    return replace(Fact(kind, "art_1__para_1", "原文", 0, 2), **said)


def bound(op: str, amount: float, unit: str = "%", **said: Any) -> Fact:
    return fact(op=op, value=amount, amount=amount, unit=unit, base_unit=unit, **said)


def term(amount: float, unit: str, **said: Any) -> Fact:
    terms = {"op": "<=", "direction": "within", **said}
    return fact("deadline", value=amount, amount=amount, unit=unit, base_unit=unit, **terms)


@pytest.mark.parametrize(
    ("lead", "other", "verdict"),
    [
        # The figure itself.
        (bound(">=", 10), bound(">=", 40), "stricter"),
        (bound(">=", 40), bound(">=", 10), "looser"),
        (bound("<=", 100), bound("<=", 80), "stricter"),
        (bound("<=", 100), bound("<=", 120), "looser"),
        (bound(">=", 70), bound(">=", 70), "same"),
        # 以上 against 高于, 不超过 against 低于.
        (bound(">=", 70), bound(">", 70), "stricter"),
        (bound(">", 70), bound(">=", 70), "looser"),
        (bound("<=", 70), bound("<", 70), "stricter"),
        # 一般不超过 against 不超过.
        (bound("<=", 100, soft=True), bound("<=", 100), "stricter"),
        (bound("<=", 100), bound("<=", 100, soft=True), "looser"),
        (bound("<=", 100), bound("<=", 90, soft=True), "different"),
        (bound("<=", 100, soft=True), bound("<=", 90), "stricter"),
        # The same amount in other words.
        (
            fact(op=">=", value=1, unit="亿元", amount=1e8, base_unit="元"),
            fact(op=">=", value=10000, unit="万元", amount=1e8, base_unit="元"),
            "same",
        ),
        # Other scopes.
        (bound(">=", 10, basis="占集群总产值"), bound(">=", 10, basis="占营业收入"), "not_comparable"),
        (bound(">=", 10, window="近三年"), bound(">=", 20, window="上年度"), "not_comparable"),
        (bound(">=", 10, window="近三年", every=True), bound(">=", 9, window="近三年"), "not_comparable"),
        (bound(">=", 10, condition="东部地区"), bound(">=", 5, condition="西部地区"), "different"),
        (bound(">=", 10, "家"), bound(">=", 10, "亿元"), "not_comparable"),
        (bound(">=", 10), bound("<=", 10), "different"),
        (bound(">=", 1, indicator_id="a"), bound(">=", 2, indicator_id="b"), "different"),
        # Alternatives.
        (bound(">=", 1, logic="any"), bound(">=", 1, logic="all"), "stricter"),
        (bound(">=", 1, logic="all"), bound(">=", 3, logic="any"), "different"),
        # Words.
        (bound(">=", 10), fact("vague", value="有一定规模"), "unquantified"),
        (fact("vague", value="较高"), bound(">=", 10), "unquantified"),
        (fact("vague", value="较高"), fact("vague", value="一定"), "different"),
        (fact("vague", value="较高"), fact("vague", value="较高"), "same"),
        (bound(">=", 10), fact(unverified=True), "unverified"),
        (fact(op=">", value="行业基准值"), fact(op=">", value="行业基准值"), "same"),
        (fact(op=">", value="行业基准值"), fact(op=">=", value="行业基准值"), "looser"),
        (fact(op=">", value="行业基准值"), fact(op=">", value="国家标准"), "different"),
        # Counted things under other counters; people are no things.
        (bound(">=", 5, "个", indicator_id="p"), bound(">=", 15, "件", indicator_id="p"), "stricter"),
        (bound(">=", 5, "家"), bound(">=", 15, "件"), "not_comparable"),
        (bound(">=", 5, "人", indicator_id="p"), bound(">=", 9, "家", indicator_id="p"), "not_comparable"),
        # 公示5个工作日 against 不少于7个工作日, against 不少于5个工作日.
        (term(5, "工作日", op="=", direction="for"), term(7, "工作日", op=">=", direction="for"), "stricter"),
        (term(5, "工作日", op="=", direction="for"), term(5, "工作日", op=">=", direction="for"), "different"),
        (term(9, "工作日", op="=", direction="for"), term(7, "工作日", op=">=", direction="for"), "different"),
        # Terms.
        (term(15, "工作日"), term(10, "工作日"), "stricter"),
        (term(15, "工作日"), term(1, "月"), "not_comparable"),
        (term(15, "工作日"), term(15, "日"), "not_comparable"),
        (term(30, "日"), term(3, "月"), "looser"),
        (term(30, "日"), term(1, "月"), "not_comparable"),
        (term(2, "月"), term(30, "日"), "stricter"),
        (term(15, "日", trigger="变更完成后"), term(15, "日", trigger="变动发生后"), "not_comparable"),
        (term(15, "日", trigger="验收合格后"), term(15, "日", trigger="竣工验收合格之日起"), "same"),
        (term(5, "工作日", op="=", direction="for"), term(7, "工作日", op="=", direction="for"), "stricter"),
        (term(5, "工作日", op=">=", direction="for"), term(7, "工作日", op=">=", direction="for"), "stricter"),
        (
            fact("deadline", op="before", value="--02-end"),
            fact("deadline", op="before", value="--03-10"),
            "looser",
        ),
        (
            fact("deadline", op="before", value="--12-31"),
            fact("deadline", op="before", value="+1-01-31"),
            "looser",
        ),
        # Numbers that are no demand.
        (fact("quota", op="~", amount=10, value=10), fact("quota", op="~", amount=30, value=30), "different"),
        (fact("validity", op="=", amount=36, value=3), fact("validity", op="=", amount=60, value=5), "different"),
        (fact("award", op="=", amount=10, value=10), fact("award", op="=", amount=20, value=20), "different"),
    ],
)  # fmt: skip
def test_verdict(lead: Fact, other: Fact, verdict: str) -> None:
    found = judge(lead, other)
    assert found.verdict == verdict
    assert found.reason or verdict == "not_stated"


@settings(deadline=None)
@given(
    st.sampled_from([">=", ">", "<=", "<", "=", "~"]),
    st.sampled_from([">=", ">", "<=", "<", "=", "~"]),
    st.integers(1, 9),
    st.integers(1, 9),
    st.booleans(),
    st.booleans(),
)
def test_the_verdict_turns_round_with_the_sides(
    op: str, other: str, ours: int, theirs: int, soft: bool, softer: bool
) -> None:
    left, right = bound(op, ours, soft=soft), bound(other, theirs, soft=softer)
    verdict = judge(left, right).verdict
    assert judge(right, left).verdict == TURNED.get(verdict, verdict)
    assert (verdict == "same") or (op, ours, soft) != (other, theirs, softer)
