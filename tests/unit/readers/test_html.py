from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.errors import ReadError
from policydoc.model import Line, Source, Table
from policydoc.readers import from_bytes

ARTICLES = [
    f"第{n}条　为了规范管理，根据有关规定，结合本市实际，制定本办法。" for n in "一二三四五六"
]
NAV = '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zc">政策文件</a></li></ul></div>'
FOOT = '<div class="footer"><p>主办单位：某市人民政府办公室，地址：某路1号。</p></div>'


def read(page: str, encoding: str = "utf-8") -> Source:
    return from_bytes(page.encode(encoding), "a.html")


def lines(page: str) -> list[str]:
    return [block.text for block in read(page).blocks if isinstance(block, Line)]


def page(box: str) -> str:
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>某市办法_某网</title>'
        '<script>var a="第一条 脚本";</script><style>.x{display:none} p{color:red}</style></head>'
        f"<body>{NAV}{box}{FOOT}</body></html>"
    )


BOXES = {
    "trs": "<h1>某市办法</h1><div class='TRS_Editor'>{paragraphs}</div>",
    "zoom-br": "<h1>某市办法</h1><div id='zoom'>{breaks}</div>",
    "table": "<h1>某市办法</h1><table><tr><td><div id='UCAP-CONTENT'>{paragraphs}</div></td></tr></table>",
    "unknown": "<div class='abc'><h1>某市办法</h1><div class='xyz'>{paragraphs}</div></div>",
    "bare": "<h1>某市办法</h1>{paragraphs}",
    "spans": "<h1>某市办法</h1><div class='pages_content'>{spans}</div>",
    "boxes": "<h1>某市办法</h1><div id='x'>{boxes}</div>",
}  # fmt: skip


@pytest.mark.parametrize("name", BOXES)
def test_the_document_is_found_in_any_layout(name: str) -> None:
    box = BOXES[name].format(
        paragraphs="".join(f"<p>\n  {a}\n</p>" for a in ARTICLES),
        breaks="<br>\n<br/>".join(ARTICLES),
        spans="".join(f"<p><span>{a[:3]}</span><span>{a[3:]}</span></p>" for a in ARTICLES),
        boxes="".join(f"<div><p>{a}</p></div>" for a in ARTICLES),
    )
    source = read(page(box))
    assert lines(page(box)) == ["某市办法", *ARTICLES]
    aside = "".join(r.text for r in source.removed if r.reason == "web-page")
    assert "首页" in aside
    assert "主办单位" in aside
    assert "脚本" not in aside


def test_what_is_not_shown_is_set_aside() -> None:
    hidden = (
        '<p style="display: none">第七条 甲</p><p class="x">第八条 乙</p><p hidden>第九条 丙</p>'
        "<!-- 第十条 丁 --><iframe>第十一条</iframe><noscript>第十二条</noscript>"
    )
    source = read(page("".join(f"<p>{a}</p>" for a in ARTICLES) + hidden))
    assert [b.text for b in source.blocks if isinstance(b, Line)] == ARTICLES
    assert {r.text for r in source.removed if r.reason == "hidden"} == {
        "第七条 甲",
        "第八条 乙",
        "第九条 丙",
    }


@pytest.mark.parametrize("declared", ["gb2312", "gbk", "GB18030"])
def test_pages_of_every_gb_charset_are_gb18030(declared: str) -> None:
    text = f"<html><head><meta charset='{declared}'></head><body><p>第一条 王䶮等三人的规定。</p></body></html>"
    source = read(text, "gb18030")
    assert [b.text for b in source.blocks if isinstance(b, Line)] == ["第一条 王䶮等三人的规定。"]


def test_entities_line_ends_and_spaces_stand_as_shown() -> None:
    text = "<body><p>第一条&emsp;甲&lt;乙&amp;丙\n   丁<sup>2</sup>\n</p><pre>（一）戊\n（二）己</pre></body>"
    assert lines(text) == ["第一条\u2003甲<乙&丙丁2", "（一）戊", "（二）己"]


def test_lists_bear_the_numbers_a_browser_prints() -> None:
    text = "<body><ol start=3><li>甲</li><li>（一）乙</li></ol><ul><li>丙</li></ul></body>"
    assert lines(text) == ["3. 甲", "（一）乙", "丙"]


def test_a_table_is_a_table_and_a_frame_is_not() -> None:
    text = "<body><table><tr><th>指标</th><th>值</th></tr><tr><td>产值</td><td>1<br>2</td></tr></table></body>"
    assert read(text).blocks == (Table((("指标", "值"), ("产值", "1\n2"))),)


@pytest.mark.parametrize("depth", [300, 30_000])
def test_deep_nesting_is_read(depth: int) -> None:
    text = f"<html><body>{'<div>' * depth}<p>第一条 甲</p>{'</div>' * depth}<p>第二条 乙</p></body></html>"
    assert lines(text) == ["第一条 甲", "第二条 乙"]


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(ReadError, match="没有找到正文"):
        read("<html><body><script>第一条</script></body></html>")


def test_a_page_named_doc_is_read_as_the_page_it_is() -> None:
    text = "<html><meta charset=gbk><body><p>第一条 为了规范管理。</p></body></html>"
    source = from_bytes(text.encode("gb18030"), "a.doc")
    assert [b.text for b in source.blocks if isinstance(b, Line)] == ["第一条 为了规范管理。"]


def test_a_web_archive_named_doc_gives_its_page() -> None:
    text = (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        "<html><body><p>第一条 甲。</p></body></html>\n--x--\n"
    )
    source = from_bytes(text.encode(), "a.doc")
    assert [b.text for b in source.blocks if isinstance(b, Line)] == ["第一条 甲。"]


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<br>",
        "<table>",
        "<tr>",
        "<td>",
        "</td></tr></table>",
        "<ul><li>",
        "<ol>",
        "<li>",
        "<b>",
        "</b>",
        "<h1>",
        "</h1>",
        "<a>",
        "</a>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<span",
        "hidden>",
        "&lt;",
        "&nbsp;",
        "<nav>",
        "</nav>",
        "第一条",
        "（一）",
        "甲",
    ]
)


@given(st.lists(TAGS, max_size=60).map("".join))
def test_tag_soup_is_read_or_refused(soup: str) -> None:
    try:
        source = read(f"<body>甲{soup}")
    except ReadError:
        return
    assert source.blocks


def test_control_characters_are_set_aside() -> None:
    source = read(page("<div class='content'>\x04一<script>x</script>\x02第一条　总则。</div>"))
    assert "第一条　总则。" in "".join(b.text for b in source.blocks if isinstance(b, Line))
    found = [item.text for item in source.removed if item.reason == "control-character"]
    assert found == ["\x04", "\x02"]
