"""Quotation marks within quotation marks."""

from __future__ import annotations

import pytest

from policydoc.chinese.punctuation import nested_quotes


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("条件““用云上平台”成效显著”无法衡量。", "条件“‘用云上平台’成效显著”无法衡量。"),
        ("此处“甲”，别处“拥有“小巨人”企业”。", "此处“甲”，别处“拥有‘小巨人’企业”。"),
        ("此处“甲”，别处“乙”。", "此处“甲”，别处“乙”。"),
        ("缺“””的一半。", "缺“””的一半。"),
        ("文字“截断的“小巨”。", "文字“截断的“小巨”。"),
        ("“‘已用单引号’”", "“‘已用单引号’”"),
    ],
)
def test_marks_within_marks_are_single_where_they_match(sentence: str, printed: str) -> None:
    assert nested_quotes(sentence) == printed
