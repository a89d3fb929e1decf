"""What the rules on forms find in tables: at the cell, and no more than the figures allow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc import pipeline
from policydoc.model import Finding, Identity, Kind, Policy, Provision, own_words, walk
from policydoc.plugins import Context, Rule, discover
from policydoc.rules import run

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


YEAR_HEAD = "| 指标 | 单位 | {} |"
THREE = "three-years-out-of-date"


@pytest.mark.parametrize(
    ("filled", "years", "certain"),
    [
        ("2026年3月16日", (2023, 2024, 2025), []),
        ("2026年3月16日", (2022, 2023, 2024), [False]),  # last year's figures may not be out
        ("2026年9月16日", (2022, 2023, 2024), [True]),
        ("2026年9月16日", (2024, 2025, 2026), [False]),  # the year is not over
        ("2026年3月16日", (2019, 2020, 2021), [True]),
        ("2026年3月16日", (2022, 2024, 2025), [True]),
        ("2026年3月16日", (2024, 2025), [True]),
        ("2026年3月16日", (2022, 2023, 2024, 2025), []),  # with the year before as the base
    ],
)
def test_the_last_three_years_are_those_before_the_filing(
    filled: str, years: tuple[int, ...], certain: list[bool]
) -> None:
    head = YEAR_HEAD.format(" | ".join(f"{year}年" for year in years))
    row = "| 集群总产值 | 亿元 |" + " 10 |" * len(years)
    table = _table(head, row, title="一、近三年主要指标")
    text = f"甲县产业集群申报表\n填报日期：{filled}\n{table}"
    assert [f.certain for f in _found(text, THREE)] == certain


def test_the_notice_says_which_three_years_are_meant() -> None:
    head = YEAR_HEAD.format("2022年 | 2023年 | 2024年")
    table = _table(head, "| 集群总产值 | 亿元 | 10 | 11 | 12 |", title="一、近三年主要指标")
    form = pipeline.parse_text(f"甲县产业集群申报表\n填报日期：2026年1月6日\n{table}")
    notice = pipeline.parse_text(
        "关于组织2026年度产业集群申报工作的通知\n各县区工信局：\n请申报。\n"
    )
    assert [f.certain for f in pipeline.lint(form) if f.rule == THREE] == [False]
    found = pipeline.lint(form, batch=[notice])
    assert [f.certain for f in found if f.rule == THREE] == [True]


@pytest.mark.parametrize(("span", "told"), [("2022—2024", 0), ("2020—2022", 1), ("2021—2024", 1)])
def test_three_years_in_words(span: str, told: int) -> None:
    text = f"关于报送情况的函\n市局：\n近三年（{span}年）产值稳步增长。\n甲县局\n2025年9月1日\n"
    assert len(_found(text, THREE)) == told


PLAN = "plan-targets-gapped-or-falling"


@pytest.mark.parametrize(
    ("years", "line", "quotes"),
    [
        ((2026, 2027, 2028), "| 集群总产值 | 亿元 | 18 | 20 | 22 |", []),
        ((2026, 2028), "| 集群总产值 | 亿元 | 18 | 20 |", ["2028年"]),
        ((2026, 2027), "| 集群总产值 | 亿元 | 18 | 20 |", ["2027年"]),  # the plan goes on to 2028
        ((2026, 2027, 2028), "| 集群总产值 | 亿元 | 18 | 17 | 22 |", ["17"]),
        ((2026, 2027, 2028), "| 集群总产值 | 亿元 | 18 | | 22 |", ["集群总产值"]),
        ((2026, 2027, 2028), "| 单位产值能耗 | 吨标准煤/万元 | 0.5 | 0.4 | 0.3 |", []),
    ],
)
def test_targets_by_year(years: tuple[int, ...], line: str, quotes: list[str]) -> None:
    head = YEAR_HEAD.format(" | ".join(f"{year}年" for year in years))
    title = "甲县产业集群发展规划（2026—2028年）\n一、发展目标"
    assert [f.quote for f in _found(_table(head, line, title=title), PLAN)] == quotes


def test_a_report_is_held_against_the_plan() -> None:
    plan = _table(
        YEAR_HEAD.format("2026年 | 2027年"),
        "| 集群总产值 | 亿元 | 18 | 20 |",
        "| 有效发明专利数 | 件 | 79 | 88 |",
        title="甲县产业集群发展规划（2026—2027年）\n一、发展目标",
    )
    report = _table(
        "| 指标 | 单位 | 目标值 | 完成值 | 完成率 |",
        "| 集群总产值 | 亿元 | 17 | 18 | 105.9% |",
        title="甲县产业集群2026年度发展情况报告",
    )
    read = [pipeline.extract(pipeline.parse_text(text)) for text in (report, plan)]
    found = [f for f in pipeline.lint(read[0], batch=read[1:]) if f.rule == "target-without-result"]
    assert [(f.quote, f.certain) for f in found] == [(read[0].identity.title, False), ("17", True)]
    assert not _found(report, "target-without-result")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("| 有效发明专利数 | 件 | 79 | 80 | 101.3% |", 0),
        ("| 有效发明专利数 | 件 | 79 | 未核实 | — |", 0),
        ("| 有效发明专利数 | 件 | 79 | 80 | |", 1),
        ("| 有效发明专利数 | 件 | 79 | / | / |", 1),
    ],
)
def test_every_target_has_its_result(row: str, told: int) -> None:
    head = "| 指标 | 单位 | 目标值 | 完成值 | 完成率 |"
    text = _table(head, "| 集群总产值 | 亿元 | 20 | 18 | 90% |", row)
    assert len(_found(text, "target-without-result")) == told


def test_an_empty_form_is_no_fault() -> None:
    head, rows = "| 指标 | 要求 | 实际情况 |", ("| 占地 | 不超过100 | |", "| 专利 | 不少于50 | |")
    assert not _found(_table(head, *rows), "gate-left-blank")
    goals = _table("| 指标 | 目标值 | 完成值 |", "| 产值 | 20 | |", "| 专利 | 79 | |")
    assert not _found(goals, "target-without-result")


def test_evidence_is_asked_of_every_gate() -> None:
    text = _table(
        "| 序号 | 证明事项 | 认定标准要求 | 佐证材料 |",
        "| 总体要求 | | | |",
        "| 1 | 占地面积 | 不超过100平方公里 | |",
        "| 2 | 有效发明专利数 | 不少于50件 | 专利清单 |",
    )
    assert [f.quote for f in _found(text, "gate-left-blank")] == ["占地面积"]


def test_a_gate_that_the_form_lacks_is_named_from_the_standard() -> None:
    standard = pipeline.extract(
        pipeline.parse_text(
            "甲市集群管理办法\n第一条 认定集群应当符合以下条件：\n（一）占地面积不超过100平方公里；\n"
            "（二）近三年产值均在10亿元以上，中小企业产值占集群总产值70%以上；\n"
            "（三）有效发明专利不少于50件。\n"
        )
    )
    form = (
        "甲县产业集群申报表\n| 指标 | 单位 | 2023年 | 2024年 | 2025年 |\n|---|---|---|---|---|\n"
        "| 集群总产值 | 亿元 | 14 | 15 | 16 |\n| 中小企业产值 | 亿元 | 11 | 12 | 13 |\n"
        "| 占地面积 | 平方公里 | 6 | 6 | 6 |\n"
    )
    found = pipeline.lint(pipeline.extract(pipeline.parse_text(form)), [standard])
    (one,) = [f for f in found if f.rule == "gate-left-blank"]
    assert "有效发明专利不少于50件" in one.message
    assert not one.certain


LIST = "| 序号 | 集群名称 | 所在县（市、区） |"
NAME = "name-differs-across-forms"


def _list(title: str, *names: tuple[str, str]) -> str:
    rows = [f"| {n} | {name} | {county} |" for n, (name, county) in enumerate(names, 1)]
    return _table(LIST, *rows, title=title)


def _held(draft: str, *others: str, rule: str) -> list[Finding]:
    read = [pipeline.extract(pipeline.parse_text(text)) for text in (draft, *others)]
    return [f for f in pipeline.lint(read[0], batch=read[1:]) if f.rule == rule]


VEGETABLES, SEEDS = ("甲县脱水蔬菜产业集群", "甲县"), ("乙县玉米种子产业集群", "乙县")
SUMMARY = _list("2026年度集群推荐汇总表", VEGETABLES, SEEDS)


@pytest.mark.parametrize(
    ("name", "certain"),
    [
        ("甲县脱水蔬菜产业集群", []),
        ("甲县脱水蔬菜产业集群（示例）", []),
        ("甲县脱水蔬菜特色产业", [True]),
        ("甲县蔬菜产业集群", [True]),
        ("某省甲县脱水蔬菜产业集群", [True]),
        ("丙县脱水蔬菜产业集群", []),  # another cluster of another county
        ("甲县中药材产业集群", []),
    ],
)
def test_a_name_is_written_alike_in_every_form(name: str, certain: list[bool]) -> None:
    form = f"产业集群申报表\n| 集群名称 | {name} |\n|---|---|\n| 申报主体（盖章） | 甲县局 |\n"
    found = _held(form, SUMMARY, rule=NAME)
    assert [f.certain for f in found] == certain
    assert {f.quote for f in found} <= {name}


def test_what_is_recognised_must_have_been_made_public() -> None:
    public = _list("关于2026年度拟认定集群名单的公示", VEGETABLES, SEEDS)
    third = ("丙县中药材产业集群", "丙县")
    notice = _list("关于公布2026年度集群名单的通知", VEGETABLES, third)
    assert [(f.quote, f.certain) for f in _held(notice, public, rule=NAME)] == [(third[0], False)]
    assert not _held(_list("抽查企业记录表", third), public, rule=NAME)


@pytest.mark.parametrize(
    ("quota", "quotes"),
    [
        ("各县区推荐集群不超过1个。", ["甲县玉米种子产业集群"]),
        ("各县区推荐集群不超过2个。", []),
        ("全市推荐集群不超过2个。", ["乙县玉米种子产业集群"]),
        ("全市认定集群不超过2个。", []),  # of recognition, not of recommending
        ("各单位应当认真组织。", []),
    ],
)
def test_no_more_are_recommended_than_the_notice_allows(quota: str, quotes: list[str]) -> None:
    notice = (
        f"关于组织申报2026年度集群的通知\n各县区工信局：\n现通知如下。\n一、推荐数量\n{quota}\n"
    )
    summary = _list("2026年度集群推荐汇总表", VEGETABLES, ("甲县玉米种子产业集群", "甲县"), SEEDS)
    assert [f.quote for f in _held(summary, notice, rule="quota-exceeded")] == quotes
    earlier = notice.replace("2026", "2025")
    assert not _held(summary, earlier, rule="quota-exceeded")


def test_a_table_may_allot_the_quota() -> None:
    allotted = _table(
        "| 县区 | 推荐名额 |", "| 甲县 | 1 |", "| 乙县 | 2 |", "| 合计 | 3 |",
        title="关于组织申报2026年度集群的通知\n各县区工信局：\n名额见下表。",
    )  # fmt: skip
    summary = _list("2026年度集群推荐汇总表", VEGETABLES, ("甲县玉米种子产业集群", "甲县"), SEEDS)
    (found,) = _held(summary, allotted, rule="quota-exceeded")
    assert found.quote == "甲县玉米种子产业集群"
    assert found.certain


CELLS = st.sampled_from(
    ["指标", "单位", "2024年", "2025年", "集群总产值", "中小企业产值", "其中：", "总产值增速", "年均增长", "目标值",
     "完成值", "完成率", "序号", "集群名称", "认定标准要求", "实际情况", "12", "12.5%", "-3", "0", "", "—", "8.3%（2025年）",
     "13.2 ÷ 16.9 = 78%", "5 ÷ 0 = 1", "(0 ÷ 0)^(1/2) − 1 = 3%", "甲县", "推荐名额", "亿元", "基期值（2023年）", "（"]
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=5).map(tuple), min_size=1, max_size=5).map(tuple)
TITLES = st.sampled_from(
    [
        "2026年度集群申报表",
        "推荐汇总表",
        "关于名单的公示",
        "规划（2026—2028年）发展目标",
        "近三年",
        "",
    ]
)
FORM_RULES = {n: r for n, r in discover("policydoc.rules", Rule).items() if r.group == "I"}


def _form(title: str, tables: list[tuple[tuple[str, ...], ...]]) -> Policy:
    body = [Provision(Kind.TABLE, f"table_{n}", rows=rows) for n, rows in enumerate(tables)]
    head = (Provision(Kind.TITLE, "preface", text=title),)
    return Policy(Identity(id="form", title=title), preface=head, body=tuple(body))


@settings(max_examples=40)
@given(TITLES, st.lists(ROWS, max_size=3), TITLES, st.lists(ROWS, max_size=2))
def test_no_table_is_too_odd_and_every_finding_stands_at_its_words(
    title: str, tables: list[tuple[tuple[str, ...], ...]],
    other: str, others: list[tuple[tuple[str, ...], ...]],
) -> None:  # fmt: skip
    form = _form(title, tables)
    words = {provision.eid: own_words(provision) for provision in walk(form)}
    for finding in run(form, FORM_RULES, Context(batch=(_form(other, others),))):
        if words.get(finding.eid):
            assert words[finding.eid][finding.start : finding.end] == finding.quote


@pytest.mark.parametrize(
    ("output", "share", "quotes"),
    [
        ("16.9", "78.1%", []),
        ("17", "78%", []),  # rounded
        ("19.6", "78.1%", ["19.6"]),
        ("16.9", "87.1%", ["87.1%"]),
        ("15.6", "78.1%", ["15.6"]),  # of the year before the last
    ],
)
def test_a_summary_agrees_with_the_form_it_summarises(
    output: str, share: str, quotes: list[str]
) -> None:
    form = (
        "产业集群申报表\n| 集群名称 | 甲县脱水蔬菜产业集群 |\n|---|---|\n| 申报主体（盖章） | 甲县局 |\n"
        f"\n{_table(YEARS, OUTPUT, SME, title='一、近三年主要指标')}"
    )
    summary = _table(
        "| 序号 | 集群名称 | 上年度总产值（亿元） | 中小企业产值占比 |",
        f"| 1 | 甲县脱水蔬菜产业集群 | {output} | {share} |",
        "| 2 | 乙县玉米种子产业集群 | 1.0 | 5.0% |",
        title="2026年度集群推荐汇总表",
    )
    assert [f.quote for f in _held(summary, form, rule="figure-differs-across-forms")] == quotes


def test_years_told_of_the_members_of_a_list_are_no_heads() -> None:
    text = _table(
        "| 序号 | 企业名称 | 成立年份 | 认定年份 | 产值（万元） | 其中：主营产值（万元） |",
        "| 1 | 甲公司 | 2012 | 2020 | 500 | 400 |",
        "| 2 | 乙公司 | 2015 | 2021 | 300 | 900 |",
    )
    assert [f.quote for f in _found(text, PART, SHARE, THREE, PLAN)] == ["900"]
