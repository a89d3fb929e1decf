"""Provisions as local documents write them: bands, kinds of goods, persons, large sums."""

from __future__ import annotations

import pytest

from policydoc import pipeline
from policydoc.model import Fact


def facts(text: str, *kinds: str) -> list[Fact]:
    policy = pipeline.extract(pipeline.parse_text(f"某市管理办法\n第一条 {text}\n第二条 乙。\n"))
    return [fact for fact in policy.facts if fact.kind in kinds]


def test_a_band_of_an_award_has_both_bounds() -> None:
    (award,) = facts("罚款金额在15万元以上的，50万元以下的，按罚款金额的1%奖励。", "award")
    assert award.condition == "罚款金额在15万元以上的，50万元以下的"


def test_an_award_says_for_what_age() -> None:
    found = facts(
        "年满80周岁至89周岁的老年人，每人每月发放津贴60元；年满100周岁的老年人，每人每月发放800元。",
        "award",
    )
    assert [(fact.condition, fact.value) for fact in found] == [
        ("年满80周岁至89周岁的老年人", 60),
        ("年满100周岁的老年人", 800),
    ]


def test_each_kind_of_goods_has_its_own_bound() -> None:
    found = facts(
        "损耗定额为：原粮：储存6个月以内的，不超过0.1%（不得叠加）；食用油：储存6个月以内的，不超过0.08%（不得叠加）。",
        "threshold",
    )
    assert [(fact.indicator, fact.value) for fact in found] == [("原粮", 0.1), ("食用油", 0.08)]
    assert not facts("原粮：储存6个月以内的，不超过0.1%。", "deadline")


def test_what_may_be_longest_is_a_most() -> None:
    found = facts("轮换期不得超过4个月，经批准最多可延长2个月。", "deadline")
    assert [(fact.indicator, fact.op, fact.value) for fact in found] == [
        ("轮换期", "<=", 4),
        ("", "<=", 2),
    ]


@pytest.mark.parametrize(
    ("text", "amount"),
    [("总量超过五千亿规模", 5e11), ("总量超过5000亿规模", 5e11), ("总量超过五千亿元", 5e11)],
)
def test_a_number_keeps_its_hundred_millions(text: str, amount: float) -> None:
    (fact,) = facts(f"力争实现产业集群{text}。", "threshold")
    assert fact.amount == amount


def test_a_share_of_the_product_of_a_region_is_a_share() -> None:
    (fact,) = facts("制造业增加值占地区生产总值比重达到35%。", "threshold")
    assert fact.basis == "占地区生产总值"


def test_a_text_of_criteria_alone_holds_criteria() -> None:
    policy = pipeline.extract(
        pipeline.parse_text(
            "甲省产业集群认定标准\n集群须满足以下指标。\n一、梯度培育\n持续开展企业培育工作，拥有不少于1家龙头企业。\n二、数字化\n普及率不低于10%。\n"
        )
    )
    assert {fact.role for fact in policy.facts if fact.kind == "role"} == {"criterion"}


def test_a_term_for_a_body_acts_and_files() -> None:
    policy = pipeline.extract(
        pipeline.parse_text(
            "某市资源运营办法\n第一章 总则\n第一条 实施机构，是指具体负责授权运营的单位。\n第二章 授权程序\n"
            "第二条 实施机构应当在签订协议后10个工作日内，报本级数据管理部门备案。\n第三条 方案正式印发后，由市(州)数据管理部门向省级数据管理部门备案。\n"
        )
    )
    filed = [fact.actor for fact in policy.facts if fact.kind == "step"]
    assert filed == ["实施机构", "市(州)数据管理部门"]


def test_a_period_is_named_in_the_clause_before() -> None:
    (fact,) = facts("运营期限，原则上最长不超过5年。", "deadline", "validity")
    assert (fact.indicator, fact.value) == ("运营期限", 5)


def test_two_bounds_in_a_row_are_of_two_things() -> None:
    found = facts("200万元以下的货物项目、400万元以下的工程项目，适用本条。", "threshold")
    assert [(fact.indicator, fact.value, fact.quote) for fact in found] == [
        ("货物项目", 200, "200万元以下"),
        ("工程项目", 400, "400万元以下"),
    ]


def test_one_or_more_is_not_some_one() -> None:
    found = facts(
        "允许大中型企业向一家或者多家小微企业分包的采购项目，适用本条。", "threshold", "count"
    )
    assert not [fact for fact in found if fact.op == "~"]
