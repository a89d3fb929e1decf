from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc import pipeline
from policydoc.assessment import assess
from policydoc.assessment.bounds import either, every, gap_of, meets, shown
from policydoc.model import Case, Fact, Policy, Series, Verdict

CASE = Case(
    "甲",
    series={
        "output": Series("亿元", {2023: 10, 2024: 12, 2025: 11}),
        "output_sme": Series("亿元", {2023: 8, 2024: 9, 2025: 8}),
        "rd_sme": Series("万元", {2023: 100, 2024: 110, 2025: 120}),
        "patents": Series("件", {2024: 50, 2025: 55}),
    },
    counts={"enterprises": 20, "little_giant": 0, "specialised_sme": 4, "innovative_sme": 9,
            "high_tech": 6, "persons": 20000},
    figures={"area": 3.2, "platform_rate": None},
    profile={"high_energy": False, "major_accident": False},
)  # fmt: skip


def _policy(*criteria: str, lead: str = "申报单位应当符合下列条件：") -> Policy:
    items = "\n".join(f"（{'一二三四五六七八九'[n]}）{text}" for n, text in enumerate(criteria))
    return pipeline.extract(
        pipeline.parse_text(f"某市认定办法\n第一条 {lead}\n{items}\n第二条 乙。\n")
    )


def _one(text: str, case: Case = CASE, lead: str = "申报单位应当符合下列条件：") -> Verdict:
    verdicts = assess(_policy(text, "管理制度健全。", lead=lead), case)
    return next(verdict for verdict in verdicts if verdict.quote in text)


@pytest.mark.parametrize(
    ("text", "met", "gap"),
    [
        ("占地面积不超过3平方公里；", False, "超出0.2平方公里"),
        ("占地面积不超过5平方公里；", True, ""),
        ("企业户数在20户以上；", True, ""),
        ("企业户数超过20户；", False, "须高于20户，现相等"),
        ("近三年产值均在10亿元以上；", True, ""),
        ("近三年产值均在11亿元以上；", False, "差1亿元"),
        ("近三年产值均在40亿元以上；", False, "差30亿元"),
        ("中小企业产值占集群总产值70%以上；", True, ""),
        ("中小企业产值占集群总产值75%以上；", False, "差2.27个百分点"),
        ("工业互联网平台应用普及率不低于10%；", None, ""),
        ("每万人有效发明专利拥有量不低于5个；", True, ""),
        ("占地面积一般不超过3平方公里；", None, "超出0.2平方公里"),
    ],
)
def test_a_threshold_against_the_figures(text: str, met: bool | None, gap: str) -> None:
    verdict = _one(text)
    assert (verdict.met, verdict.gap) == (met, gap)
    assert verdict.quote in text
    assert not verdict.qualitative
    assert verdict.evidence


def test_the_formula_of_growth_is_printed_and_the_choice_told() -> None:
    # 10, 12, 11: 4.88 % compound, 5.83 % as the mean of yearly rates.
    verdict = _one("产值年均增速高于5%；")
    assert verdict.met is False
    assert "= 4.88%" in verdict.formula
    assert "= 5.83%" in verdict.formula
    assert "结论取决于口径" in verdict.note
    assert "结论取决于" not in _one("产值年均增速高于4%；").note


def test_a_missing_year_leaves_it_open_unless_another_year_fails() -> None:
    series = {**CASE.series, "output": Series("亿元", {2023: 10, 2024: None, 2025: 11})}
    case = replace(CASE, series=series)
    assert _one("近三年产值均在10亿元以上；", case).met is None
    assert _one("近三年产值均在11亿元以上；", case).met is False


def test_units_are_converted() -> None:
    assert _one("近三年产值均在100000万元以上；").met is True
    case = replace(
        CASE, series={"output": Series("万元", dict.fromkeys((2023, 2024, 2025), 90000.0))}
    )
    verdict = _one("近三年产值均在10亿元以上；", case)
    assert (verdict.met, verdict.gap) == (False, "差1亿元")


def test_one_branch_of_alternatives_is_enough() -> None:
    verdict = _one("拥有不少于1家专精特新“小巨人”企业，或者不少于3家“专精特新”中小企业、创新型中小企业和国家级高新技术企业；")  # fmt: skip
    assert verdict.met is True
    assert [branch.met for branch in verdict.branches] == [False, True]
    case = replace(CASE, counts={"little_giant": 0, "specialised_sme": None})
    assert _one(verdict.quote, case).met is None
    none = replace(CASE, counts=dict.fromkeys(CASE.counts, 0.0))
    assert _one(verdict.quote, none).met is False


def test_the_reading_in_total_or_each_is_told() -> None:
    note = _one("拥有不少于10家“专精特新”中小企业、创新型中小企业和国家级高新技术企业；").note
    assert "按各类分别计算" in note


def test_a_condition_that_does_not_hold_asks_nothing() -> None:
    text = "属于高耗能行业的集群，能效水平高于行业基准值；"
    verdict = _one(text)
    assert (verdict.met, verdict.applies) == (True, False)
    unknown = _one(text, replace(CASE, profile={}))
    assert (unknown.met, unknown.applies) == (None, True)
    bound = replace(CASE, profile={"high_energy": True},
                    figures={"energy_level": 0.9, "energy_benchmark": 1.0})  # fmt: skip
    assert _one(text, bound).met is False


def test_what_must_not_be_is_judged_by_what_the_case_declares() -> None:
    text = "近三年发生较大及以上安全事故的；"
    barred = "有下列情形之一的，不得申报："
    assert _one(text, lead=barred).met is True
    assert _one(text, replace(CASE, profile={"major_accident": True}), barred).met is False
    assert _one(text, replace(CASE, profile={}), barred).met is None


def test_words_without_a_measure_go_to_a_person_and_never_pass() -> None:
    for text in (
        "管理制度健全，运行良好；",
        "有较高的品牌知名度；",
        "政策宣贯全覆盖；",
        "发展水平位居全省前列；",
    ):
        verdicts = [v for v in assess(_policy(text), CASE) if v.quote in text]
        assert verdicts
        assert all(v.met is None and v.qualitative for v in verdicts)


def test_every_clause_of_a_criterion_is_asked() -> None:
    text = "依法设立，运营规范；占地面积不超过5平方公里，依照本办法第二条，制定规划"
    quotes = [v.quote for v in assess(_policy(text), CASE)]
    assert quotes == [
        "依法设立",
        "运营规范",
        "占地面积不超过5平方公里",
        "依照本办法第二条，制定规划",
    ]


def test_what_the_digest_has_not_verified_is_open() -> None:
    found = pipeline.load("national")
    unverified = [v for v in assess(found, CASE) if v.required == "未核实"]
    assert unverified
    assert all(v.met is None and "未核实" in v.note for v in unverified)


def test_the_sample_case_shows_all_verdicts() -> None:
    case = pipeline.open_case("application")
    zhangye = assess(pipeline.load("zhangye"), case)
    assert {v.met for v in zhangye} == {True, False, None}
    assert sum(v.met is False for v in zhangye) == 1
    assert sum(v.met is None and not v.qualitative for v in zhangye) == 1
    national = {v.indicator_id: v for v in assess(pipeline.load("national"), case)}
    assert national["output"].gap == "差25.6亿元"


def test_the_threshold_of_the_text_decides() -> None:
    low, high = _one("近三年产值均在10亿元以上；"), _one("近三年产值均在12亿元以上；")
    assert (low.required, low.met) == ("≥ 10 亿元（近三年每年）", True)
    assert (high.required, high.met, high.gap) == ("≥ 12 亿元（近三年每年）", False, "差2亿元")


@pytest.mark.parametrize(
    ("verdicts", "any_of", "all_of"),
    [
        ([True, False, None], True, False),
        ([False, None], None, False),
        ([False, False], False, False),
        ([True, None], True, None),
        ([True, True], True, True),
        ([], None, None),
    ],
)
def test_three_valued(
    verdicts: list[bool | None], any_of: bool | None, all_of: bool | None
) -> None:
    assert (either(verdicts), every(verdicts)) == (any_of, all_of)


def test_a_value_never_looks_like_the_bound_it_misses() -> None:
    assert shown(9.9996, "%", 10) == "9.9996%"
    assert shown(10, "%", 10) == "10%"


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.sampled_from([">=", ">", "<=", "<", "="]))
def test_a_gap_is_told_exactly_where_a_bound_is_missed(value: float, bound: float, op: str) -> None:
    fact = Fact("threshold", "a", "", 0, 0, op=op, value=bound, unit="亿元")
    assert bool(gap_of(value, fact)) == (meets(value, fact) is False)


def test_alternatives_before_and_within_a_list_are_branches() -> None:
    text = (
        "某市认定标准\n第一条 申报企业应当营业收入在1亿元以上，或者满足下列条件之一：\n"
        "（一）税收在500万元以上；\n（二）获得省级奖励。\n第二条 乙。\n"
    )
    (verdict,) = assess(pipeline.extract(pipeline.parse_text(text)), CASE)
    assert [branch.branch for branch in verdict.branches] == ["0", "1", "2"]
    assert verdict.met is None
    rich = replace(CASE, series={"revenue": Series("亿元", {2025: 2})})
    assert assess(pipeline.extract(pipeline.parse_text(text)), rich)[0].met is True


def test_either_of_two_in_one_item() -> None:
    verdict = _one("营业收入超过5亿元或者税收达到3000万元以上；")
    assert len(verdict.branches) == 2


SEVERAL = "申报单位应当符合下列条件中的两项以上："


@pytest.mark.parametrize(
    ("texts", "met"),
    [
        (("企业户数在10户以上；", "占地面积不超过5平方公里；", "企业户数在90户以上；"), True),
        (("企业户数在10户以上；", "占地面积不超过1平方公里；", "企业户数在90户以上；"), False),
        (("企业户数在10户以上；", "管理制度健全；", "企业户数在90户以上；"), None),
        (("管理制度健全；", "机构完善；", "企业户数在90户以上；"), None),
        (("管理制度健全；", "企业户数在80户以上；", "企业户数在90户以上；"), False),
        # Alternatives within one item are one of the two, not two.
        (("企业户数在10户以上或占地面积不超过5平方公里；", "企业户数在90户以上；", "管理制度健全；"), None),
        (("企业户数在10户以上或占地面积不超过1平方公里；", "近三年产值均在10亿元以上；"), True),
    ],
)  # fmt: skip
def test_at_least_two_of_a_list(texts: tuple[str, ...], met: bool | None) -> None:
    listed = [v for v in assess(_policy(*texts, lead=SEVERAL), CASE) if v.group]
    assert [(verdict.met, "至少2项" in verdict.note) for verdict in listed] == [(met, True)]


def test_all_of_four_is_not_four_of_a_list() -> None:
    policy = _policy("企业户数在10户以上；", "产值90亿元以上；", lead="应同时满足以下两项条件：")
    verdicts = assess(policy, CASE)
    assert [(v.met, v.group) for v in verdicts] == [(True, ""), (False, "")]


@given(st.lists(st.sampled_from([True, False, None])), st.integers(1, 4))
def test_at_least_some_of_several(verdicts: list[bool | None], least: int) -> None:
    met = either(verdicts, least)
    unknown = verdicts.count(None)
    sure = verdicts.count(True)
    if verdicts:
        assert met is (True if sure >= least else False if sure + unknown < least else None)


@pytest.mark.parametrize(
    ("text", "met", "told"),
    [
        ("近三年产值累计30亿元以上；", True, "33亿元"),
        ("近三年产值累计40亿元以上；", False, "33亿元"),
        ("近三年平均产值11亿元以上；", True, "11亿元"),
        ("近三年平均产值12亿元以上；", False, "11亿元"),
        ("近三年产值或营业收入均不低于10亿元；", True, "产值"),
        ("近三年产值或营业收入均不低于40亿元；", None, "营业收入：未填"),
        ("企业户数30户以上、10户以下；", None, ""),
        ("拥有专精特新“小巨人”企业1家，或者“专精特新”中小企业2家以上；", True, "4家"),
    ],
)
def test_years_as_one_figure_and_indicators_of_which_one_suffices(
    text: str, met: bool | None, told: str
) -> None:
    verdict = _one(text)
    assert verdict.met is met
    assert told in verdict.actual


def test_a_year_missing_leaves_a_sum_open_unless_it_is_enough_already() -> None:
    case = replace(CASE, series={"output": Series("亿元", {2024: 12, 2025: 11})})
    verdicts = [_one(f"近三年产值累计{bound}亿元以上；", case) for bound in (20, 30)]
    assert [verdict.met for verdict in verdicts] == [True, None]


def test_a_part_above_its_whole_is_no_answer() -> None:
    case = replace(CASE, series={**CASE.series, "output_sme": Series("亿元", {2025: 20})})
    verdict = _one("中小企业产值占集群总产值70%以上；", case)
    assert verdict.met is None
    assert "核对个案数据" in verdict.note
