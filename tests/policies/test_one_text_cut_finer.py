"""Two texts that provide the same, one cut into finer articles: nothing is said to be lacking."""

from __future__ import annotations

import pytest

import policydoc as pd
from tests.drafts import drafted

COARSE = """甲市特色产业集群管理办法
第一条 为了规范甲市特色产业集群管理，制定本办法。
第二条 市工业和信息化局负责全市集群的认定、监督和考核工作，出台扶持政策。各县区工业和信息化局负责本地区集群的培育、受理、初审和推荐工作。市财政局负责安排专项资金，会同有关部门开展绩效评价。
第三条 集群认定按照申报、初审、复审、公示、公布的程序进行。集群运营管理机构向县区工业和信息化局提交申报材料。县区工业和信息化局对申报材料进行受理、初审和实地抽查，择优推荐。市工业和信息化局组织专家复审，形成名单，公示5个工作日无异议后公布。
第四条 集群有效期三年，期满前三个月可以申请复核，复核通过的有效期延长三年。
第五条 集群发生重大变更的，应当在变更后15个工作日内报市工业和信息化局备案。
第六条 本办法自2025年1月1日起施行。
"""
FINE = """乙市特色产业集群管理办法
第一条 为了规范乙市特色产业集群管理，制定本办法。
第二条 市工业和信息化局负责全市集群的认定、监督和考核工作，出台扶持政策。
第三条 各县（市、区）工业和信息化局负责本地区集群的培育、受理、初审和推荐工作。
第四条 市财政局负责安排集群专项资金，会同有关部门开展绩效评价。
第五条 集群运营管理机构向县级工业和信息化局提交申报材料。
第六条 县级工业和信息化局对申报材料进行受理、初审和实地抽查，择优推荐至市工业和信息化局。
第七条 市工业和信息化局组织专家复审，形成名单，公示7个工作日无异议后公布。
第八条 集群有效期三年。
第九条 集群有效期届满前三个月可以申请复核，复核通过的有效期延长三年。
第十条 集群发生重大变更的，应当在变更后10个工作日内报市工业和信息化局备案。
第十一条 本办法自2025年1月1日起施行，有效期5年。
"""


@pytest.fixture(scope="module")
def comparison() -> pd.Comparison:
    return pd.compare([drafted(COARSE, "jia"), drafted(FINE, "yi")])


def test_one_article_is_answered_by_several() -> None:
    pairs = pd.align(drafted(COARSE, "jia"), drafted(FINE, "yi")).pairs
    found = {p.left: p.right for p in pairs if p.status == "certain"}
    assert found["art_2",] == ("art_2", "art_3", "art_4")
    assert found["art_3",] == ("art_5", "art_6", "art_7")
    assert found["art_4",] == ("art_8", "art_9")
    assert () not in found


def test_what_stands_in_another_article_is_not_said_to_be_lacking(
    comparison: pd.Comparison,
) -> None:
    verdicts = {row.subject: row.verdicts["yi/jia"] for row in comparison.deadlines}
    assert verdicts == {
        "公示": "stricter",
        "集群有效期": "same",
        "期满前可以申请复核": "same",
        "有效期（延长）": "same",
        "变更后报市工业和信息化局备案": "stricter",
        "文件有效期": "not_stated",
    }


def test_the_steps_are_told_once_and_bodies_of_one_level_and_field_are_one(
    comparison: pd.Comparison,
) -> None:
    verdicts = {row.subject: row.verdicts["yi/jia"] for row in comparison.procedure}
    assert verdicts == {
        "申报": "same",
        "受理、初审、实地核查": "same",
        "推荐": "same",
        "审核": "same",
        "形成名单": "same",
        "公示": "different",
        "变更备案": "different",
        "复核": "same",
    }


def test_the_procedure_told_only_as_a_list_of_stages_is_kept() -> None:
    text = "甲市集群管理办法\n第一条 集群认定按照申报、初审、公示的程序进行。\n第二条 本办法自印发之日起施行。\n"
    steps = [fact for fact in drafted(text, "jia").facts if fact.kind == "step"]
    assert [step.action for step in steps] == ["申报、初审、公示"]
