"""What a text itself says of 以上 and 以下 goes before the Civil Code."""

from __future__ import annotations

import pytest

from policydoc import pipeline
from policydoc.model import Fact


def thresholds(rule: str) -> list[Fact]:
    text = f"某市奖励办法\n第一条 罚款金额在15万元以下的，按1500元奖励；罚款金额在500万元以上的，按15万元奖励。\n第二条 {rule}\n"
    return [f for f in pipeline.extract(pipeline.parse_text(text)).facts if f.kind == "threshold"]


@pytest.mark.parametrize(
    ("rule", "signs"),
    [
        ("本办法所称“以上”包含本数，“以下”不包含本数。", ["<", ">="]),
        ("本办法所称以上、以下均包括本数。", ["<=", ">="]),
        ("本办法中的“以上”不含本数，“以下”含本数。", ["<=", ">"]),
        ("本办法由市局负责解释。", ["<=", ">="]),
    ],
)
def test_the_text_s_own_rule_is_read(rule: str, signs: list[str]) -> None:
    assert [fact.op for fact in thresholds(rule)] == signs


def test_the_reading_names_the_article_that_says_so() -> None:
    low = thresholds("本办法所称“以上”包含本数，“以下”不包含本数。")[0]
    assert low.basis_note == "本文件第二条规定“以下”不包括本数"


def test_two_and_two_or_more_is_one_bound() -> None:
    text = "某办法\n第一条 由两个及两个以上举报人分别举报的，奖励最先举报人。\n第二条 乙。\n"
    found = [f for f in pipeline.extract(pipeline.parse_text(text)).facts if f.unit == "个"]
    assert [(fact.op, fact.value) for fact in found] == [(">=", 2)]
