"""Phrases built from the grammar of quantities are read back as what they were built from."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.chinese.comparators import reading
from policydoc.chinese.expressions import expressions
from policydoc.chinese.numerals import to_chinese
from policydoc.chinese.quantities import Quantity
from policydoc.chinese.units import base, phrase, unit_class

BEFORE = {
    "不低于": ">=", "不少于": ">=", "不得低于": ">=", "至少": ">=", "达到": ">=", "≥": ">=",
    "不超过": "<=", "不得超过": "<=", "不高于": "<=", "最高": "<=", "至多": "<=", "≤": "<=",
    "最高不超过": "<=", "超过": ">", "高于": ">", "大于": ">", "低于": "<", "少于": "<",
    "不足": "<", "不满": "<", "约": "~",
}  # fmt: skip
AFTER = {
    "以上": ">=", "（含）以上": ">=", "及以上": ">=", "以上（含）": ">=", "以上（不含）": ">",
    "以下": "<=", "（含）以下": "<=", "以下（不含）": "<", "以内": "<=", "左右": "~",
}  # fmt: skip
UNITS = [
    "家", "户", "个", "项", "件", "名", "人", "亿元", "万元", "元", "平方公里", "亩", "公顷", "平方米",
    "吨", "吨标准煤", "万元/亩", "件/万人", "吨标准煤/万元", "元/平方米", "万人", "千瓦时",
]  # fmt: skip
INDICATORS = ["产值", "占地面积", "企业户数", "从业人员", "投资强度", "年度营业收入", ""]


def _number(value: int, form: str) -> str:
    match form:
        case "chinese":
            return to_chinese(value)
        case "grouped":
            return f"{value:,}"
        case "wide":
            return str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return str(value)


@st.composite
def built(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A phrase, and what it says."""
    value = draw(st.integers(2, 9999))
    unit = draw(st.sampled_from(UNITS))
    form = draw(st.sampled_from(["arabic", "chinese", "grouped", "wide"]))
    if form == "chinese":  # 两千万人 is 2000 万人 or 20,000,000 人: not for Chinese numerals
        unit = draw(st.sampled_from(["家", "户", "个", "亿元", "元", "平方公里", "亩", "吨"]))
    soft = draw(st.sampled_from(["", "一般", "原则上"]))
    before, after = draw(
        st.one_of(
            st.tuples(st.sampled_from(sorted(BEFORE)), st.just("")),
            st.tuples(st.just(""), st.sampled_from(sorted(AFTER))),
        )
    )
    indicator = draw(st.sampled_from(INDICATORS))
    number = _number(value, form)
    words = f"{soft}{before}{number}{unit}{after}"
    op = BEFORE[before] if before else AFTER[after]
    said = {
        "op": op,
        "value": value,
        "unit": unit,
        "soft": bool(soft),
        "words": f"{before}{number}{unit}{after}",
    }
    return f"集群{indicator}{words}，", said


@settings(max_examples=300, deadline=None)
@given(built())
def test_a_built_phrase_is_read_back(case: tuple[str, dict[str, Any]]) -> None:
    text, said = case
    (found,) = expressions(text)
    assert isinstance(found, Quantity)
    assert (found.op, found.value, found.unit, found.soft) == (
        said["op"], said["value"], said["unit"], said["soft"],
    )  # fmt: skip
    assert text[found.start : found.end] in said["words"]
    assert found.base_unit == base(found.unit)[0]
    assert found.note


@settings(max_examples=150, deadline=None)
@given(
    st.integers(1, 400), st.integers(1, 400), st.sampled_from(["至", "—", "-", "~", "到"]),
    st.sampled_from(["人", "家", "%", "万元", "年"]),
)  # fmt: skip
def test_a_built_range_is_read_back(low: int, more: int, dash: str, unit: str) -> None:
    text = f"从业人员{low}{dash}{low + more}{unit}。"
    (found,) = expressions(text)
    assert isinstance(found, Quantity)
    assert (found.op, found.value, found.upper, found.unit) == ("between", low, low + more, unit)


@settings(max_examples=100, deadline=None)
@given(
    st.text(
        alphabet="一二三十百千万亿0123456789.,年月日个家以上下不超过至、，。%（含）每前内第条",
        max_size=60,
    )
)
def test_any_text_is_read_without_failing_and_expressions_never_overlap(text: str) -> None:
    end = 0
    for found in expressions(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize(
    ("words", "rule"),
    [("以上", "以上，包括本数"), ("不满", "不满，不包括本数"), ("内", "以内，包括本数")],
)
def test_the_reading_names_the_civil_code(words: str, rule: str) -> None:
    note = reading(words, ">=")
    assert "民法典第一千二百五十九条" in note
    assert rule in note


def test_units() -> None:
    assert base("亿元") == ("元", 1e8)
    assert base("平方公里") == ("平方米", 1e6)
    assert base("成") == ("%", 10)
    assert unit_class("件/万人") == "compound"
    assert phrase(15, "工作日") == "15个工作日"
    assert phrase(10, "亿元") == "10亿元"
