"""Notices, letters and orders as a bureau sends them: red head, number, addressees, annex list."""

from __future__ import annotations

import policydoc as pd
from policydoc.model import walk

LIST_NOTICE = """甲市工业和信息化局文件
甲工信发〔2025〕7号
甲市工业和信息化局关于公布2025年度产业集群名单的通知
各县（区）工业和信息化局：
根据有关办法，经公示，现将2025年度产业集群名单予以公布，并就有关事项通知如下：
一、集群有效期三年。
二、各地要加强服务。
附件：1.甲市2025年度中小企业特色产业集群名单和主导产业
2.集群联系人
甲市工业和信息化局
2025年3月4日
"""


def texts(policy: pd.Policy, stem: str) -> list[str]:
    return [p.text for p in walk(policy) if p.eid.startswith(stem)]


def test_a_notice_of_a_list_has_the_title_it_bears() -> None:
    policy = pd.parse_text(LIST_NOTICE)
    assert policy.identity.title == "甲市工业和信息化局关于公布2025年度产业集群名单的通知"
    assert (policy.identity.genre, policy.identity.number) == ("通知", "甲工信发〔2025〕7号")
    assert texts(policy, "preface__note")[0] == "甲市工业和信息化局文件"
    assert texts(policy, "preamble")[0] == "各县（区）工业和信息化局："


def test_each_annex_in_the_list_is_a_line() -> None:
    assert texts(pd.parse_text(LIST_NOTICE), "conclusions")[:2] == [
        "附件：1.甲市2025年度中小企业特色产业集群名单和主导产业",
        "2.集群联系人",
    ]


def test_each_way_to_reach_a_body_is_a_line() -> None:
    policy = pd.parse_text(
        "甲市科学技术局文件\n甲科〔2025〕3号\n关于拟认定名单的公示\n根据有关规定，现将名单予以公示。\n"
        "公示时间为5个工作日。\n联系人：王某\n电子邮箱：somebody.of.the.bureau@example.invalid\n"
        "通信地址：甲市乙路1号\n甲市科学技术局\n2025年5月6日\n"
    )
    assert (policy.identity.title, policy.identity.genre) == ("关于拟认定名单的公示", "公示")
    assert "通信地址：甲市乙路1号" in texts(policy, "conclusions")


def test_a_title_on_three_lines_of_a_letter() -> None:
    policy = pd.parse_text(
        "乙县工业和信息化局\n乙工信函〔2025〕2号\n乙县工业和信息化局关于推荐\n某产业集群\n申报市级集群的函\n"
        "甲市工业和信息化局：\n现将有关情况函告如下：\n一、基本情况良好。\n乙县工业和信息化局\n2025年4月2日\n"
    )
    assert policy.identity.title == "乙县工业和信息化局关于推荐某产业集群申报市级集群的函"
    assert policy.identity.genre == "函"


def test_a_remark_above_the_title_is_no_part_of_it() -> None:
    policy = pd.parse_text("（内部讨论稿）\n甲市集群管理办法\n第一条 甲。\n第二条 乙。\n")
    assert policy.identity.title == "甲市集群管理办法"
    assert "（内部讨论稿）" in texts(policy, "preface__note")


def test_the_addressees_do_not_run_on_from_the_title_of_the_notice() -> None:
    policy = pd.parse_text(
        "甲市人民政府关于印发甲市集群管理办法的通知\n各县（区）人民政府，市政府各部门：\n"
        "现将《甲市集群管理办法》印发给你们，请认真贯彻执行。\n甲市人民政府\n2025年3月1日\n"
        "甲市集群管理办法\n第一条 甲。\n第二条 乙。\n"
    )
    assert "各县（区）人民政府，市政府各部门：" in texts(policy, "preamble")
    assert policy.identity.title == "甲市集群管理办法"


def test_the_order_says_when_the_rules_it_carries_take_effect() -> None:
    policy = pd.parse_text(
        "甲市人民政府令\n第12号\n《甲市集群管理规定》已经市政府常务会议通过，现予公布，自2025年5月1日起施行。\n"
        "市长 张某\n2025年3月4日\n甲市集群管理规定\n第一条 甲。\n第二条 乙。\n"
    )
    assert policy.identity.effective == "2025-05-01"
    assert policy.identity.issued == "2025-03-04"
