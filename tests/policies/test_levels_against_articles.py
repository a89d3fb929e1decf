"""Levels against articles: a 一、（一）1. text and one of articles on the same matter."""

from __future__ import annotations

import pytest

import policydoc as pd
from policydoc.model import FactRow
from tests.drafts import drafted

LEVELS = """某市绿色工厂评价管理办法
（某工信规〔2024〕2号）
一、总则
（一）为推动工业绿色低碳转型，根据《中华人民共和国节约能源法》和工业和信息化部《绿色工厂梯度培育及管理暂行办法》，结合我市实际，制定本办法。
（二）本办法所称绿色工厂，是指实现用地集约化、原料无害化、生产洁净化、废物资源化、能源低碳化的企业。
二、申报条件
（一）在本市行政区域内依法注册，具有独立法人资格，成立满3年。
（二）近三年（含成立不足三年的企业自成立之日起）无下列情形：
1.未正常经营生产；
2.发生一般及以上安全事故、Ⅲ级及以上突发环境事件；
3.被列入严重违法失信名单。
（三）单位产品综合能耗达到国家或者行业能耗限额标准先进值。
（四）工业固体废物综合利用率不低于90%，工业用水重复利用率不低于85%。
（五）绿色工厂评价得分85分以上。
（六）上年度营业收入不低于5000万元，研发投入占营业收入比重不低于3%。
三、申报程序
（一）每年3月31日前，企业向所在地县（区）工业和信息化主管部门提出申请，提交自评价报告和第三方评价报告。
（二）县（区）工业和信息化主管部门于每年4月20日前完成审核，出具推荐意见，报市工业和信息化局。
（三）市工业和信息化局会同市生态环境局组织专家评审、现场核查，现场核查比例不低于30%。
（四）评审通过的，在市工业和信息化局网站公示10日；公示无异议的，公布名单并授牌。
四、监督管理
（一）绿色工厂实行动态管理，每三年复核一次。
（二）绿色工厂应于每年4月30日前在线填报上年度绿色发展数据。
（三）绿色工厂名称、地址、主要产品发生变化的，应当在变化之日起一个月内书面报告。
（四）存在弄虚作假、发生重大安全环保事故、拒不参加复核的，移出名单，三年内不再受理其申请。
五、支持措施
对首次列入市级绿色工厂名单的企业，给予一次性奖励20万元；获评国家级绿色工厂的，奖励50万元。同一企业不重复享受。
六、附则
本办法自2024年5月1日起施行，有效期5年。由市工业和信息化局负责解释。
某市工业和信息化局
2024年4月1日
"""
ARTICLES = """某某市绿色工厂认定实施细则

第一条 为加快构建绿色制造体系，推动我市工业绿色发展，依据《绿色工厂梯度培育及管理暂行办法》，制定本细则。
第二条 市工业和信息化局负责市级绿色工厂认定和管理，县级工业和信息化部门负责组织申报和初审。
第三条 申报企业应满足以下要求：
（一）依法设立两年以上，具有独立法人资格；
（二）上一年度销售收入2000万元以上；
（三）单位产品能耗优于行业平均水平；
（四）一般工业固体废物综合利用率80%以上；
（五）绿色工厂评价得分不低于80分；
（六）近两年未发生较大以上安全生产事故和环境污染事件。
第四条 市工业和信息化局每年上半年发布申报通知，企业自愿申报。
第五条 县级工业和信息化部门应自受理之日起20日内提出初审意见并报送市工业和信息化局。
第六条 市工业和信息化局组织专家对申报材料进行评审，必要时现场核实，择优确定拟认定名单，公示不少于5个工作日。
第七条 认定的绿色工厂有效期三年。有效期届满前应当申请复审。
第八条 绿色工厂发生更名、重组等重大变化的，应在三十日内报告。
第九条 有下列情形之一的，撤销其绿色工厂称号：（一）提供虚假材料的；（二）发生重大安全、环境事故的；（三）不接受监督检查的。被撤销的，两年内不得重新申报。
第十条 对认定的绿色工厂，市级财政给予10万元一次性奖励。
第十一条 本细则自发布之日起施行，有效期3年。
"""


@pytest.fixture(scope="module")
def comparison() -> pd.Comparison:
    return pd.compare([drafted(LEVELS, "jia"), drafted(ARTICLES, "yi")])


def _cells(rows: tuple[FactRow, ...]) -> list[tuple[str, ...]]:
    """The words of both sides and the verdict, row by row."""
    quotes = [
        tuple(
            row.cells[eid].facts[0].quote if row.cells[eid].facts else "" for eid in ("jia", "yi")
        )
        for row in rows
    ]
    return [(*both, row.verdicts["yi/jia"]) for both, row in zip(quotes, rows, strict=True)]


def test_thresholds(comparison: pd.Comparison) -> None:
    assert _cells(comparison.thresholds) == [
        ("成立满3年", "依法设立两年以上", "looser"),
        (
            "单位产品综合能耗达到国家或者行业能耗限额标准先进值",
            "单位产品能耗优于行业平均水平",
            "different",
        ),
        ("工业固体废物综合利用率不低于90%", "一般工业固体废物综合利用率80%以上", "looser"),
        ("工业用水重复利用率不低于85%", "", "not_stated"),
        ("绿色工厂评价得分85分以上", "绿色工厂评价得分不低于80分", "looser"),
        ("上年度营业收入不低于5000万元", "上一年度销售收入2000万元以上", "looser"),
        ("研发投入占营业收入比重不低于3%", "", "not_stated"),
        ("现场核查比例不低于30%", "", "not_stated"),
    ]


def test_terms_on_one_topic_meet_without_a_pair(comparison: pd.Comparison) -> None:
    cells = _cells(comparison.deadlines)
    assert ("应当在变化之日起一个月内", "应在三十日内", "not_comparable") in cells
    assert ("三年内", "两年内", "different") in cells
    assert ("每年4月20日前", "应自受理之日起20日内", "not_comparable") in cells


def test_the_life_after_recognition(comparison: pd.Comparison) -> None:
    stages = {row.subject: bool(row.cells["yi"].facts) for row in comparison.procedure}
    assert stages["变更备案"]
    assert stages["复核"]
    assert stages["撤销"]
    assert stages["初审"]
    assert not stages["年度报告"]


def test_one_ground_that_names_three_faults_answers_two(comparison: pd.Comparison) -> None:
    assert [cells[1:] for cells in _cells(comparison.grounds)] == [
        ("发生重大安全、环境事故的", "different"),
        ("提供虚假材料的", "different"),
        ("不接受监督检查的", "not_stated"),
    ]
