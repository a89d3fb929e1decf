"""A part of a text is compared as a part: silence of the file is not silence of the document."""

from __future__ import annotations

from policydoc import pipeline
from policydoc.model import Comparison

PART = """某省产业集群认定细则
第二条 集群是指县域内的产业集群。
第十二条 集群应当符合认定标准（见附件）。
"""
WHOLE = """某市产业集群认定办法
第一条 为了促进产业集群发展，制定本办法。
第二条 集群是指县域内的产业集群。
第三条 集群产值不低于10亿元。
"""


def compared(left: str, right: str) -> Comparison:
    return pipeline.compare(
        [
            pipeline.extract(pipeline.parse_text(text, name))
            for text, name in ((left, "a"), (right, "b"))
        ]
    )


def test_what_is_missing_of_a_text_is_said_first() -> None:
    found = compared(PART, WHOLE)
    (note,) = [note for note in found.notes if "不完整" in note]
    assert "正文从第二条开始" in note
    assert "中间缺9条" in note
    assert "文中所引的附件不在本文件中" in note
    assert found.summary[0][0] == note


def test_of_a_whole_text_nothing_is_said() -> None:
    assert not [
        note for note in compared(WHOLE, WHOLE.replace("10亿", "20亿")).notes if "不完整" in note
    ]
