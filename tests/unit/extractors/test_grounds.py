from __future__ import annotations

from dataclasses import replace

from policydoc.extractors.grounds import EXTRACTOR
from tests.unit.extractors.outlines import annex, article, facts, policy


def test_each_item_under_a_revocation_is_a_ground_without_its_mark() -> None:
    text = policy(article(1, "有下列情形之一的，撤销其称号：", "＊弄虚作假的；", "＊发生事故的。"))
    found = facts(EXTRACTOR, text)
    assert [fact.quote for fact in found] == ["弄虚作假的", "发生事故的"]
    assert {fact.object for fact in found} == {"撤销其称号"}


def test_a_ground_in_a_sentence_is_found_too() -> None:
    (fact,) = facts(EXTRACTOR, policy(article(1, "骗取称号的，由市局撤销其称号。")))
    assert (fact.quote, fact.object) == ("骗取称号的", "撤销其称号")


def test_fines_are_no_revocation() -> None:
    text = policy(article(1, "有下列行为之一的，处五千元罚款：", "＊擅自使用的。"))
    assert facts(EXTRACTOR, text) == []


def test_a_step_that_no_provision_provides_is_flagged() -> None:
    sanction = article(
        9, "有下列情形之一的，撤销其称号：", "＊期满未申请复核的；", "＊未及时报备的；"
    )
    gap, provided = facts(
        EXTRACTOR, policy(article(1, "名称变更的，应当于10日内报市局备案。"), sanction)
    )
    assert (gap.resolved, gap.action) == (False, "申请复核")
    assert "申请复核" in gap.basis_note
    assert (provided.resolved, provided.target) == (True, "art_1__para_1")
    mended = policy(article(1, "期满前，可以向市局提出复核申请。"), sanction)
    assert facts(EXTRACTOR, mended)[0].resolved is True


def test_a_standard_that_is_only_mentioned_is_missing() -> None:
    sanction = article(9, "有下列情形之一的，撤销其称号：", "＊不再符合认定标准的。")
    mention = article(1, "县局将符合认定标准的单位推荐至市局。")
    assert facts(EXTRACTOR, policy(mention, sanction))[0].resolved is False
    standard = annex("示范基地认定标准", "须满足以下指标。", ("一", "甲"))
    assert facts(EXTRACTOR, policy(mention, sanction, annex=standard))[0].resolved is True


def test_a_digest_is_not_said_to_lack_anything() -> None:
    text = policy(article(9, "有下列情形之一的，撤销其称号：", "＊未申请复核的。"))
    digest = replace(text, identity=replace(text.identity, text_status="digest"))
    assert facts(EXTRACTOR, digest)[0].resolved is None
