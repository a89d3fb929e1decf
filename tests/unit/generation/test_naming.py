"""Names and courses come from the text of the rule, whatever it recognises."""

from __future__ import annotations

import pytest

from policydoc.generation.naming import counter_of, full_name, noun_of


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
