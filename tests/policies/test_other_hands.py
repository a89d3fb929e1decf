"""Facts of six invented policies in different hands, read by eye against their texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from policydoc import pipeline
from policydoc.model import Fact

TEXTS = Path(__file__).parent.parent / "texts"

# policy | eId | kind | op | value | unit | words in its fields
FACTS = """
cluster-capital | att_1__preamble | count | = | 9.0 | 方面 | 九方面
cluster-capital | att_1__level_1 | threshold | > | 70.0 | % | share_sme
cluster-capital | att_1__level_2 | threshold | >= | 2.0 | 家 | little_giant_or_champions
cluster-capital | att_1__level_3 | threshold | >= | 30.0 | % | local_rate
cluster-capital | art_2__para_1 | count | >= | 1 | 个 | 未写明具体数目
cluster-border-province | art_3__para_1__subpara_2 | threshold | >= | 全省规模以上工业增加值平均增速 | | growth_output
cluster-border-province | art_3__para_1__subpara_4__point_3 | threshold | >= | 5.0 | 家 | 3.2
cluster-border-province | art_4__para_1 | count | >= | 2.0 | 项 | 两项以上
cluster-border-province | art_5__para_1 | threshold | = | 10.0 | 亿元 | 对边境县、脱贫县申报的集群
cluster-border-province | art_5__para_1 | threshold | = | 10.0 | 百分点 | 对边境县、脱贫县申报的集群
cluster-border-province | art_12__para_1 | count | between | 10.0 | % | 罚款
talent-subsidy | art_2__para_1__subpara_3 | threshold | <= | 40.0 | 周岁 | 年龄
talent-subsidy | art_3__para_1__subpara_1 | award | = | 30.0 | 万元 | B类
talent-subsidy | art_3__para_1__subpara_2 | award | = | 1500.0 | 元 | 每月
talent-subsidy | art_6__para_1 | frequency | = | 2.0 | 次/年 | 集中受理
talent-subsidy | art_9__para_1 | deadline | <= | 1.0 | 月 | 离职之日起
talent-subsidy | art_11__para_1 | date | before | 2025-12-31 | | 2025年12月31日前
energy-efficiency | art_2__para_1 | threshold | between | 5000.0 | 吨标准煤 | 年综合能源消费量
energy-efficiency | art_3__para_1__subpara_3 | threshold | between | 70.0 | 分 | 70分（含）至80分
energy-efficiency | art_4__para_1__subpara_1 | threshold | < | 国家能耗限额标准先进值 | | 单位产品综合能耗
energy-efficiency | art_4__para_1__subpara_3 | threshold | <= | 35.0 | 毫克/立方米 | 二氧化硫排放浓度
energy-efficiency | art_6__para_1 | frequency | >= | 1.0 | 次/3年 | 开展能源审计
energy-efficiency | art_8__para_1 | award | = | 300.0 | 元 | 每吨
specialised-sme | art_4__para_1 | threshold | >= | 20.0 | 分 | 创新能力指标得分
specialised-sme | art_5__para_1__subpara_2 | threshold | >= | 3.0 | % | all
specialised-sme | art_5__para_1__subpara_3 | threshold | >= | 2000.0 | 万元 | 新增股权融资总额
specialised-sme | art_6__para_1__subpara_3 | threshold | >= | 5.0 | 项 | 3.2
specialised-sme | art_12__para_1 | deadline | >= | 3.0 | 年 | 不得再次申报
specialised-sme | art_14__para_1 | date | from | 印发之日 | | 30日后
recommendation-notice | level_4__level_1 | deadline | before | 2026-04-20 | | 17:00前
recommendation-notice | level_3 | quota | <= | 3.0 | 个 | 每个县（区）
recommendation-notice | level_2__level_2 | threshold | >= | 30.0 | 基点 | 不低于
charging-licence | art_6__para_1 | deadline | <= | 60.0 | 日 | 申请行政复议
charging-licence | art_7__para_1 | deadline | >= | 30.0 | 日 | 有效期届满
charging-licence | art_10__para_1 | frequency | >= | 2.0 | 次/月 | 巡检
charging-licence | art_13__para_1 | count | between | 5000.0 | 元 | 罚款
"""


@cache
def facts(name: str) -> tuple[Fact, ...]:
    return pipeline.load(TEXTS / f"{name}.txt").facts


@pytest.mark.parametrize("line", FACTS.strip().splitlines())
def test_fact(line: str) -> None:
    name, eid, kind, op, value, unit, words = (part.strip() for part in line.split("|"))
    near = [f for f in facts(name) if (f.eid, f.kind, f.op, f.unit) == (eid, kind, op, unit)]
    found = [f for f in near if str(f.value) in (value, value.removesuffix(".0"))]
    assert any(words in repr(fact) for fact in found), near


def test_a_penalty_is_no_threshold() -> None:
    names = {line.split("|")[0].strip() for line in FACTS.strip().splitlines()}
    fined = [f for name in names for f in facts(name) if "罚" in f.quote and f.value is not None]
    assert {fact.kind for fact in fined} == {"count"}
