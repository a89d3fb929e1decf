"""One criterion judged on one case, with required, actual, formula, evidence and the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policydoc.assessment.bounds import (
    converted,
    either,
    every,
    gap_of,
    in_unit,
    meets,
    required,
    shown,
)
from policydoc.assessment.criteria import Asked
from policydoc.assessment.measures import Measure, by_words, measures
from policydoc.assessment.spans import alternatives, as_one
from policydoc.chinese.numerals import parse_numeral
from policydoc.chinese.units import unit_class
from policydoc.model import Case, Fact, Verdict
from policydoc.model.indicators import Catalogue

# What the case declares of itself, by the words that a criterion asks it with.
DECLARED = (
    ("major_accident", re.compile("事故"), "较大及以上安全、质量、环境污染等事故"),
    ("cyber_incident", re.compile("网络安全|数据安全"), "重大及以上网络安全、数据安全事件"),
    ("violation", re.compile("偷税|漏税|违法|违规|失信|处罚|犯罪|骗取|弄虚作假"), "偷税漏税、违法违规、严重失信等行为"),
)  # fmt: skip
CONDITIONS = (
    ("high_energy", re.compile("高耗能"), "高耗能行业"),
    ("high_water", re.compile("高用水|高耗水"), "高用水行业"),
)
WINDOW = re.compile(
    r"([0-9０-９]{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?(?:会计|自然|完整)*(?:年|年度)"
)
BY_PERSON = "需人工判断"


@dataclass(frozen=True, slots=True)
class Judge:
    """The case, the catalogue and the policy's id; `digest` where its wording is ours."""

    policy: str
    case: Case
    catalogue: Catalogue


def judge(asked: Asked, judge_of: Judge) -> Verdict:
    """The verdict on one thing asked."""
    fact = asked.fact
    if fact is None:
        return _by_person(asked, judge_of, asked.quote.replace("\t", "："))
    blank = _blank(asked, judge_of, fact)
    if fact.unverified or (fact.value is None and fact.kind == "threshold"):
        return replace(blank, note="政策文本中这一数值未核实，不能判断")
    if fact.kind == "exclusion":
        return _declared(blank, judge_of, fact.indicator)
    if fact.kind != "threshold":
        return _trend(_by_person(asked, judge_of, fact.indicator), fact, judge_of)
    return _conditioned(blank, fact, judge_of)


def _blank(asked: Asked, judge_of: Judge, fact: Fact) -> Verdict:
    label = fact.indicator or asked.quote
    return Verdict(
        judge_of.policy, label, asked.eid, asked.quote,
        f"不得有：{label}" if fact.kind == "exclusion" or asked.barred else required(fact),
        unit=fact.unit, indicator_id=fact.indicator_id, group=asked.group, branch=asked.branch,
    )  # fmt: skip


def _by_person(asked: Asked, judge_of: Judge, label: str) -> Verdict:
    """A criterion without a measure: its words, and where the case speaks of it."""
    if asked.barred and asked.fact is None:
        barred = Verdict(
            judge_of.policy, label, asked.eid, asked.quote, f"不得有：{asked.quote}",
            group=asked.group, branch=asked.branch,
        )  # fmt: skip
        return _declared(barred, judge_of, asked.quote)
    key = f"aspects.{asked.part}"
    numbers = [int(number) for number in judge_of.case.aspects if number.isdecimal()]
    told = asked.parts == max(numbers, default=0) and bool(
        judge_of.case.aspects.get(str(asked.part))
    )
    return Verdict(
        judge_of.policy, label, asked.eid, asked.quote, asked.quote, actual=BY_PERSON,
        qualitative=True, evidence=judge_of.case.places.get(key, key) if told else "",
        note="个案的说明见佐证一栏" if told else "个案没有对应的说明",
        indicator_id=asked.fact.indicator_id if asked.fact else "",
        group=asked.group, branch=asked.branch,
    )  # fmt: skip


def _declared(verdict: Verdict, judge_of: Judge, words: str) -> Verdict:
    """What must not have happened, by what the case declares."""
    found = [(key, label) for key, pattern, label in DECLARED if pattern.search(words)]
    if not found:
        return replace(verdict, qualitative=True, actual=BY_PERSON, note="由审核人核实")
    stated = [judge_of.case.profile.get(key) for key, _ in found]
    evidence = "、".join(judge_of.case.places.get(f"profile.{k}", f"profile.{k}") for k, _ in found)
    clean = every(None if not isinstance(one, bool) else not one for one in stated)
    if clean is None:
        labels = "、".join(label for _, label in found)
        return replace(verdict, evidence=evidence, note=f"个案没有说明是否发生{labels}")
    actual = "个案填报：未发生" if clean else "个案填报：有"
    return replace(
        verdict, met=clean, actual=actual, evidence=evidence, gap="" if clean else "有不得有的情形",
        note="以个案填报为准，须向主管部门核实",
    )  # fmt: skip


def _trend(verdict: Verdict, fact: Fact, judge_of: Judge) -> Verdict:
    """A direction is for a person to judge, but the figures of the case stand beside it."""
    indicator = judge_of.catalogue.indicators.get(fact.indicator_id)
    if fact.kind != "trend" or indicator is None or indicator.kind != "value":
        return verdict
    series = judge_of.case.series.get(indicator.needs[0])
    if series is None or len(series.values) < 2:
        return verdict
    told = "→".join(f"{v:g}" if v is not None else "未填" for v in series.values.values())
    years = f"{min(series.values)}—{max(series.values)}年"
    return replace(
        verdict, actual=f"{BY_PERSON}（{years}：{told}{series.unit}）",
        evidence=f"series.{indicator.needs[0]}",
    )  # fmt: skip


def _conditioned(verdict: Verdict, fact: Fact, judge_of: Judge) -> Verdict:
    """The threshold, if its condition holds for the case."""
    if not fact.condition:
        return _measured(verdict, fact, judge_of)
    known = next(((k, label) for k, p, label in CONDITIONS if p.search(fact.condition)), None)
    holds = judge_of.case.profile.get(known[0]) if known else None
    place = judge_of.case.places.get(f"profile.{known[0]}", f"profile.{known[0]}") if known else ""
    if known and holds is False:
        return replace(
            verdict, met=True, applies=False, actual=f"不适用（不属于{known[1]}）", evidence=place,
            note=f"本条只适用于“{fact.condition}”",
        )  # fmt: skip
    judged = _measured(verdict, fact, judge_of)
    if holds is True or judged.met is True:
        return judged
    what = (
        f"个案没有说明是否属于{known[1]}"
        if known
        else f"本条只适用于“{fact.condition}”，请核实是否属于"
    )
    return replace(judged, met=None, note="；".join(filter(None, (judged.note, what))))


def _measured(verdict: Verdict, fact: Fact, judge_of: Judge) -> Verdict:
    """The verdict on one indicator, or on the one of several that suffices."""
    if fact.op == "between" and _contradicts(fact):
        return replace(verdict, note="政策文本的上下限矛盾，不能判断，请核对原文")
    single = [
        _of_one(replace(verdict, criterion=one.indicator), one, judge_of)
        for one in alternatives(fact, judge_of.catalogue)
    ]
    if not single:
        return _of_one(verdict, fact, judge_of)
    met = either(one.met for one in single)
    best = next((one for one in single if one.met is met), single[0])
    told = [f"{one.criterion}：{one.actual or '未填'}" for one in single]
    notes = ("几项指标中一项达到即可", *(one.note for one in single if one.met is met))
    return replace(
        best, criterion=verdict.criterion, met=met, actual="；".join(told),
        note="；".join(dict.fromkeys(filter(None, notes))),
    )  # fmt: skip


def _contradicts(fact: Fact) -> bool:
    both = isinstance(fact.value, int | float) and isinstance(fact.upper, int | float)
    return both and float(fact.value or 0) > float(fact.upper or 0)


def _of_one(verdict: Verdict, fact: Fact, judge_of: Judge) -> Verdict:
    indicator = judge_of.catalogue.indicators.get(fact.indicator_id)
    years = _years(fact.window)
    found = (
        measures(judge_of.case, indicator, judge_of.catalogue, years)
        if indicator else by_words(judge_of.case, fact.indicator)
    )  # fmt: skip
    if not isinstance(fact.value, int | float) and (
        indicator is None or indicator.kind != "benchmark"
    ):
        return replace(
            verdict, qualitative=True, actual=BY_PERSON, note="要求中没有数值，由审核人核实"
        )
    if not found:
        note = "指标目录没有这一指标的计算方法，个案也没有同名数据，由审核人核对"
        return replace(verdict, note=note)
    if indicator is not None and indicator.kind == "benchmark":
        return _against_benchmark(verdict, fact, found)
    if not isinstance(fact.value, int | float):
        return replace(
            verdict, qualitative=True, actual=BY_PERSON, note="要求中没有数值，由审核人核实"
        )
    if whole := as_one(fact, found):
        return _softened(_once(verdict, fact, whole), fact)
    if len(found) > 1:
        return _over_years(verdict, fact, found)
    return _softened(_once(verdict, fact, found[0]), fact)


def _years(window: str) -> int | None:
    match = WINDOW.search(window)
    number = parse_numeral(match[1]) if match else None
    return int(number) if number and number <= 20 else None


def _once(verdict: Verdict, fact: Fact, measure: Measure) -> Verdict:
    """The verdict on one value."""
    value = in_unit(measure, fact.unit)
    told = replace(verdict, formula=measure.formula, evidence=measure.evidence)
    if measure.value is None:
        return _from_part(told, fact, measure)
    if value is None:
        return replace(
            told, note=f"个案的单位（{measure.unit}）与要求的单位（{fact.unit}）不能换算"
        )
    if fact.basis.startswith("占") and measure.unit == "%" and not 0 <= measure.value <= 100:
        return replace(
            told, actual=shown(value, fact.unit), note="部分大于整体或为负数，请核对个案数据"
        )
    met, more = _has(value, fact)
    notes = list(measure.notes) if met is not None else [*measure.notes, "“约”的幅度没有规定"]
    notes += [*_readings(measure, fact, met), *more]
    bound = fact.value if isinstance(fact.value, int | float) else None
    when = f"（{measure.year}年）" if measure.year else ""
    return replace(
        told, met=met, value=round(value, 6), actual=shown(value, fact.unit, bound) + when,
        gap=gap_of(value, fact), note="；".join(notes),
    )  # fmt: skip


def _has(value: float, fact: Fact) -> tuple[bool | None, list[str]]:
    """Whether the value meets the fact; who has two of a thing has the one that is asked."""
    met = meets(value, fact)
    more = isinstance(fact.value, int | float) and value > fact.value
    if met is False and fact.op == "=" and more and unit_class(fact.unit) == "count":
        return True, [f"政策写“{fact.value:g}{fact.unit}”，多于该数按已具备计"]
    return met, []


def _from_part(verdict: Verdict, fact: Fact, measure: Measure) -> Verdict:
    """A sum of which a part is unknown may be enough already."""
    if measure.least is not None and fact.op in (">=", ">") and meets(measure.least, fact):
        actual = f"至少{shown(measure.least, fact.unit)}"
        return replace(
            verdict, met=True, actual=actual, note=f"{measure.missing}，已填部分已达到要求"
        )
    return replace(verdict, note=measure.missing)


def _readings(measure: Measure, fact: Fact, met: bool | None) -> list[str]:
    """The other ways to read the indicator under which the verdict would be another."""
    found = []
    for name, other in measure.others:
        value = converted(other, measure.unit, fact.unit)
        if value is not None and meets(value, fact) is not met:
            outcome = "达到" if meets(value, fact) else "未达到"
            found.append(
                f"结论取决于口径：{name}为{shown(value, fact.unit)}，{outcome}要求，政策未写明用哪种"
            )
    return found


def _over_years(verdict: Verdict, fact: Fact, found: Sequence[Measure]) -> Verdict:
    """The verdict on several years: each must do where the text says so, or all read alike."""
    single = [_once(verdict, fact, measure) for measure in found]
    met = every(one.met for one in single)
    if not fact.every and met is False and any(one.met for one in single):
        note = "各年有达到、有未达到，政策未写明是每年、平均还是合计，由审核人判断"
        return replace(_summed(verdict, single, found), met=None, note=note)
    judged = replace(_summed(verdict, single, found), met=met)
    return _softened(judged, fact)


def _summed(verdict: Verdict, single: Sequence[Verdict], found: Sequence[Measure]) -> Verdict:
    values = [one for one in single if isinstance(one.value, int | float)]
    failing = [one for one in values if one.met is False] or values
    worst = max(failing, key=lambda one: _size(one.gap), default=verdict)
    return replace(
        verdict, value=worst.value, gap=worst.gap,
        actual="、".join(one.actual for one in single if one.actual),
        formula="；".join(dict.fromkeys(one.formula for one in single if one.formula)),
        evidence="、".join(dict.fromkeys(one.evidence for one in single)),
        note="；".join(measure.missing for measure in found if measure.missing),
    )  # fmt: skip


def _size(gap: str) -> float:
    match = re.search(r"[\d.]+", gap)
    return float(match[0]) if match else -1.0


def _softened(verdict: Verdict, fact: Fact) -> Verdict:
    """一般、原则上 leave room: what misses such a bound goes to a person."""
    if fact.soft and verdict.met is False:
        note = "“一般”“原则上”为原则性要求，未达到是否影响认定由审核人判断"
        return replace(verdict, met=None, note="；".join(filter(None, (verdict.note, note))))
    return verdict


def _against_benchmark(verdict: Verdict, fact: Fact, found: Sequence[Measure]) -> Verdict:
    """A level against the benchmark that the case gives beside it."""
    evidence = "、".join(measure.evidence for measure in found)
    missing = "；".join(measure.missing for measure in found if measure.missing)
    level, benchmark = found[0].value, found[-1].value
    if level is None or benchmark is None or len(found) < 2:
        return replace(verdict, evidence=evidence, note=missing)
    bound = replace(fact, value=benchmark, unit="")
    return replace(
        verdict, met=meets(level, bound), value=level, actual=f"{level:g}（行业基准值 {benchmark:g}）",
        evidence=evidence, gap=gap_of(level, bound), note="基准值以个案填报为准，须核对出处",
    )  # fmt: skip
