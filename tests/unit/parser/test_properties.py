"""Whatever is read: nothing is lost or said twice, eIds are unique, spans lead to their words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.model import Kind, Line, Source, Table, walk
from policydoc.parser import parse
from policydoc.readers import from_text
from tests.outline import assert_sound

NUMERALS = st.sampled_from(
    ["一", "二", "三", "四", "五", "十", "十一", "二十三", "一百零五", "1", "12", "３"]
)
LABELS = st.one_of(
    st.builds("第{}{}".format, NUMERALS, st.sampled_from("条条条章节编款项")),
    st.builds("第 {} {}".format, NUMERALS, st.sampled_from("条章")),
    st.builds("（{}）".format, NUMERALS),
    st.builds("({}）".format, NUMERALS),
    st.builds("{}、".format, NUMERALS),
    st.builds("{}.".format, NUMERALS),
    st.sampled_from(
        [
            "①", "⒈", "a)", "1.1 ", "附件1", "附件：", "附件", "目录", "**第二条**", "# ", "## 第一章 ", "> ",
            "【要点】", "“第三条", "”", "[bookmark: _GoBack]", "&nbsp;", "\u200b", "\ufeff", "---", "— 3 —",
            "第3页 共10页", "|甲|乙|", "免责声明：", "抄送：", "2023年4月1日", "某市人民政府", "各县区：", "第一条之一",
            "现将《某办法》印发给你们。", "（2020年1月1日通过）", "序言", "<!--", "-->", "*", "\x00", "\x0c", "\x1f",
        ]
    ),
)  # fmt: skip
WORDS = st.sampled_from(
    [
        "甲",
        "乙丙",
        "为了规范管理，制定本办法。",
        "包括：",
        "有下列情形之一的；",
        "、第四条规定的",
        "项所列",
        "总则",
        "附",
        "\u3000",
        ".",
        "。",
        "：",
        "，",
        "\t",
    ]
)
LINES = st.lists(st.one_of(LABELS, WORDS, WORDS), max_size=6).map("".join)
SOUP = st.lists(LINES, max_size=30).map("\n".join)


@settings(max_examples=120, deadline=None)
@given(SOUP)
def test_label_soup(text: str) -> None:
    source = from_text(text, "soup")
    assert_sound(source, parse(source))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    source = from_text(text, "text")
    assert_sound(source, parse(source))


STYLES = st.sampled_from(
    ["", "", "title", "heading 1", "heading 2", "bold", "bold-lead", "list", "footnote"]
)
BLOCKS = st.one_of(
    st.builds(Line, LINES, STYLES),
    st.builds(Table, st.just((("甲", "乙"), ("第一条", "")))),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(BLOCKS, max_size=25))
def test_any_blocks_and_styles(blocks: list[Line | Table]) -> None:
    source = Source("blocks", "", tuple(blocks))
    assert_sound(source, parse(source))


RANK = {Kind.PART: 1, Kind.SUBPART: 2, Kind.CHAPTER: 3, Kind.SECTION: 4, Kind.ARTICLE: 6}


@settings(max_examples=40, deadline=None)
@given(SOUP)
def test_kinds_only_deepen(text: str) -> None:
    for provision in walk(parse(from_text(text, "soup"))):
        for child in provision.children:
            if child.kind in RANK and provision.kind in RANK:
                assert RANK[child.kind] > RANK[provision.kind]
            if provision.kind in (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT):
                assert child.kind not in RANK
