"""Texts of independent hands and a revised copy: what a drafter looks for, in both directions."""

from __future__ import annotations

import pytest

from policydoc import pipeline
from policydoc.model import Comparison, FactRow, Policy

OLD = """滨江市特色产业集群认定管理实施细则

第一章  总则

第一条  为引导中小企业特色产业集群健康发展，结合本市实际，制定本细则。
第二条  市工业和信息化局计划认定10个左右集群。

第二章  认定条件

第三条  申报集群应当同时满足下列条件：
（一）主导产业突出。占地面积一般不超过100平方公里，近三年产值均在10亿元以上，中小企业产值占集群总产值70%以上。
（二）优质企业集聚。拥有不少于1家专精特新“小巨人”企业，或者不少于3家“专精特新”中小企业和创新型中小企业。
（三）创新能力较强。近三年中小企业研发经费年均增长不低于8%，每万人有效发明专利拥有量不低于5个。

第三章  认定程序

第四条  县区工信局受理集群申报，进行初审，择优推荐至市工业和信息化局。
第五条  市工业和信息化局组织评审，形成集群名单，公示5个工作日，经公示无异议的，确定为特色产业集群。

第四章  管理

第六条  集群有效期为三年。集群认定后每年进行考核，对考核优秀的集群予以奖励支持。
第七条  集群主导产业发生重大变更的，在变更完成后15个工作日内报市工业和信息化局备案。
第八条  本细则自印发之日起施行，有效期3年。
"""
CHANGES = (
    ("认定10个左右", "认定30个左右"),
    ("面积一般不超过", "面积不超过"),
    ("近三年产值均在10亿元以上", "上年度产值或者营业收入在10亿元以上"),
    ("总产值70%以上", "总产值高于70%"),
    ("，或者不少于3家“专精特新”中小企业和创新型中小企业", ""),
    ("年均增长不低于8%", "每年增长不低于8%"),
    ("不低于5个。", "不低于15件。"),
    ("公示5个工作日", "公示不少于7个工作日"),
    ("三年。集群认定后", "三年。\n第六条之一  集群认定后"),
    ("15个工作日内报", "1个月内报"),
    ("自印发之日起施行，有效期3年", "自2027年1月1日起施行，有效期5年"),
)
TURNED = {"stricter": "looser", "looser": "stricter"}


def read(text: str, name: str) -> Policy:
    return pipeline.extract(pipeline.parse_text(text, name=name))


def revised() -> str:
    text = OLD
    for before, after in CHANGES:
        assert before in text
        text = text.replace(before, after)
    return text


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return pipeline.compare([read(OLD, "old"), read(revised(), "new")])


def row_of(comparison: Comparison, words: str) -> FactRow:
    rows = (*comparison.thresholds, *comparison.deadlines, *comparison.procedure)
    return next(row for row in rows if words in row.subject)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("占地面积", "stricter"),
        ("产值", "not_comparable"),
        ("占集群总产值", "stricter"),
        ("创新型中小企业", "stricter"),
        ("研发经费", "not_comparable"),
        ("每万人", "stricter"),
        ("认定集群的数量", "different"),
        ("公示", "stricter"),
        ("文件有效期", "different"),
        ("变更完成后", "not_comparable"),
        ("考核", "same"),
    ],
)
def test_a_revision_is_judged_both_ways(comparison: Comparison, words: str, verdict: str) -> None:
    found = row_of(comparison, words)
    assert found.verdicts["new/old"] == verdict
    back = pipeline.compare([comparison.policies[1], comparison.policies[0]])
    cell = {fact.quote for fact in found.cells["old"].facts}
    rows = (*back.thresholds, *back.deadlines, *back.procedure)
    other = next(r for r in rows if {fact.quote for fact in r.cells["old"].facts} == cell)
    assert other.verdicts["old/new"] == TURNED.get(verdict, verdict)


def test_a_quota_is_changed_whole(comparison: Comparison) -> None:
    row = next(r for r in comparison.concordance.rows if r.cells.get("old") == ("art_2",))
    assert [change.text for change in row.changes["new"] if change.op != "equal"] == [
        "10个",
        "30个",
    ]


def test_a_goal_is_no_condition() -> None:
    plan = """清河县产业集群实施方案

一、重点任务
（一）推进数字化转型。推动企业上云，到2028年工业互联网平台应用普及率达到15%以上。
二、工作程序
（一）审核。县工业和信息化局在20个工作日内完成审核，提出名单，公示3个工作日。
（二）推荐。公示无异议的，推荐至市工业和信息化局。
"""
    rule = OLD.replace("创新能力较强。", "创新能力较强。工业互联网平台应用普及率不低于10%，")
    found = pipeline.compare([read(plan, "plan"), read(rule, "rule")])
    assert row_of(found, "普及率").verdicts["rule/plan"] == "not_comparable"
    steps = [f.quote for f in found.policies[0].facts if f.kind == "step"]
    assert sum("公示" in words for words in steps) == 1


def test_of_strangers_the_summary_says_only_that() -> None:
    other = "某市养犬管理条例\n\n" + "\n".join(
        f"第{n}条  养犬人应当在{d}日内为犬只办理{w}登记。"
        for n, d, w in zip("一二三四五六七八九", range(3, 12), "疫育转死狂牵粪领迁", strict=True)
    )
    found = pipeline.compare([read(other, "dogs"), read(OLD, "old")])
    assert "主题不同" in found.summary[0][0]
    assert not any("门槛" in words for words, _ in found.summary)
