"""Texts as web pages repost them: run together, printed twice, with the page's own lines around."""

from __future__ import annotations

import pytest

import policydoc as pd
from policydoc.model import Kind, Policy, walk


def numbers(policy: Policy) -> list[str]:
    return [found.num for found in walk(policy) if found.kind is Kind.ARTICLE]


def removed(policy: Policy, reason: str) -> list[str]:
    return [found.text for found in policy.removed if found.reason == reason]


def test_the_title_below_the_page_s_own_is_the_title() -> None:
    policy = pd.parse_text(
        "首页 > 政策 > 通知\n关于建立甲类资源价格机制的通知（甲价〔2025〕6号）\n2025/01/20 价格处\n"
        "甲省发展改革委 甲省数据局关于建立\n甲类资源价格机制的通知\n甲价〔2025〕6号\n各市发展改革委：\n"
        "现将有关事项通知如下。\n一、明确权限。\n甲类资源实行政府指导价。\n二、规范程序。\n由授权主体定价。\n"
    )
    identity = policy.identity
    assert identity.title == "甲省发展改革委 甲省数据局关于建立甲类资源价格机制的通知"
    assert (identity.number, identity.genre) == ("甲价〔2025〕6号", "通知")
    assert identity.issuers == ("甲省发展改革委", "甲省数据局")


def test_lines_about_a_title_are_no_part_of_it() -> None:
    policy = pd.parse_text(
        "甲市各类企业认定汇总\n2022/12/6\n咨询电话：13800000000（同微信）\n甲市数据企业认定实施细则（试行）\n"
        "【发布机构】甲市数据局\n第一条 为了甲，制定本细则。\n第二条 乙。\n"
    )
    assert policy.identity.title == "甲市数据企业认定实施细则（试行）"


def test_a_breadcrumb_and_a_site_s_name_are_no_title() -> None:
    policy = pd.parse_text(
        "甲市人民政府\n您当前的位置：\n走进甲市 >> 投资甲市\n促进工业发展若干政策\n发布日期：2022-12-19 10:21\n"
        "为促进工业发展,\n制定本政策。\n一、支持技改\n对技改项目给予补助。\n二、支持上市\n给予奖励。\n"
    )
    assert (policy.identity.title, policy.identity.genre) == ("促进工业发展若干政策", "若干政策")


def test_an_order_gives_number_issuer_and_day_with_latin_letters_for_zero() -> None:
    policy = pd.parse_text(
        "甲市人民政府令\n第4号\n《甲市市容管理办法》已经市政府常务会议审议通过，现予发布，自发布之日起施行。\n"
        "市长 王某\n二OO一年三月十九日\n甲市市容管理办法\n第一条 为了甲，制定本办法。\n第二条 乙。\n"
    )
    identity = policy.identity
    assert identity.title == "甲市市容管理办法"
    assert (identity.number, identity.issuers) == ("甲市人民政府令第4号", ("甲市人民政府",))
    assert identity.issued == "2001-03-19"


@pytest.mark.parametrize(
    ("title", "issuers"),
    [
        ("甲市人民政府办公室关于印发《甲市考核办法》的通知", ("甲市人民政府办公室",)),
        ("甲省财政厅 甲省科技厅关于开展评价工作的通知", ("甲省财政厅", "甲省科技厅")),
        ("关于开展评价工作的通知", ()),
        ("企业关于开展评价工作的通知", ()),
    ],
)
def test_without_a_signature_the_title_says_who_issues(title: str, issuers: tuple[str]) -> None:
    assert (
        pd.parse_text(f"{title}\n各县区：\n现通知如下：\n一、甲。\n二、乙。\n").identity.issuers
        == issuers
    )


def test_a_signature_run_on_behind_the_last_sentence_is_read() -> None:
    policy = pd.parse_text(
        "关于优化服务的通知\n财甲〔2019〕38号各区县财政局：现就有关事项通知如下：\n一、清理规定。\n"
        "二、加强监督。各区县财政局应当加强监督检查，确保各项要求落实到位，重大情况及时报告。本通知自2019年9月1日起施行。甲市财政局2019年7月26日\n"
    )
    identity = policy.identity
    assert (identity.issuers, identity.issued) == (("甲市财政局",), "2019-07-26")
    assert (identity.number, identity.effective) == ("财甲〔2019〕38号", "2019-09-01")


def test_a_chapter_of_one_article_at_the_end_of_one_line_is_found() -> None:
    policy = pd.parse_text(
        "甲市储备办法\n第一章  总    则第一条  为了甲，制定本办法。第二条  乙。第二章  动    用第三条  丙。"
        "第三章  监督检查第四条  企业违反规定的，依法处理。第四章  附    则第五条  本办法自印发之日起施行。\n"
    )
    assert numbers(policy) == ["第一条", "第二条", "第三条", "第四条", "第五条"]
    assert [found.heading for found in policy.body] == [
        "总    则",
        "动    用",
        "监督检查",
        "附    则",
    ]


def test_a_chapter_and_its_first_section_on_one_line_are_two() -> None:
    policy = pd.parse_text(
        "甲办法\n第一章 总则\n第一条 甲。\n第二章 采购第一节 订立\n第二条 乙。\n第二节 履行\n第三条 丙。\n"
    )
    second = policy.body[1]
    assert (second.heading, [child.heading for child in second.children]) == (
        "采购", ["订立", "履行"],
    )  # fmt: skip
    assert not removed(policy, "table-of-contents")


def test_captions_on_the_line_of_the_label_are_headings() -> None:
    policy = pd.parse_text(
        "甲办法\n第一条 目的依据\n为了甲，制定本办法。\n第二条 适用范围\n本办法适用于乙。\n第三条 丙。\n"
    )
    first = policy.body[0]
    assert (first.heading, first.children[0].text) == ("目的依据", "为了甲，制定本办法。")
    assert policy.body[2].heading == ""


def test_one_short_article_is_no_caption() -> None:
    policy = pd.parse_text(
        "甲办法\n第一条 为了甲，制定本办法。\n第二条 略\n另有规定的除外。\n第三条 丙。\n"
    )
    assert policy.body[1].heading == ""


def test_the_foot_of_a_site_is_no_paragraph_of_the_last_article() -> None:
    policy = pd.parse_text(
        "甲办法\n第一条 甲。\n第二条 本规范自2025年3月1日起施行，有效期5年。\n按地方查\n北京\n天津\n网站地图\n"
        "主办单位：甲省人民政府办公厅\n网站标识码5100000062\n头条号\n"
    )
    assert len(policy.body[1].children) == 1
    assert removed(policy, "web-page")[0] == "按地方查"
    assert (policy.identity.effective, policy.identity.expires) == ("2025-03-01", "2030-02-28")


def test_links_to_other_pages_are_no_annex() -> None:
    policy = pd.parse_text(
        "甲办法\n第一条 甲。\n第二条 乙。\n附件：\n相关政策与解读\n负责人答记者问\n"
    )
    assert not policy.attachments
    assert removed(policy, "web-page") == ["相关政策与解读", "负责人答记者问"]


def test_the_last_lines_of_a_text_are_not_taken_for_a_site_s() -> None:
    text = "甲办法\n第一条 甲。\n第二条 乙。\n联系我们的电话\n甲市财政局\n2024年1月1日\n"
    assert not removed(pd.parse_text(text), "web-page")


def test_a_list_of_annexes_below_its_word_is_no_body() -> None:
    policy = pd.parse_text(
        "关于拟认定名单的公示\n经评审，拟认定37家企业，现予以公示。\n公示时间为7天。\n地址：甲市某路1号政府大楼634室东侧\n"
        "邮编：528403\n附件：\n1.甲市某年企业技术中心拟认定名单及其评审情况说明和专家意见汇总表.xlsx\n"
        "2.关于开展认定的通知.zip\n甲市工业和信息化局\n2019年10月22日\n"
    )
    assert [found.kind for found in policy.body] == [Kind.PARAGRAPH] * 4
    assert policy.conclusions[0].text == "附件："
    assert [found.text for found in policy.conclusions[-2:]] == [
        "甲市工业和信息化局",
        "2019年10月22日",
    ]


def test_each_line_below_the_text_stands_by_itself() -> None:
    policy = pd.parse_text(
        "关于推荐企业的公示\n现将名单予以公示。\n附件：某年某区第二批创新型中小企业推荐汇总表\n甲市工业和信息化局\n2023年11月7日\n"
    )
    assert [found.text for found in policy.conclusions] == [
        "附件：某年某区第二批创新型中小企业推荐汇总表", "甲市工业和信息化局", "2023年11月7日",
    ]  # fmt: skip
