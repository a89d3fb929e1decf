"""A province's rules and a city's on incubators: another field, cut otherwise, headed otherwise."""

from __future__ import annotations

import pytest

import policydoc as pd
from tests.drafts import drafted

PROVINCE = """某省科技企业孵化器认定管理办法

第一章 总则
第一条 为引导我省科技企业孵化器高质量发展，根据《科技企业孵化器管理办法》（国科发区〔2018〕300号），结合我省实际，制定本办法。
第二条 本办法所称科技企业孵化器（以下简称孵化器），是指以促进科技成果转化、培育科技企业和企业家精神为宗旨，提供物理空间、共享设施和专业化服务的科技创业服务机构。
第三条 省科学技术厅负责省级孵化器的认定、管理和考核，市（州）科技主管部门负责本地区孵化器的推荐和日常管理。

第二章 认定条件
第四条 申请认定省级孵化器应当同时具备下列条件：
（一）具有独立法人资格，注册地在本省，实际运营时间满2年，至少连续2年报送真实完整的统计数据；
（二）孵化场地集中，可自主支配的孵化场地面积不低于8000平方米，其中在孵企业使用面积（含公共服务面积）占75%以上；
（三）配备自有种子资金或者合作的孵化资金规模不低于300万元，获得投融资的在孵企业占比不低于10%，并有不少于2个资金使用案例；
（四）专业孵化服务人员占机构总人数80%以上，每10家在孵企业至少配备1名专业孵化服务人员和1名创业导师；
（五）在孵企业中已申请专利的企业占在孵企业总数比例不低于40%或者拥有有效知识产权的企业占比不低于25%；
（六）在孵企业不少于40家且每千平方米平均在孵企业不少于2家；
（七）累计毕业企业达到15家以上。
第五条 专业孵化器在孵企业应当不少于20家，累计毕业企业达到10家以上，在同一产业领域从事研发、生产的企业占在孵企业总数的75%以上。
第六条 位于民族地区、革命老区的孵化器，孵化场地面积、在孵企业数量、毕业企业数量可按前两条规定的80%执行。

第三章 认定程序
第七条 省级孵化器认定按以下程序办理：
（一）省科学技术厅每年发布申报通知；
（二）申报机构向所在地市（州）科技主管部门提出申请；
（三）市（州）科技主管部门自收到申请材料之日起15个工作日内完成初审并实地核查，择优推荐；
（四）省科学技术厅组织专家评审，评审结果公示不少于7个工作日；
（五）公示无异议的，认定为省级科技企业孵化器，有效期五年。

第四章 管理
第八条 省级孵化器应当于每年1月31日前报送上一年度统计数据。
第九条 省科学技术厅每两年对省级孵化器进行一次考核评价，考核结果分为优秀、良好、合格、不合格四个等级。对考核优秀的，给予30万元奖励。
第十条 孵化器名称、面积、法人等发生变更的，应当在变更后30日内向市（州）科技主管部门报告，经审核后报省科学技术厅备案。
第十一条 有下列情形之一的，取消其省级孵化器资格：
（一）连续两次考核不合格的；
（二）提供虚假材料的；
（三）发生重大安全事故的。
被取消资格的，两年内不得再次申报。

第五章 附则
第十二条 本办法由省科学技术厅负责解释。
第十三条 本办法自2024年3月1日起施行，有效期5年。
"""
CITY = """某市科技企业孵化器管理实施细则（试行）

第一章 总则
第一条 为规范我市科技企业孵化器的管理，根据《某省科技企业孵化器认定管理办法》，制定本细则。
第二条 市科学技术局负责市级孵化器的认定和管理，县（市、区）科技主管部门负责推荐。
第二章 条件与程序
第三条 申请市级孵化器应当具备以下条件：
（一）在本市注册，具有独立法人资格，运营时间在1年以上；
（二）孵化场地面积在3000平方米以上，其中在孵企业使用面积不低于三分之二；
（三）种子资金或者孵化资金不少于100万元；
（四）在孵企业达到20家，每千平方米不少于3家；
（五）拥有有效知识产权的在孵企业占25%以上；
（六）毕业企业5家以上；
（七）专业孵化服务人员占比高于70%。
第四条 县（市、区）科技主管部门应当在10个工作日内完成审核，向市科学技术局推荐。市科学技术局组织评审，公示5个工作日，无异议的发文认定。
第五条 市级孵化器资格有效期3年，期满前6个月内申请复核。
第六条 孵化器每季度结束后10日内报送统计数据。
第七条 市科学技术局每年考核一次，考核优秀的奖励10万元，连续两年不合格的取消资格，3年内不得申报。
第八条 孵化器变更名称、场地的，一个月内报市科学技术局备案。
第九条 弄虚作假的，取消资格并追回奖励资金。
第三章 附则
第十条 本细则由市科学技术局解释。
第十一条 本细则自2024年6月1日起施行，有效期至2026年5月31日。
"""


@pytest.fixture(scope="module")
def both() -> tuple[pd.Policy, pd.Policy]:
    return drafted(PROVINCE, "sheng"), drafted(CITY, "shi")


@pytest.fixture(scope="module")
def comparison(both: tuple[pd.Policy, pd.Policy]) -> pd.Comparison:
    return pd.compare(both)


def test_what_is_done_after_recognition_is_paired_under_any_heading(
    both: tuple[pd.Policy, pd.Policy],
) -> None:
    found = {p.left: p.right for p in pd.align(*both).pairs if p.status == "certain"}
    assert found["art_8",] == ("art_6",)  # yearly report, quarterly report
    assert found["art_9",] == ("art_7",)  # assessment
    assert found["art_10",] == ("art_8",)  # change
    assert found["art_11",] == ("art_9",)  # withdrawal
    assert found["art_5",] == found["art_6",] == ()


def test_thresholds(comparison: pd.Comparison) -> None:
    verdicts = {row.subject: row.verdicts["shi/sheng"] for row in comparison.thresholds[:13]}
    assert verdicts == {
        "实际运营时间": "looser",
        "孵化场地面积": "looser",
        "在孵企业使用面积": "looser",
        "配备自有种子资金或者合作的孵化资金规模": "looser",
        "在孵企业占比": "not_stated",
        "资金使用案例": "not_stated",
        "专业孵化服务人员占机构总人数": "not_comparable",
        "专业孵化服务人员": "not_stated",
        "在孵企业中已申请专利的企业占在孵企业总数比例": "stricter",
        "有效知识产权的企业占比": "same",
        "在孵企业": "looser",
        "每千平方米平均在孵企业": "stricter",
        "累计毕业企业": "looser",
    }


def test_periods_wherever_they_stand(comparison: pd.Comparison) -> None:
    verdicts = {row.subject: row.verdicts["shi/sheng"] for row in comparison.deadlines}
    assert verdicts["有效期"] == "different"  # five years, three years
    assert verdicts["变更后向市（州）科技主管部门报告"] == "not_comparable"  # 30 days, a month
    assert verdicts["对省级孵化器进行考核评价"] == "stricter"  # every two years, every year
    assert verdicts["公示"] == "looser"


def test_who_examines_and_recommends_examines_first(both: tuple[pd.Policy, pd.Policy]) -> None:
    steps = [
        (f.action, f.actor) for f in both[1].facts if f.kind == "step" and f.eid[:6] == "art_4_"
    ]
    assert steps[:3] == [
        ("初审", "县（市、区）科技主管部门"),
        ("推荐", "县（市、区）科技主管部门"),
        ("审核", "市科学技术局"),
    ]


def test_grounds_in_other_words_and_within_a_sentence(comparison: pd.Comparison) -> None:
    cells = [
        tuple(
            row.cells[eid].facts[0].quote if row.cells[eid].facts else ""
            for eid in ("sheng", "shi")
        )
        for row in comparison.grounds
    ]
    assert cells == [
        ("连续两次考核不合格的", "连续两年不合格的"),
        ("提供虚假材料的", "弄虚作假的"),
        ("发生重大安全事故的", ""),
    ]


def test_a_share_keeps_the_enterprises_it_is_of(both: tuple[pd.Policy, pd.Policy]) -> None:
    facts = {f.indicator: f for f in both[0].facts if f.kind == "threshold"}
    assert facts["专业孵化服务人员"].basis == "每10家在孵企业"
    assert facts["在同一产业领域从事研发、生产的企业占在孵企业总数"].indicator_id == ""
