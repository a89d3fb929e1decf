from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.chinese.citations import cite, locate, resolve, resolve_in
from policydoc.model import Identity, Kind, Policy, Provision, by_eid


def _paragraph(article: str, number: int, *items: int) -> Provision:
    eid = f"{article}__para_{number}"
    children = tuple(Provision(Kind.SUBPARAGRAPH, f"{eid}__subpara_{n}") for n in items)
    return Provision(Kind.PARAGRAPH, eid, text="甲", children=children)


def _article(eid: str, *paragraphs: Provision) -> Provision:
    return Provision(Kind.ARTICLE, eid, children=paragraphs)


POLICY = Policy(
    Identity(),
    body=(
        Provision(Kind.CHAPTER, "chp_1", children=(_article("art_1", _paragraph("art_1", 1)),)),
        Provision(
            Kind.CHAPTER,
            "chp_2",
            children=(
                _article("art_2", _paragraph("art_2", 1), _paragraph("art_2", 2, 1, 2, 3)),
                _article("art_2-1", _paragraph("art_2-1", 1)),
            ),
        ),
    ),
    attachments=(
        Policy(
            Identity(),
            preface=(Provision(Kind.TITLE, "att_1__preface", text="标准"),),
            preamble=(Provision(Kind.PREAMBLE, "att_1__preamble", text="须满足"),),
            body=(
                Provision(
                    Kind.LEVEL,
                    "att_1__level_1",
                    children=(Provision(Kind.LEVEL, "att_1__level_1__level_2"),),
                ),
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("citation", "eid"),
    [
        ("第二条", "art_2"),
        ("第2条", "art_2"),
        ("第二条之一", "art_2-1"),
        ("第二条第二款", "art_2__para_2"),
        ("第二条第二款第（三）项", "art_2__para_2__subpara_3"),
        ("第二条第(三)项", "art_2__para_2__subpara_3"),
        ("第二条第三项", "art_2__para_2__subpara_3"),
        ("第二条（三）", "art_2__para_2__subpara_3"),
        ("第二章第二条", "art_2"),
        ("第一章第二条", None),
        ("第二章", "chp_2"),
        ("附件", "att_1__preface"),
        ("附件1第一部分", "att_1__level_1"),
        ("附件一", "att_1__preface"),
        ("附件第一部分（二）", "att_1__level_1__level_2"),
        ("附件引言", "att_1__preamble"),
        ("附件2", None),
        ("第九条", None),
        ("第二条第四项", None),
        ("art_2__para_1", "art_2__para_1"),
        ("随便写的", None),
        ("第二条等", None),
        ("", None),
    ],
)
def test_a_citation_finds_its_provision(citation: str, eid: str | None) -> None:
    assert resolve(POLICY, citation) == eid


@pytest.mark.parametrize(
    ("eid", "citation"),
    [
        ("preface", "标题"),
        ("preface__note", "题注"),
        ("att_1__preface__note__para_2", "附件1题注第二段"),
        ("art_6__para_1__subpara_2", "第六条第（二）项"),
        ("art_21__para_1", "第二十一条"),
        ("art_5__para_2", "第五条第二款"),
        ("art_6-1", "第六条之一"),
        ("art_6~2", "第六条（重号第2处）"),
        ("part_2__chp_3__sec_1", "第二编第三章第一节"),
        ("att_1__level_4", "附件1第四部分"),
        ("att_1__level_4__level_2__level_3", "附件1第四部分（二）3."),
        ("att_1__preamble", "附件1引言"),
        ("art_6__para_1__subpara_2__point_1", "第六条第（二）项第1目"),
    ],
)
def test_an_eid_is_cited_as_a_reader_would(eid: str, citation: str) -> None:
    assert cite(eid) == citation


def test_the_first_of_several_paragraphs_is_named() -> None:
    assert cite("art_2__para_1", {"art_2"}) == "第二条第一款"


@given(st.text(alphabet="第一二三十条款项章附件（）()1、之分编 ", max_size=30))
def test_any_words_are_answered(words: str) -> None:
    found = resolve(POLICY, words)
    assert found is None or found in by_eid(POLICY)


def test_an_annex_looks_into_itself_first() -> None:
    annex = _article("att_1__art_2", _paragraph("att_1__art_2", 1))
    known = {p.eid: p for p in (annex, *annex.children, _article("art_2"), _article("art_3"))}
    assert resolve_in(known, "第二条", "att_1__") == "att_1__art_2"
    assert resolve_in(known, "第三条", "att_1__") == "art_3"
    assert locate(known, ()) is None
