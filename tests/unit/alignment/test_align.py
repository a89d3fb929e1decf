"""Small texts: what answers what, what nothing answers, and what a person says of it."""

from __future__ import annotations

import pytest

from policydoc import pipeline
from policydoc.alignment import Link, align, group_rest, links_from, turned
from policydoc.errors import SettingsError
from policydoc.model import Alignment, Policy, Relation

CITY = """云河市加装电梯管理办法
第一条 为规范既有住宅加装电梯活动，制定本办法。
第二条 加装电梯遵循业主自愿、保障安全的原则。
第三条 业主应当将加装方案公示10个工作日。
第四条 每部电梯补助20万元，由市财政局承担。
第五条 本办法由云河市住房和城乡建设局负责解释。
"""
PROVINCE = """西川省增设电梯实施细则
第一条 为规范老旧住宅增设电梯工作，制定本细则。
第二条 每部电梯补助不超过15万元，由省财政厅承担。
第三条 增设电梯坚持业主自愿、安全第一的原则。
第四条 鼓励社会资本以租赁方式参与。
第五条 本细则由西川省住房和城乡建设厅负责解释。
"""
WATER = """青石县河道采砂管理规定
第一条 河道采砂实行许可制度。
第二条 禁止在堤防护堤地采砂。
"""


def policy(text: str, name: str) -> Policy:
    return pipeline.parse_text(text, name)


def found(left: str, right: str, *links: Link) -> Alignment:
    return align(policy(left, "left"), policy(right, "right"), links)


def certain(alignment: Alignment) -> dict[str, str]:
    return {
        pair.left[0]: pair.right[0]
        for pair in alignment.pairs
        if pair.left and pair.right and pair.status == "certain"
    }


def test_content_decides_not_the_number() -> None:
    alignment = found(CITY, PROVINCE)
    assert certain(alignment) == {
        "art_1": "art_1",
        "art_2": "art_3",
        "art_4": "art_2",
        "art_5": "art_5",
    }
    moved = {pair.left[0] for pair in alignment.pairs if pair.moved}
    assert moved == {"art_2", "art_4"}


def test_what_nothing_answers_is_said_to_stand_alone() -> None:
    pairs = found(CITY, PROVINCE).pairs
    alone = {(p.left, p.right): p.relation for p in pairs if not (p.left and p.right)}
    assert alone == {
        (("art_3",), ()): Relation.LEFT_ONLY,
        ((), ("art_4",)): Relation.RIGHT_ONLY,
    }


def test_every_unit_is_in_at_least_one_pair() -> None:
    alignment = found(CITY, PROVINCE)
    assert {e for p in alignment.pairs for e in p.left} == {f"art_{n}" for n in range(1, 6)}
    assert {e for p in alignment.pairs for e in p.right} == {f"art_{n}" for n in range(1, 6)}


def test_texts_of_other_subjects_are_told_apart() -> None:
    alignment = found(CITY, WATER)
    assert certain(alignment) == {}
    assert [p for p in alignment.pairs if p.status == "suggested"] == []
    assert "主题不同" in alignment.notes[0]


@pytest.mark.parametrize(("left", "right"), [("", CITY), (CITY, ""), ("", "")])
def test_an_empty_text_answers_nothing(left: str, right: str) -> None:
    alignment = found(left, right)
    assert certain(alignment) == {}
    assert len(alignment.pairs) == 5 * bool(left or right)
    assert alignment.notes


def test_a_text_without_articles_is_aligned_by_its_paragraphs() -> None:
    left = "关于做好防汛工作的通知\n一、加强水库巡查，每日不少于两次。\n二、落实值班值守制度。\n"
    right = "关于抓好防汛工作的通知\n一、落实二十四小时值班值守制度。\n二、加强水库巡查，每日不少于三次。\n"
    answered = certain(found(left, right))
    assert answered["level_1"] == "level_2"
    assert answered["level_2"] == "level_1"


def test_a_person_links_and_unlinks() -> None:
    together = Link(("第三条",), ("art_4",), relation=Relation.PARTIAL, note="均涉及参与")
    alignment = found(CITY, PROVINCE, together, Link(("art_1",), ("art_1",), apart=True))
    pair = next(p for p in alignment.pairs if p.left == ("art_3",))
    assert (pair.right, pair.origin, pair.relation, pair.note) == (
        ("art_4",), "person", Relation.PARTIAL, "均涉及参与",
    )  # fmt: skip
    assert "art_1" not in certain(alignment)
    alone = [p for p in alignment.pairs if not (p.left and p.right)]
    assert {p.left + p.right for p in alone} == {("art_1",)}


def test_a_persons_link_takes_a_provision_from_the_systems_pair() -> None:
    alignment = found(CITY, PROVINCE, Link(("art_3",), ("art_3",)))
    assert certain(alignment)["art_3"] == "art_3"
    assert next(p for p in alignment.pairs if p.left == ("art_2",)).relation is Relation.LEFT_ONLY


def test_words_find_the_provision_after_a_renumbering() -> None:
    link = Link(("art_9",), ("art_4",), ("业主应当将加装方案公示",), ("鼓励社会资本",))
    assert certain(found(CITY, PROVINCE, link))["art_3"] == "art_4"


def test_a_link_that_is_lost_is_told() -> None:
    link = Link(("art_9",), ("art_4",), ("已经删去的一条内容",), ())
    alignment = found(CITY, PROVINCE, link)
    assert "已经删去的一条内容" in alignment.notes[-1]
    assert "art_3" not in certain(alignment)


def test_a_link_for_the_two_policies_holds_either_way_round() -> None:
    link = Link(("art_4",), ("art_3",), policies=("right", "left"))
    assert certain(found(CITY, PROVINCE, link))["art_3"] == "art_4"
    other = Link(("art_4",), ("art_3",), policies=("x", "y"))
    assert "art_3" not in certain(found(CITY, PROVINCE, other))


def test_links_are_read_from_toml_and_every_fault_is_named() -> None:
    links = links_from(
        {"link": [{"left": ["art_1"], "right": ["art_2"], "relation": "split"}]}, "f"
    )
    assert links == (Link(("art_1",), ("art_2",), relation=Relation.SPLIT),)
    with pytest.raises(SettingsError) as caught:
        links_from({"link": [{"left": "art_1", "relation": "x"}], "links": []}, "对应.toml")
    message = caught.value.message
    assert all(
        part in message for part in ("对应.toml", "links", "left 应为文字列表", "relation", "right")
    )


def test_what_the_lead_lacks_is_grouped() -> None:
    lead, one = policy(CITY, "lead"), policy(PROVINCE, "one")
    other = policy(PROVINCE.replace("鼓励社会资本", "支持社会资本"), "other")
    alignments = [align(lead, text) for text in (one, other)]
    assert group_rest((one, other), alignments) == ((("one", "art_4"), ("other", "art_4")),)


def test_an_alignment_turned_twice_is_itself() -> None:
    left, right = policy(CITY, "left"), policy(PROVINCE, "right")
    made = align(left, right)
    assert turned(turned(made, right), left) == made
    assert {p.relation for p in turned(made, right).pairs if not p.left} == {Relation.RIGHT_ONLY}
