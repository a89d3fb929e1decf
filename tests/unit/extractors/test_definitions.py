from __future__ import annotations

import pytest

from policydoc.extractors.definitions import EXTRACTOR
from tests.unit.extractors.outlines import annex, article, facts, policy


@pytest.mark.parametrize(
    ("text", "term", "meaning", "how"),
    [
        ("本办法所称专项资金，是指由市级安排的资金。", "专项资金", "由市级安排的资金", "是指"),
        ("研发费用是指企业开展研发的支出；", "研发费用", "企业开展研发的支出", "是指"),
        ("“四上”企业，指规模以上工业企业。", "“四上”企业", "规模以上工业企业", "是指"),
        ("市工业和信息化局、财政局（以下统称市级部门）负责实施。", "市级部门", "市工业和信息化局、财政局", "以下统称"),
        ("根据《某省条例》（以下简称《条例》），制定。", "《条例》", "《某省条例》", "以下简称"),
        ("成立市人才工作领导小组(以下简称“领导小组”)。", "领导小组", "市人才工作领导小组", "以下简称"),
        ("某市农业特色小镇（以下简称小镇）由县推荐。", "小镇", "某市农业特色小镇", "以下简称"),
        ("本条所称企业包括个体工商户。", "企业", "个体工商户", "所称"),
    ],
)  # fmt: skip
def test_a_term_and_what_it_stands_for(text: str, term: str, meaning: str, how: str) -> None:
    (fact,) = facts(EXTRACTOR, policy(article(1, text)))
    assert (fact.term, fact.object, fact.action) == (term, meaning, how)


def test_the_scope_is_where_the_words_hold() -> None:
    text = policy(
        article(1, "某市示范基地（以下简称基地）。", "本条所称企业包括个体工商户。"),
        annex=annex("标准", "某省示范基地(以下简称基地)须满足以下指标。"),
    )
    assert [fact.scope for fact in facts(EXTRACTOR, text)] == ["本文件", "本条", "附件1"]


@pytest.mark.parametrize(
    "text", ["由市局指导企业。", "编制申报指南。", "各项指标是。", "（以下简称）"]
)
def test_other_words_define_nothing(text: str) -> None:
    assert facts(EXTRACTOR, policy(article(1, text))) == []
