"""Names and courses come from the text of the rule, whatever it recognises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policydoc.generation.naming import counter_of, course, full_name, noun_of
from policydoc.model import Fact, walk
from policydoc.pipeline import parse_text


@pytest.mark.parametrize(
    ("award", "noun", "counter"),
    [
        ("张掖市中小企业特色产业集群", "集群", "个"),
        ("专精特新企业", "企业", "家"),
        ("省级中小企业公共服务示范平台", "平台", "个"),
        ("绿色制造名单", "申报对象", "个"),
    ],
)
def test_an_award_has_a_short_noun_and_its_measure_word(
    award: str, noun: str, counter: str
) -> None:
    assert (noun_of(award), counter_of(award)) == (noun, counter)


@pytest.mark.parametrize(
    ("authority", "title", "full"),
    [
        ("省中小企业发展局", "青川省中小企业公共服务示范平台管理办法", "青川省中小企业发展局"),
        ("市工业和信息化局", "临江市专精特新企业认定管理办法", "临江市工业和信息化局"),
        ("临江市工业和信息化局", "临江市专精特新企业认定管理办法", "临江市工业和信息化局"),
        ("省工业和信息化厅", "专精特新企业认定管理办法", "省工业和信息化厅"),
        ("", "临江市认定管理办法", ""),
    ],
)
def test_an_authority_named_by_its_rank_gets_the_place_of_the_title(
    authority: str, title: str, full: str
) -> None:
    assert full_name(authority, title) == full


@pytest.mark.parametrize(
    ("procedure", "gone_through"),
    [
        (
            "市级受理、初审和推荐。省厅审核，必要时可实地抽查，择优形成名单并公示。",
            "申报、受理、初审、推荐、审核",
        ),
        ("市级受理。省厅审核,必要时可实地抽查。省厅实地抽查后公示。", "申报、受理、审核、实地抽查"),
        ("企业可自愿申报，县级初审；省厅可以委托专家评审，复审后公示。", "自愿申报、初审、复审"),
        (
            "县级初审（包括实地核查）后推荐，省厅组织专家评审和公示。",
            "申报、初审、实地核查、推荐、专家评审",
        ),
    ],
)
def test_a_step_left_to_choice_is_not_said_to_have_been_taken(
    procedure: str, gone_through: str
) -> None:
    text = f"甲省集群管理办法\n第一条 为了发展，制定本办法。\n第二条 {procedure}\n"
    policy = parse_text(text, "draft")
    article = next(p for p in walk(policy) if "公示" in p.text)
    role = Fact("role", article.eid, article.text, 0, len(article.text), role="procedure")
    assert course(replace(policy, facts=(role,))) == gone_through
