"""What a policy gives to a document; policies of our own, so that nothing is tuned to one text."""

from __future__ import annotations

from datetime import date

import pytest

from policydoc import pipeline
from policydoc.errors import TemplateError
from policydoc.generation.context import Subject, context
from policydoc.generation.naming import award_name
from policydoc.generation.provisions import Citer, aspects, grounds, self_name, tasks
from policydoc.generation.targets import plan_years, planned, result_record, target_record
from policydoc.model import Case, Policy, Series, Verdict

TEXT = """某州促进特色产业集群发展管理办法

第一条 为促进特色产业集群发展，制定本办法。
第二条 本办法所称某州特色产业集群（以下简称集群）是指主导产业聚焦的中小企业产业集群。
第三条 各县工信局重点围绕以下方面开展集群培育工作：
（一）做强主导产业。延伸产业链条，提升配套能力。
（二）培育优质企业。支持中小企业专业化发展。
（三）优化公共服务。完善服务体系，提升服务质量。
第四条 集群认定须满足以下条件：
（一）具有较强竞争力。近三年产值均在8亿元以上。
（二）创新能力较强。研发经费年均增长高于6%。
第五条 州工信局组织复审，择优形成集群名单，在门户网站公示7个工作日，经公示无异议的，予以认定。
第六条 集群有效期为四年。有效期满后，由州工信局组织复核。
第七条 集群发生重大变更的，在变更完成后20个工作日内报州工信局备案。
第八条 有下列情形之一的，撤销其认定：
（一）虚假申报的；
（二）拒不接受监测的；
第九条 本办法由某州工业和信息化局负责解释。
"""


@pytest.fixture(scope="module")
def policy() -> Policy:
    return pipeline.extract(pipeline.parse_text(TEXT, "mouzhou"))


def case(**more: object) -> Case:
    plan = {"output": Series("亿元", {2026: 9.0, 2027: 10.0, 2028: 9.5})}
    series = {"output": Series("亿元", {2024: 8.1, 2025: 8.5})}
    return Case("某集群", plan=plan, series=series, extra=dict(more))


def made(policy: Policy, name: str, **more: object) -> object:
    return context(Subject(policy, case(**more)), frozenset({name}))[name]


def test_parts_are_found_by_what_they_are_for(policy: Policy) -> None:
    assert [part.text[:6] for part in aspects(policy)] == ["具有较强竞争", "创新能力较强"]
    head, items = tasks(policy)
    assert head is not None
    assert "培育工作" in head.text
    assert len(items) == 3
    assert [item.num for item in grounds(policy)] == ["（一）", "（二）"]


def test_names_come_from_the_text(policy: Policy) -> None:
    assert award_name(policy) == "某州特色产业集群"
    assert self_name(policy) == "本办法"
    assert made(policy, "policy")["authority"] == "某州工业和信息化局"  # type: ignore[index]


def test_rules_carry_their_provision_and_words(policy: Policy) -> None:
    rules = made(policy, "rules")
    assert isinstance(rules, dict)
    assert rules["validity"]["words"] == "集群有效期为四年。"
    assert rules["validity"]["citation"] == "第六条"
    assert rules["public_notice"]["citation"] == "第五条"
    assert "annual_report" not in rules


def test_the_window_has_the_days_of_the_policy(policy: Policy) -> None:
    window = made(policy, "window", date="2026-05-18")
    assert isinstance(window, dict)
    assert window["days"] == 7
    assert window["last"] == date(2026, 5, 26)
    assert window["span"] == "2026年5月18日至5月26日"
    assert window["stated"] is True
    assert "第一日" in str(window["convention"])


def test_a_policy_without_days_asks_for_them() -> None:
    silent = pipeline.extract(pipeline.parse_text(TEXT.replace("公示7个工作日", "公示"), "silent"))
    with pytest.raises(TemplateError, match="没有规定公示天数"):
        made(silent, "window", date="2026-05-18")
    window = made(silent, "window", date="2026-05-18", notice_days=3)
    assert isinstance(window, dict)
    assert (window["days"], window["stated"]) == (3, False)


@pytest.mark.parametrize("given", ["2", 2, "二", "（二）", "第八条第（二）项", "第八条第二项"])
def test_a_ground_is_cited_in_any_usual_way(policy: Policy, given: object) -> None:
    ground = made(policy, "ground", ground=given)
    assert isinstance(ground, dict)
    assert ground["words"].startswith("拒不接受监测的")
    assert ground["citation"] == "第八条第二项"


@pytest.mark.parametrize("given", ["三", "第九条", "", "第八条"])
def test_a_ground_that_is_not_there_lists_those_that_are(policy: Policy, given: str) -> None:
    with pytest.raises(TemplateError, match=r"现有情形：第八条第一项：虚假申报的；第八条第二项"):
        made(policy, "ground", ground=given)


def test_a_filing_is_due_as_the_policy_says(policy: Policy) -> None:
    filing = made(policy, "filing", changed_on="2026-09-01", filed_on="2026-10-30")
    assert isinstance(filing, dict)
    assert filing["due"] == "2026年9月28日" or "工作日" in filing["note"]
    assert filing["state"].startswith("逾期")


def test_a_filing_before_the_change_is_told(policy: Policy) -> None:
    filing = made(policy, "filing", changed_on="2026-09-30", filed_on="2026-09-29")
    assert isinstance(filing, dict)
    assert filing["state"] == "报送日期早于变更日期，请核对"


def test_the_text_of_a_policy_is_whole(policy: Policy) -> None:
    blocks = made(policy, "text")
    assert isinstance(blocks, list)
    printed = "".join(f"{b['num']}{b['text']}" for b in blocks)
    body = "".join(TEXT.split()[1:])
    assert "".join(printed.split()) == body


def test_targets_that_fall_are_told(policy: Policy) -> None:
    record = target_record(case(), (), {})
    assert record["years"] == [2026, 2027, 2028]
    assert record["hints"] == ["“集群总产值”2028年目标9.5亿元低于2027年的10亿元，请核对。"]
    row = record["rows"][0]  # type: ignore[index]
    assert (row["base"], row["base_year"], row["growth"]) == ("8.5", 2025, "3.78%")


@pytest.mark.parametrize(
    ("key", "reached", "state"),
    [("output", 11.0, "完成"), ("output", 9.0, "未完成"),
     ("energy_intensity", 11.0, "未完成"), ("energy_intensity", 9.0, "完成")],
)  # fmt: skip
def test_a_target_that_is_to_fall_is_reached_from_above(
    key: str, reached: float, state: str
) -> None:
    told = {
        name: {key: Series("", {2026: value})}
        for name, value in (("plan", 10.0), ("results", reached))
    }
    record = result_record(Case("某集群", **told), None)
    assert [row["state"] for row in record["rows"]] == [state]  # type: ignore[attr-defined]


def test_a_target_without_a_base_is_told() -> None:
    bare = Case("某集群", plan={"patents": Series("件", {2026: 1.0, 2027: 2.0, 2028: 3.0})})
    assert "没有基期值" in str(target_record(bare, (), {})["hints"])


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ({}, "没有规划目标"),
        ({"a": {2026: 1.0, 2027: 1.0}}, "逐年填写三年"),
        ({"a": {2026: 1.0, 2028: 1.0, 2029: 1.0}}, "年份不齐"),
        ({"a": {2026: 1.0, 2027: 1.0, 2028: 1.0}, "b": {2026: 1.0}}, "b"),
    ],
)
def test_years_must_be_whole(plan: dict[str, dict[int, float | None]], told: str) -> None:
    series = {key: Series("", values) for key, values in plan.items()}
    with pytest.raises(TemplateError, match=told):
        plan_years(Case("某集群", plan=series))


def test_the_planned_case_ends_with_the_plan() -> None:
    future = planned(case())
    assert list(future.series["output"].values) == [2024, 2025, 2026, 2027, 2028]
    assert future.series["output"].values[2028] == 9.5


def test_citations_name_a_single_annex_without_number() -> None:
    citer = Citer(pipeline.parse_text("关于甲的办法\n第一条 一。\n附件\n标准\n一、甲\n乙。", "x"))
    assert "附件1" not in citer("att_1__level_1") or not citer.single


def test_what_does_not_apply_is_neither_met_nor_unmet(policy: Policy) -> None:
    head = aspects(policy)[0]
    moot = Verdict(
        "mouzhou", "能效", head.eid, "能效", "高于基准", actual="不适用", met=True, applies=False
    )
    told = Verdict(
        "mouzhou", "事故", head.eid, "事故", "不得有", actual="个案填报：未发生", met=True
    )
    known = context(Subject(policy, case(), (moot, told)), frozenset({"tally", "verdicts"}))
    tally, verdicts = known["tally"], known["verdicts"]
    assert isinstance(tally, dict)
    assert isinstance(verdicts, list)
    assert (tally["met"], tally["moot"]) == (1, 1)
    assert tally["said"] == "符合1项，不符合0项，待核实0项，不适用1项，需人工判断0项"
    assert [(v["met"], v["actual"]) for v in verdicts] == [("不适用", "不适用"), ("符合", "未发生")]


def test_a_measure_is_found_by_number_or_by_the_title_of_its_task(policy: Policy) -> None:
    said = {"1": "按序号", "优化公共服务": "按标题", "别的任务": "无此任务"}
    records = made(policy, "tasks", measures=said)
    assert isinstance(records, list)
    assert [one.get("measure") for one in records] == ["按序号", None, "按标题"]


def test_the_applicants_rule_is_whole() -> None:
    rule = "第四条 县内的，由所在县申报主体申报。跨县的，由产值占比最大的县作为申报主体。\n"
    text = TEXT.replace("第四条 集群认定", rule + "第五条 集群认定")
    rules = made(pipeline.extract(pipeline.parse_text(text, "several")), "rules")
    assert isinstance(rules, dict)
    assert str(rules["application"]["words"]).endswith("产值占比最大的县作为申报主体。")
