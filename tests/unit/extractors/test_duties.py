from __future__ import annotations

import pytest

from policydoc.extractors.duties import EXTRACTOR
from tests.unit.extractors.outlines import article, chapter, facts, policy


@pytest.mark.parametrize(
    ("text", "actor", "modality", "action"),
    [
        ("市工业和信息化局负责统筹工作。", "市工业和信息化局", "must", "负责"),
        ("各县区工信局协助开展受理。", "各县区工信局", "assist", "协助"),
        ("县级以上人民政府应当将保护工作纳入发展规划。", "县级以上人民政府", "must", "纳入"),
        ("申报单位不得弄虚作假。", "申报单位", "must_not", "不得"),
        ("申报单位可以申请延期。", "申报单位", "may", "申请"),
        ("由县工信局核实后报市工业和信息化局备案。", "县工信局", "must", "核实"),
    ],
)
def test_who_must_do_what(text: str, actor: str, modality: str, action: str) -> None:
    (fact,) = facts(EXTRACTOR, policy(chapter(1, "管理职责", article(1, text))))
    assert (fact.actor, fact.modality, fact.action) == (actor, modality, action)


def test_items_take_the_actor_of_their_lead_in() -> None:
    text = policy(article(1, "各县区工信局围绕以下方面开展工作：", "＊加强培育；", "＊完善服务。"))
    assert {fact.actor for fact in facts(EXTRACTOR, text)} == {"各县区工信局"}


def test_a_clause_without_anybody_names_nobody() -> None:
    (fact,) = facts(EXTRACTOR, policy(chapter(1, "任务", article(1, "完善服务体系。"))))
    assert (fact.actor, fact.object) == ("", "服务体系")


def test_who_is_helped_or_urged_is_not_who_acts() -> None:
    text = policy(article(1, "各县区工信局加强指导，鼓励金融机构加大支持，加强对企业的服务。"))
    assert {fact.actor for fact in facts(EXTRACTOR, text)} == {"各县区工信局"}


def test_what_is_forbidden_is_no_duty() -> None:
    text = policy(article(1, "禁止从事下列活动：", "＊新建项目；", "＊堆放废物。"))
    assert [fact.modality for fact in facts(EXTRACTOR, text)] == ["must_not"]


@pytest.mark.parametrize(
    "text",
    [
        "举报人向粮食行政管理部门举报的线索，由其移交。",
        "虚报、瞒报储备数量。",
        "按照自愿申报原则，统筹开展。",
        "依据《中小企业产业集群申报表》《奖励通知》。",
        "申报单位推荐数量不超过6个。",
        "省市、新疆生产建设兵团不受此限。",
    ],
)
def test_a_word_within_another_is_no_duty(text: str) -> None:
    found = facts(EXTRACTOR, policy(chapter(1, "管理职责", article(1, text))))
    assert [
        fact.action for fact in found if fact.action in ("报", "申报", "建设", "推荐", "奖励")
    ] == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("举报线索移送其他部门处理，不予重复奖励。", "不予重复奖励"),
        ("市财政局不再享受补助。", "不再享受"),
        ("对超过报送数量的，一律不予受理。", "不予受理"),
    ],
)
def test_what_is_refused_is_not_granted(text: str, action: str) -> None:
    found = facts(EXTRACTOR, policy(chapter(1, "管理职责", article(1, text))))
    assert [fact.modality for fact in found if fact.action == action] == ["must_not"]


def test_an_administrative_department_acts() -> None:
    text = policy(chapter(1, "职责", article(1, "云河市各级粮食行政管理部门应当严格审核。")))
    assert [(fact.actor, fact.action) for fact in facts(EXTRACTOR, text)] == [
        ("云河市各级粮食行政管理部门", "审核")
    ]
