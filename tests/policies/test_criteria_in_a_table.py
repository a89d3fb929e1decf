"""Criteria that stand in a table: bounds with their row's name, compared and judged as any other."""

from __future__ import annotations

import pytest

import policydoc as pd
from policydoc import pipeline
from policydoc.model import own_words, walk
from tests.drafts import drafted

TABLED = """某市特色产业集群认定办法
第一条 集群认定标准见附件。
第二条 本办法自2025年1月1日起施行。
附件1
某市特色产业集群认定标准
| 序号 | 指标 | 要求 | 分值 |
|---|---|---|---|
| 1 | 集群总产值 | 近三年均在10亿元以上 | 20 |
| 2 | 规模以上工业企业数量 | ≥10家 | 10分 |
| 3 | 主导产业占比 | 不低于70% | 15 |
| 4 | 占地面积 | 占地面积不超过50平方公里；拥有专精特新企业不少于5家 | 5 |
| 5 | 公共服务平台 | 运行良好 | 5 |
"""
PLAIN = """乙市特色产业集群认定办法
第一条 集群认定应当符合下列条件：
（一）近三年产值均在20亿元以上；
（二）主导产业占比不低于60%；
（三）占地面积不超过50平方公里。
第二条 本办法自2025年1月1日起施行。
"""


@pytest.fixture(scope="module")
def tabled() -> pd.Policy:
    return drafted(TABLED, "jia")


def test_a_bound_in_a_cell_has_the_name_of_its_row(tabled: pd.Policy) -> None:
    words = {provision.eid: own_words(provision) for provision in walk(tabled)}
    found = [f for f in tabled.facts if f.kind == "threshold"]
    assert all(words[f.eid][f.start : f.end] == f.quote for f in found)
    assert [(f.indicator, f.op, f.value, f.unit) for f in found] == [
        ("集群总产值", ">=", 10.0, "亿元"),
        ("规模以上工业企业数量", ">=", 10.0, "家"),
        ("主导产业占比", ">=", 70.0, "%"),
        ("占地面积", "<=", 50.0, "平方公里"),
        ("专精特新企业", ">=", 5.0, "家"),
    ]


def test_scores_and_figures_without_a_comparator_are_no_bounds() -> None:
    text = TABLED.replace("≥10家", "10家").replace("不低于70%", "72%")
    indicators = {f.indicator for f in drafted(text, "jia").facts if f.kind == "threshold"}
    assert indicators == {"集群总产值", "占地面积", "专精特新企业"}


def test_what_a_table_states_is_not_said_to_be_lacking(tabled: pd.Policy) -> None:
    rows = pd.compare([tabled, drafted(PLAIN, "yi")]).thresholds
    verdicts = {row.subject: row.verdicts["yi/jia"] for row in rows}
    assert verdicts["集群总产值"] == "stricter"
    assert verdicts["主导产业占比"] == "looser"
    assert verdicts["占地面积"] == "same"


def test_quotas_by_year_are_facts_of_that_year_and_no_standing_rule() -> None:
    national = pd.load("national")
    quotas = [f for f in national.facts if f.kind == "quota" and f.window == "2024"]
    assert [(f.indicator, f.value) for f in quotas] == [
        ("每个省（区、市）推荐数量", 8.0),
        ("计划单列市、兵团推荐数量", 2.0),
    ]
    rows = pd.compare([pd.load("zhangye"), national]).deadlines
    assert not any("推荐数量" in row.subject for row in rows)


def test_a_case_is_judged_by_the_table_and_the_rest_goes_to_a_person(tabled: pd.Policy) -> None:
    verdicts = pd.assess(tabled, pipeline.open_case("application"))
    assert [(v.criterion, v.met, v.qualitative) for v in verdicts] == [
        ("集群总产值", True, False),
        ("规模以上工业企业数量", None, False),
        ("主导产业占比", True, False),
        ("占地面积", True, False),
        ("专精特新企业", False, False),
        ("公共服务平台：运行良好", None, True),
    ]
