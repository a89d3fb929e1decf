"""A policy as an official document: every word of the tree, in order, and laid out right."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from policydoc.gongwen import PROFILES, build
from policydoc.gongwen.checker import check_format
from policydoc.gongwen.loose_lines import Wishes
from policydoc.gongwen.titles import balanced
from policydoc.gongwen.typesetting import document_of
from policydoc.model import Kind, Policy, Provision
from policydoc.pipeline import parse_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTICE = """示例市工业和信息化局关于做好申报工作的通知

示工信发〔2026〕12号

各县（区）工业和信息化局，各有关单位：

为做好申报工作，现将有关事项通知如下。

一、申报条件

（一）主导产业突出。占比应当较高，产业链条完整，配套能力较强。

1.产值不低于10亿元。

（1）按近三年计算。

二、工作要求

请于2026年3月20日前报送。

附件：1.申报表
2.汇总表

示例市工业和信息化局

2026年3月5日

（此件公开发布）

附件1

申报表

填表说明：如实填写。

附件2

汇总表

一、总体情况

总体情况如下所述。
"""
RULES = """示例市促进产业集群发展办法

第一章　总则

第一条　为促进发展，制定本办法。

第二条　本办法所称集群，应当符合下列条件：
（一）产值较高；
（二）具有下列特点：
1.集聚；
2.协作。
不符合的不予认定。

第二章　附则

第一节　说明

第三条　本办法自印发之日起施行。
"""


def words_of(policy: Policy) -> str:
    """All words of the tree in reading order, without white space."""

    def inside(provision: Provision) -> Iterator[str]:
        yield from (provision.num, provision.heading, provision.text)
        yield from (cell for row in provision.rows for cell in row)
        for child in provision.children:
            yield from inside(child)
        yield provision.wrap_up

    zones = (policy.preface, policy.preamble, policy.body, policy.conclusions)
    own = (w for zone in zones for provision in zone for w in inside(provision))
    joined = "".join(own) + "".join(words_of(annex) for annex in policy.attachments)
    return re.sub(r"\s", "", joined)


def words_in(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return re.sub(r"\s", "", "".join(t.text or "" for t in root.iter(f"{W}t")))


@pytest.mark.parametrize("text", [NOTICE, RULES, "一句话。", "标题\n\n文字"])
@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_nothing_is_lost_and_nothing_added(text: str, profile: str) -> None:
    policy = parse_text(text)
    assert words_in(build(document_of(policy))) == words_of(policy)


@pytest.mark.parametrize("text", [NOTICE, RULES])
@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("sealed", [True, False])
def test_what_is_typeset_passes_the_check(text: str, profile: object, sealed: bool) -> None:
    policy = parse_text(text)
    document = document_of(policy, profile, Wishes(sealed=sealed))  # type: ignore[arg-type]
    assert check_format(build(document)) == ()


def test_a_mark_gives_the_whole_head_and_takes_the_number_of_the_text() -> None:
    document = document_of(parse_text(NOTICE), wishes=Wishes(mark="示例市工业和信息化局文件"))
    assert document.head is not None
    assert document.head.number == "示工信发〔2026〕12号"
    assert check_format(build(document)) == ()


def test_every_kind_of_provision_and_every_place_for_words_is_written() -> None:
    def nested(kind: Kind, inner: tuple[Provision, ...] = ()) -> Provision:
        name = str(kind)
        return Provision(
            kind, name, f"甲{name}", f"乙{name}", f"丙{name}", inner, wrap_up=f"丁{name}"
        )

    leaf = nested(Kind.POINT)
    table = Provision(Kind.TABLE, "t", "表一", "题", "", rows=(("a", "b"), ("c",), ()))
    body = tuple(nested(kind, (leaf, table)) for kind in Kind if kind is not Kind.TABLE)
    tree = Policy(identity=parse_text("").identity, preface=body, preamble=body, body=body,
                  conclusions=body)  # fmt: skip
    policy = Policy(identity=tree.identity, body=body, attachments=(tree, tree))
    assert sorted(words_in(build(document_of(policy)))) == sorted(words_of(policy))


def test_copies_and_printer_go_to_the_foot() -> None:
    text = NOTICE.partition("附件1")[0] + "抄送：市委办公室。\n\n示例局办公室　2026年3月6日印发\n"
    document = document_of(parse_text(text))
    assert document.colophon is not None
    assert document.colophon.copies == "抄送：市委办公室。"
    assert document.colophon.printed == "2026年3月6日印发"
    assert check_format(build(document)) == ()


@pytest.mark.parametrize(
    "title",
    [
        "示例市工业和信息化局关于组织开展2026年度中小企业特色产业集群申报工作的通知",
        "示例市人民政府办公室关于印发《示例市促进中小企业特色产业集群发展实施细则》的通知",
    ],
)
def test_a_long_title_turns_between_words(title: str) -> None:
    lines = balanced(title).split("\n")
    assert "".join(lines) == title
    assert len(lines) >= 2
    assert all(len(line) <= 20 for line in lines)
    assert not any(line[0] in "的》）" for line in lines)


def test_a_short_title_stays_on_its_line() -> None:
    assert balanced("关于做好申报工作的通知") == "关于做好申报工作的通知"


def test_an_enclosure_note_left_in_the_text_gets_its_form() -> None:
    text = NOTICE.replace("2.汇总表\n\n示", "2.汇总表。\n\n示")
    content = build(document_of(parse_text(text)))
    assert words_in(content) == words_of(parse_text(text))
    assert {f.rule for f in check_format(content)} == {"gongwen/enclosure-stop"}


LINES = st.sampled_from(
    [
        "示例市发展办法",
        "附件1",
        "附件",
        "附件：1.申报表",
        "2.汇总表",
        "第一章　总则",
        "第一条　为了发展，制定本办法。",
        "第二条　应当符合下列条件：",
        "（一）产值较高；",
        "（二）总体要求。请抓好落实。",
        "一、工作要求",
        "1.集聚。",
        "（1）协作。",
        "各县区：",
        "普通的一段话，没有编号。",
        "示例市工业和信息化局",
        "2026年3月5日",
        "（此件公开发布）",
        "示发〔2026〕1号",
        "说明：<&>\"'",
        "",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=14))
def test_whatever_the_order_of_the_lines_no_word_is_lost(lines: list[str]) -> None:
    policy = parse_text("\n\n".join(lines))
    content = build(document_of(policy))
    assert words_in(content) == words_of(policy)
    check_format(content)
