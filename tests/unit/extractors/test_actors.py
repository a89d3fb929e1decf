from __future__ import annotations

import pytest

from policydoc.extractors.actors import EXTRACTOR
from tests.unit.extractors.outlines import article, facts, policy


def _named(text: str) -> dict[str, str]:
    found = facts(EXTRACTOR, policy(article(1, text)))
    return {fact.actor: fact.party for fact in found}


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("由市工业和信息化局负责。", "市工业和信息化局", "issuer"),
        ("某市工业和信息化局负责。", "某市工业和信息化局", "issuer"),
        ("根据省工信厅的要求。", "省工信厅", "superior"),
        ("工业和信息化部公布的名单。", "工业和信息化部", "superior"),
        ("各县区工信局负责培育。", "各县区工信局", "county_authority"),
        ("县(市、区)工业和信息化主管部门推荐。", "县(市、区)工业和信息化主管部门", "county_authority"),
        ("所在地县（市、区）中小企业主管部门", "所在地县（市、区）中小企业主管部门", "county_authority"),
        ("协助市财政局做好工作。", "市财政局", "prefecture_authority"),
        ("县级以上人民政府应当加强领导。", "县级以上人民政府", "authority"),
        ("市人力资源和社会保障局审核。", "市人力资源和社会保障局", "prefecture_authority"),
        ("市营商环境建设监督局牵头。", "市营商环境建设监督局", "prefecture_authority"),
        ("申报单位应当提交材料。", "申报单位", "applicant"),
        ("组织专家评审。", "专家", "expert"),
        ("发挥龙头企业作用。", "龙头企业", "enterprise"),
        ("委托第三方机构评估。", "第三方机构", "third_party"),
    ],
)  # fmt: skip
def test_who_is_named_and_as_what(text: str, name: str, party: str) -> None:
    assert _named(text).get(name) == party


def test_two_authorities_in_one_name_are_both_named() -> None:
    named = _named("市(州)、县(市、区)工业和信息化主管部门要及时总结。")
    assert named["县(市、区)工业和信息化主管部门"] == "county_authority"
    assert named["市(州)、县(市、区)工业和信息化主管部门"] == "prefecture_authority"


def test_an_abbreviation_names_the_subject_of_the_policy() -> None:
    text = policy(
        article(1, "某市农业特色小镇（以下简称小镇）由县推荐。"),
        article(2, "小镇应当每年报送情况。"),
    )
    assert ("小镇", "subject") in {(f.actor, f.party) for f in facts(EXTRACTOR, text)}


@pytest.mark.parametrize(
    "text", ["在市场上推广。", "《市财政局管理办法》", "部分企业。", "全局工作。"]
)
def test_other_words_name_nobody(text: str) -> None:
    assert _named(text) == {}
