"""Notices as offices write them: what is missing is found, what is usual stays silent."""

from __future__ import annotations

import pytest

from policydoc import pipeline

PUBLIC = """关于2025年度云岭省产业集群拟认定名单的公示
根据《云岭省产业集群发展实施细则》，经自愿申报、专家评审和厅长办公会审议，拟认定36家集群，现将名单予以公示。{period}如有异议，请以书面形式反映，单位反映的请加盖公章，个人反映的请署真实姓名。
联系电话：0871-63510001
附件：2025年度云岭省产业集群拟认定名单
云岭省工业和信息化厅
2025年6月3日
"""
CALL = """云岭省工业和信息化厅关于组织开展2025年度产业集群申报推荐工作的通知
云工信中小函〔2025〕12号
各市、自治州工业和信息化局，滇中新区经济发展部，各有关单位:
根据《办法》，现就有关事项通知如下：
一、推荐数量
各市（州）推荐不超过3个，超过的一律不予受理。
附件：1.申报表
2.推荐汇总表
云岭省工业和信息化厅
2025年3月10日
（联系人：李四，电话：0871-63510001）
"""
FORM = "申报表\n申报主体（盖章）：　　　年　月　日\n"
SUMMARY = "推荐汇总表\n填报单位（盖章）：　　　年　月　日\n"


def _rules(text: str, *names: str) -> list[tuple[str, str, bool]]:
    found = pipeline.lint(pipeline.extract(pipeline.parse_text(text)))
    return [(f.rule, f.quote, f.certain) for f in found if f.rule in names]


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("公示时间为2025年6月3日至6月9日。", False),
        ("公示期为5个工作日，自2025年6月3日起。", False),
        ("公示期限：2025年6月3日—6月9日。", False),
        ("公示期间，", True),
        ("", True),
    ],
)
def test_a_public_notice_says_until_when(period: str, told: bool) -> None:
    found = _rules(PUBLIC.format(period=period), "public-notice-incomplete")
    assert [certain for _, _, certain in found] == [True] * told


def test_a_public_notice_without_its_list_is_a_hint() -> None:
    text = PUBLIC.format(period="公示期5个工作日。").replace(
        "附件：2025年度云岭省产业集群拟认定名单\n", ""
    )
    assert [certain for _, _, certain in _rules(text, "public-notice-incomplete")] == [False]
    listed = text.replace("联系电话", "| 序号 | 集群名称 |\n|---|---|\n| 1 | 甲 |\n联系电话")
    assert not _rules(listed, "public-notice-incomplete")


@pytest.mark.parametrize(
    ("title", "line", "told"),
    [
        ("关于拟认定集群名单的公示", "各县区工信局：", True),
        ("关于公布集群名单的通告", "各市（州）工业和信息化局：", True),
        ("关于拟认定集群名单的公示", "受理部门：", False),
        ("关于拟认定集群名单的公示", "现将名单公示如下：", False),
        ("关于公布集群名单的通知", "各市（州）工业和信息化局：", False),
        ("关于公布集群名单的通知", "经评审，名单公布。", True),
    ],
)
def test_who_is_addressed(title: str, line: str, told: bool) -> None:
    text = (
        f"{title}\n{line}\n经评审，确定了集群名单，现予公布。\n某市工业和信息化局\n2025年8月15日\n"
    )
    assert bool(_rules(text, "addressee-of-the-wrong-kind")) is told


@pytest.mark.parametrize(
    ("said", "quotes"),
    [
        ("认定甲县蔬菜产业集群等3个集群", [("3", True)]),
        ("认定甲县蔬菜产业集群等2个集群", []),
        ("经推荐9家，确定了2家集群", []),
        ("经推荐9家，确定了3家集群", [("3", False)]),
        ("公示5个工作日，认定了一批集群", []),
        ("每县推荐不超过5个，现公布名单", []),
    ],
)
@pytest.mark.parametrize("table", [True, False])
def test_the_number_told_is_the_number_listed(
    said: str, quotes: list[tuple[str, bool]], table: bool
) -> None:
    rows = "| 序号 | 集群名称 |\n|---|---|\n| 1 | 甲县蔬菜产业集群 |\n| 2 | 乙县种子产业集群 |\n"
    lines = "1.甲县蔬菜产业集群\n2.乙县种子产业集群\n"
    text = (
        f"关于公布2025年度集群名单的通知\n各县区工信局：\n{said}，现予公布。\n"
        f"某市工业和信息化局\n2025年8月15日\n\n附件\n2025年度集群名单\n{rows if table else lines}"
    )
    found = _rules(text, "count-differs-from-list")
    assert [(quote, certain) for _, quote, certain in found] == quotes


def test_annexes_announced_are_there() -> None:
    rules = ("annex-list-incomplete", "annex-title-mismatch")
    assert not _rules(CALL, *rules)  # kept in files of their own
    assert not _rules(f"{CALL}\n附件1\n{FORM}\n附件2\n{SUMMARY}", *rules)
    one = _rules(f"{CALL}\n附件1\n{FORM}", *rules)
    assert one == [("annex-list-incomplete", "推荐汇总表", True)]
    turned = _rules(f"{CALL}\n附件1\n{SUMMARY}\n附件2\n{FORM}", *rules)
    assert [rule for rule, _, _ in turned] == ["annex-title-mismatch"] * 2


def test_a_notice_is_signed_and_dated() -> None:
    assert not _rules(CALL, "signature-missing")
    assert _rules(CALL.replace("2025年3月10日\n", ""), "signature-missing")
    assert not _rules(PUBLIC.format(period="公示5个工作日。"), "signature-missing")


CITING = """某市工业和信息化局关于撤销甲县产业集群认定的通知
各县区工业和信息化局：
上述情况属于《某市集群管理办法》（某工信发〔2025〕3号）第二条{item}规定的{words}情形，决定撤销认定。
某市工业和信息化局
2026年9月1日
"""
RULES = """某市集群管理办法
第一条 为促进集群发展，制定本办法。
第二条 有下列情形之一的，撤销认定：
（一）虚假申报的；
（二）未按时报送年度情况的。
"""


@pytest.mark.parametrize(
    ("item", "words", "quotes"),
    [
        ("第（一）项", "“虚假申报的”", []),
        ("第二项", "", []),
        ("第（三）项", "", [("第二条第（三）项", True)]),
        ("第（二）项", "“虚假申报的”", [("虚假申报的", False)]),
        ("", "", []),
    ],
)
def test_an_item_cited_of_the_superior_exists(
    item: str, words: str, quotes: list[tuple[str, bool]]
) -> None:
    notice, rules = (
        pipeline.extract(pipeline.parse_text(text))
        for text in (CITING.format(item=item, words=words), RULES)
    )
    found = [f for f in pipeline.lint(notice, [rules]) if f.rule == "cited-item-not-there"]
    assert [(f.quote, f.certain) for f in found] == quotes
