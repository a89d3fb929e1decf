"""The filters of official documents."""

from __future__ import annotations

from datetime import date

import pytest

from policydoc.errors import TemplateError
from policydoc.generation.filters import (
    amount_in_capitals,
    chinese_number,
    decimals,
    document_number,
    full_width,
    items_of,
    lead_of,
    lines_of,
    listed,
    rest_of,
    title_lines,
    within_sentence,
    written_date,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2024-07-01", "2024年7月1日"),
        (date(2023, 12, 31), "2023年12月31日"),
        ("2024年07月09日", "2024年7月9日"),
    ],
)
def test_dates_have_no_leading_zeros(value: object, written: str) -> None:
    assert written_date(value) == written


@pytest.mark.parametrize("value", ["2023-02-29", "2024-13-01", "七月", ""])
def test_a_date_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(TemplateError, match="不能写成日期"):
        written_date(value)


@pytest.mark.parametrize(
    "arguments",
    [
        ("某工信发", 2024, 3),
        ("某工信发[2024]3号",),
        ("某工信发(2024)第003号",),
        ("某工信发〔2024〕3号",),
    ],
)
def test_document_numbers_take_hexagonal_brackets(arguments: tuple[object, ...]) -> None:
    assert document_number(*arguments) == "某工信发〔2024〕3号"


@pytest.mark.parametrize("arguments", [("某工信发", "24", 3), ("某工信发", 2024, "零"), ("三号",)])
def test_a_number_that_is_none_is_refused(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TemplateError, match="发文字号"):
        document_number(*arguments)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "零"), (10, "十"), (11, "十一"), (105, "一百零五"), (110, "一百一十"), (1001, "一千零一"),
        (10_000, "一万"), (10_010, "一万零一十"), (20_305, "二万零三百零五"), (100_000_000, "一亿"),
        (100_010_000, "一亿零一万"), (-2.5, "负二点五"), (99_999_999, "九千九百九十九万九千九百九十九"),
    ],
)  # fmt: skip
def test_chinese_numbers(value: float, written: str) -> None:
    assert chinese_number(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "零元整"), (0.05, "伍分"), (10.05, "壹拾元零伍分"), (1050.3, "壹仟零伍拾元叁角整"),
        ("1,680.32", "壹仟陆佰捌拾元叁角贰分"), (100_000, "壹拾万元整"), (-1, "负壹元整"),
    ],
)  # fmt: skip
def test_amounts_in_capitals(value: object, written: str) -> None:
    assert amount_in_capitals(value) == written


@pytest.mark.parametrize("value", ["壹", True, "nan", 10**17])
def test_no_amount_is_refused(value: object) -> None:
    with pytest.raises(TemplateError):
        amount_in_capitals(value)


def test_lists() -> None:
    assert listed(["甲", None, "", "乙", "丙"], last="和") == "甲、乙和丙"
    assert listed([{"name": "甲"}, {"name": "乙"}], "name") == "甲、乙"
    assert listed([]) == ""
    assert decimals(1.005) == "1.01"
    assert decimals(12.0) == "12"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("精准定位,提升(培育)水平;做好服务:", "精准定位，提升（培育）水平；做好服务："),
        ("《甲办法》,《乙办法》", "《甲办法》，《乙办法》"),
        ("占比70%以上,增速8%,净增", "占比70%以上，增速8%，净增"),
        ("市(州)工业和信息化主管部门", "市（州）工业和信息化主管部门"),
        ("1,000件，比例3:1，A(b)型，增速(%)", "1,000件，比例3:1，A(b)型，增速（%）"),
        ("（一）甲；乙，丙。", "（一）甲；乙，丙。"),
    ],
)
def test_marks_beside_chinese_characters_are_full_width(words: str, printed: str) -> None:
    assert full_width(words) == printed
    assert full_width(printed) == printed


def test_a_long_name_in_a_title_is_cut_after_a_place() -> None:
    name = "某省某市某县东部工业园区及相邻甲镇乙镇丙镇蔬菜加工冷链物流一体化集群"
    lines = title_lines(["某市某局", "关于撤销", name, "认定的通知"]).split("\n")
    assert "".join(lines) == f"某市某局关于撤销{name}认定的通知"
    assert all(len(line) <= 20 for line in lines)
    assert not any(line[0] in "的》、" for line in lines)
    assert any(line.endswith("镇") for line in lines)


def test_lines_items_and_the_first_sentence() -> None:
    assert lines_of("\n甲。乙。\n\n 丙\n") == ["甲。乙。", "丙"]
    assert lines_of(["甲、乙", ""]) == ["甲、乙"]
    assert items_of("优秀、合格\n不合格") == ["优秀", "合格", "不合格"]
    assert lead_of("自评。填表。") + "|" + rest_of("自评。填表。") == "自评。|填表。"
    assert (lead_of("没有句号"), rest_of("没有句号")) == ("没有句号", "")


def test_a_sentence_within_another() -> None:
    assert within_sentence("做好服务,及时报送;") == "做好服务，及时报送"
