from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.model import Line, Source, Table, table_text
from policydoc.readers import from_bytes

MARKS = st.sampled_from(
    [
        "**",
        "*",
        "_",
        "`",
        "#",
        "##",
        ">",
        "-",
        "[",
        "](",
        ")",
        "|",
        "\\",
        "<br>",
        "<b>",
        "<!--",
        "-->",
        "&nbsp;",
        "![",
        "~~",
        "===",
        "|-|\n",
        "---\n",
        "\n",
        "\n\n",
        "    ",
        " ",
    ]
)
WORDS = st.sampled_from(
    ["第一条", "（一）", "一、", "产值", "10亿元", "A", "。", "；", "1.", "“重点”"]
)


def read(text: str) -> Source:
    return from_bytes(text.encode(), "a.md")


def lines(text: str) -> list[tuple[str, str]]:
    return [(b.text, b.style) for b in read(text).blocks if isinstance(b, Line) and b.text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## 第一章 总则 ##", [("第一章 总则", "heading 2")]),
        ("某办法\n====", [("某办法", "heading 1")]),
        ("**第一条**　为了*规范*", [("第一条　为了规范", "bold-lead")]),
        ("**第一条 适用**", [("第一条 适用", "bold")]),
        ("> （一）引用；", [("（一）引用；", "")]),
        ("- 甲\n* 乙", [("甲", "list"), ("乙", "list")]),
        ("- 3 -", [("- 3 -", "")]),
        ("1. 甲\n2、乙", [("1. 甲", ""), ("2、乙", "")]),
        ("    （一）甲；\n（二）乙。", [("    （一）甲；", ""), ("（二）乙。", "")]),
        ("得分=产值*0.3+利润*0.7", [("得分=产值*0.3+利润*0.7", "")]),
        ("[某办法](http://x)施行", [("某办法施行", "")]),
        ("1\\. 甲\\*", [("1. 甲*", "")]),
        ("甲<br>乙", [("甲", ""), ("乙", "")]),
        ("---\ntitle: 某\n---\n正文", [("---", "front-matter"), ("title: 某", "front-matter"),
                                       ("---", "front-matter"), ("正文", "")]),
        ("---\n正文没有冒号\n---", [("正文没有冒号", "heading 2")]),
    ],
)  # fmt: skip
def test_marks_are_told_from_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert lines(text) == expected


def test_a_pipe_table_is_a_table() -> None:
    tables = [b for b in read("甲\n\n|指标|值|\n|--|:-:|\n|**产值**|10\\|20|\n|缺|\n").blocks
              if isinstance(b, Table)]  # fmt: skip
    assert tables == [Table((("指标", "值"), ("产值", "10|20"), ("缺", "")))]


@given(st.lists(st.one_of(MARKS, WORDS), max_size=40).map("".join))
def test_words_and_marks_together_are_the_file(text: str) -> None:
    if not "".join(text.split()):
        return
    source = read(text)
    blocks = [b.text if isinstance(b, Line) else table_text(b) for b in source.blocks]
    read_again = "".join(blocks) + "".join(r.text for r in source.removed)
    assert Counter("".join(read_again.split())) == Counter("".join(text.split()))
