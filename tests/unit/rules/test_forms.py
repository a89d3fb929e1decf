"""What the rules on forms find in tables: at the cell, and no more than the figures allow."""

from __future__ import annotations

import pytest

from policydoc import pipeline
from policydoc.model import Finding, own_words, walk

SHARE = "share-or-growth-miscalculated"
PART = "part-larger-than-whole"


def _found(text: str, *rules: str) -> list[Finding]:
    policy = pipeline.extract(pipeline.parse_text(text))
    words = {provision.eid: own_words(provision) for provision in walk(policy)}
    found = [f for f in pipeline.lint(policy) if f.rule in rules]
    for finding in found:
        assert words[finding.eid][finding.start : finding.end] == finding.quote
    return found


def _table(*rows: str, title: str = "甲县产业集群申报表") -> str:
    head, *rest = rows
    rule = "|---" * (head.count("|") - 1) + "|"
    return "\n".join((title, head, rule, *rest)) + "\n"


YEARS = "| 指标 | 单位 | 2023年 | 2024年 | 2025年 |"
OUTPUT = "| 集群总产值 | 亿元 | 14.4 | 15.6 | 16.9 |"
SME = "| 其中：中小企业产值 | 亿元 | 11.0 | 12.0 | 13.2 |"


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("| 中小企业产值占比 | % | 76.4 | 76.9 | 78.1 |", []),
        ("| 中小企业产值占比 | % | 76.4 | 76.9 | 70.1 |", ["70.1"]),
        ("| 总产值年均增速 | % | | | 8.33 |", []),
        ("| 总产值年均增速 | % | | | 12.5 |", ["12.5"]),
        ("| 总产值增速 | % | — | 8.3 | 8.3 |", []),
        ("| 总产值增速 | % | — | 8.3 | 18.3 |", ["18.3"]),
        ("| 总产值增速 | % | 6.0 | 8.3 | 8.3 |", []),  # 2022 is not told
        ("| 龙头企业产值占比 | % | 10.0 | 10.0 | 10.0 |", []),  # nor are these
        ("| 研发经费占营业收入比重 | % | 1.0 | 1.1 | 1.2 |", []),
    ],
)
def test_a_share_or_growth_is_reckoned_from_the_lines_beside_it(
    line: str, quotes: list[str]
) -> None:
    assert [f.quote for f in _found(_table(YEARS, OUTPUT, SME, line), SHARE)] == quotes


def test_an_average_growth_is_doubted_but_not_refuted_without_its_base_year() -> None:
    (three,) = _found(_table(YEARS, OUTPUT, "| 总产值年均增速 | % | | | 12.5 |"), SHARE)
    assert not three.certain
    four = _table(
        "| 指标 | 单位 | 2022年 | 2023年 | 2024年 | 2025年 |",
        "| 集群总产值 | 亿元 | 13.0 | 14.4 | 15.6 | 16.9 |",
        "| 总产值年均增速 | % | | | | 12.5 |",
    )
    (found,) = _found(four, SHARE)
    assert found.certain
    assert "水平法" in found.message


@pytest.mark.parametrize(
    ("part", "certain"),
    [("70%", [True]), ("78%", []), ("78.1%", []), ("78.11%", []), ("78.19%", [True])],
)
def test_the_formula_of_a_row_must_give_its_figure(part: str, certain: list[bool]) -> None:
    text = _table(
        "| 序号 | 指标 | 认定标准要求 | 实际情况 | 佐证和算式 |",
        f"| 1 | 中小企业产值占集群总产值 | 不低于70% | {part} | 13.2 ÷ 16.9 = 78.11%（2025年） |",
    )
    assert [f.certain for f in _found(text, SHARE)] == certain


@pytest.mark.parametrize(
    "formula",
    [
        "13.2 ÷ 16.9 = 78.11%",
        "71 ÷ 28000 × 10000 = 25.36件",
        "水平法：(16.9 ÷ 14.4)^(1/2) − 1 = 8.33%；各年增速平均：(8.33% + 8.33%) ÷ 2 = 8.33%",
    ],
)
def test_a_formula_must_come_to_what_it_states(formula: str) -> None:
    head, value = "| 指标 | 要求 | 算式 |", formula.replace("= 78", "= 87").replace("= 25", "= 52")
    wrong = value if value != formula else formula.replace("− 1 = 8", "− 1 = 9")
    assert not _found(_table(head, f"| 指标甲 | 高于5 | {formula} |"), SHARE)
    assert len(_found(_table(head, f"| 指标甲 | 高于5 | {wrong} |"), SHARE)) == 1


def test_a_list_of_clusters_is_reckoned_row_by_row() -> None:
    text = _table(
        "| 序号 | 集群名称 | 集群总产值（亿元） | 中小企业产值（亿元） | 中小企业产值占比 |",
        "| 1 | 甲县蔬菜产业集群 | 20.0 | 15.0 | 75.0% |",
        "| 2 | 乙县种子产业集群 | 10.0 | 12.0 | 82.0% |",
    )
    assert [(f.rule, f.quote) for f in _found(text, SHARE, PART)] == [(PART, "12.0"), (SHARE, "82.0%")]  # fmt: skip


def test_years_may_run_down_the_table() -> None:
    text = _table(
        "| 年份 | 总产值（亿元） | 其中：中小企业产值（万元） |",
        "| 2023年 | 10.0 | 80000 |",
        "| 2024年 | 11.0 | 121000 |",
    )
    assert [f.quote for f in _found(text, PART)] == ["121000"]


@pytest.mark.parametrize(
    ("lines", "quotes"),
    [
        (("| 相关企业户数 | 户 | 46 |", "| 中小企业户数 | 户 | 47 |"), ["47"]),
        (("| 相关企业户数 | 户 | 46 |", "| 专精特新“小巨人”企业 | 家 | 48 |"), ["48"]),
        (("| 相关企业户数 | 户 | 46 |", "| 从业人员 | 人 | 5200 |"), []),
        (("| 规模以上企业产值 | 亿元 | 8 |", "| 中小企业产值 | 亿元 | 12 |"), []),
        (("| 总产值增速 | % | 5.0 |", "| 其中：中小企业产值增速 | % | 9.0 |"), []),
        (("| 总产值 | 亿元 | 10 |", "| 其中：中小企业产值 | 亿元 | 10.4 |"), []),  # rounded
    ],
)
def test_parts_and_wholes(lines: tuple[str, str], quotes: list[str]) -> None:
    assert [f.quote for f in _found(_table("| 项目 | 单位 | 数值 |", *lines), PART)] == quotes


def test_a_sentence_with_its_share() -> None:
    text = "甲县产业集群情况\n一、规模\n2025年总产值16.9亿元，其中中小企业产值13.2亿元，占比{}%。\n"
    assert not _found(text.format("78.1"), SHARE)
    (found,) = _found(text.format("87.1"), SHARE)
    assert found.quote == "87.1%"
