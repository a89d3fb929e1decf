"""The targets of a development plan by year: base, three years, what the policy asks, deviations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from policydoc.errors import TemplateError
from policydoc.generation.figures import MOOT, UNKNOWN, comparison_in_words, written
from policydoc.generation.plain import Record, record
from policydoc.model import Case, Series, Verdict
from policydoc.workspace import catalogue

HORIZON = 3


def planned(case: Case) -> Case:
    """The case as it stands when the plan is fulfilled: to be judged by the same criteria.

    Series become those of the plan; single figures and counts take the plan's last year.
    """
    series = {**case.series}
    figures, counts = {**case.figures}, {**case.counts}
    for key, target in case.plan.items():
        last = target.values[max(target.values)] if target.values else None
        if key in figures or (key not in series and key not in counts):
            figures[key] = last
        elif key in counts:
            counts[key] = last
        else:
            kept = {y: v for y, v in series[key].values.items() if y < min(target.values)}
            series[key] = Series(target.unit, {**kept, **target.values})
    last_year = max((max(t.values) for t in case.plan.values() if t.values), default=0)
    series = {
        key: one for key, one in series.items() if not last_year or last_year in one.values
    }  # fmt: skip
    return replace(case, series=series, figures=figures, counts=counts, example=case.example)


def plan_years(case: Case) -> list[int]:
    """The years of the plan: the same consecutive years for every target.

    Raises:
        TemplateError: No targets, or targets with differing or missing years.
    """
    found = {key: sorted(target.values) for key, target in case.plan.items()}
    years = sorted({year for one in found.values() for year in one})
    if not years:
        raise TemplateError(
            "数据中没有规划目标，请填写 [plan.…]（或“规划目标”表）各年目标。", subject="plan"
        )
    if len(years) != HORIZON:
        raise TemplateError(
            f"规划目标填了 {len(years)} 个年份（{years[0]}—{years[-1]}），三年发展规划应逐年填写三年。",
            subject="plan",
        )
    wrong = [key for key, one in found.items() if one != years]
    if wrong or years != list(range(years[0], years[0] + len(years))):
        raise TemplateError(
            f"规划目标的年份不齐：应逐年填写 {years[0]}—{years[-1]} 年，请补齐"
            f"{'、'.join(wrong) or '缺少的年份'}。",
            subject="plan",
        )
    return years


def base_of(case: Case, key: str, first: int) -> tuple[int | None, float | None]:
    """The base year and value of a target: the last year before the plan that is known."""
    if key in case.series:
        known = {y: v for y, v in case.series[key].values.items() if v is not None and y < first}
        if known:
            return max(known), known[max(known)]
        return None, None
    value = case.figures.get(key, case.counts.get(key))
    return (first - 1, value) if value is not None else (None, None)


def target_record(case: Case, criteria: Iterable[Verdict], citations: Mapping[str, str]) -> Record:
    """The plan's tables: `years`, `rows` of targets, `checks` against criteria, `hints`."""
    years = plan_years(case)
    rows = [_row(case, key, target, years) for key, target in case.plan.items()]
    hints = [hint for key, target in case.plan.items() for hint in _hints(case, key, target, years)]
    checks = [
        {
            "criterion": verdict.criterion, "required": comparison_in_words(verdict.required),
            "actual": verdict.actual or UNKNOWN, "formula": verdict.formula,
            "met": {True: "达到", False: "未达到", None: "待核实"}[verdict.met]
            if verdict.applies
            else MOOT,
            "eid": verdict.eid, "words": verdict.quote,
            "citation": citations.get(verdict.eid, ""),
        }
        for verdict in criteria
        if verdict.indicator_id and not verdict.qualitative
    ]  # fmt: skip
    hints += [
        f"按规划目标测算，“{check['criterion']}”{check['required']}的要求尚未达到（{check['actual']}）。"
        for check in checks
        if check["met"] == "未达到"
    ]
    return record(
        {
            "years": years, "first": years[0], "last": years[-1], "base_year": years[0] - 1,
            "span": f"{years[0]}—{years[-1]}年", "count": len(rows),
            "rows": rows, "checks": checks, "hints": hints, "even": len(years) == HORIZON,
        },
        "targets",
    )  # fmt: skip


def _row(case: Case, key: str, target: Series, years: list[int]) -> dict[str, object]:
    base_year, base = base_of(case, key, years[0])
    last = target.values[years[-1]]
    return {
        "key": key, "label": catalogue().label(key), "unit": target.unit or catalogue().unit(key),
        "base_year": base_year, "base": written(base),
        "cells": [written(target.values[year]) for year in years],
        "growth": _growth(base, last, years[-1] - (base_year or years[0] - 1)),
    }  # fmt: skip


def _growth(base: float | None, last: float | None, years: int) -> str:
    if not base or last is None or base < 0 or last < 0 or years < 1:
        return "—"
    return f"{((last / base) ** (1 / years) - 1) * 100:.2f}%"


def _hints(case: Case, key: str, target: Series, years: list[int]) -> list[str]:
    """Where a target falls behind the year before, or has no base."""
    label, unit = catalogue().label(key), catalogue().unit(key)
    base_year, base = base_of(case, key, years[0])
    less = catalogue().is_better_lower(key)
    steps: list[tuple[int | None, float | None]] = [(base_year, base)] if base is not None else []
    steps += [(year, target.values[year]) for year in years]
    hints = [] if base is not None else [f"“{label}”没有基期值，目标无从考核，请补填。"]
    for (before, old), (year, new) in pairwise(steps):
        if new is None:
            hints.append(f"“{label}”{year}年目标未填。")
        elif old is None:
            continue
        elif (new > old) if less else (new < old):
            direction = "高" if less else "低"
            hints.append(
                f"“{label}”{year}年目标{new:.10g}{unit}{direction}于{before}年的{old:.10g}{unit}，请核对。"
            )
    return hints


def result_record(case: Case, year: int | None) -> Record:
    """Targets against results: `year`, `rows` with target, result, rate and whether reached."""
    known = sorted({y for one in case.results.values() for y, v in one.values.items()})
    if not known:
        raise TemplateError(
            "数据中没有完成情况，请填写 [results.…]（或“完成情况”表）。", subject="results"
        )
    year = year or known[-1]
    rows = []
    for key, target in case.plan.items():
        goal = target.values.get(year)
        reached = case.results[key].values.get(year) if key in case.results else None
        rows.append(
            {
                "key": key, "label": catalogue().label(key), "unit": target.unit or catalogue().unit(key),
                "target": written(goal), "result": written(reached),
                "rate": f"{reached / goal * 100:.1f}%" if goal and reached is not None else "—",
                "state": UNKNOWN if goal is None or reached is None
                else ("完成" if _is_reached(key, goal, reached) else "未完成"),
            }
        )  # fmt: skip
    done = sum(row["state"] == "完成" for row in rows)
    return record(
        {
            "year": year, "rows": rows, "count": len(rows), "done": done,
            "open": sum(row["state"] == "未完成" for row in rows),
            "unknown": sum(row["state"] == UNKNOWN for row in rows),
        },
        "progress",
    )  # fmt: skip


def _is_reached(key: str, goal: float, reached: float) -> bool:
    """Is the target met? 单位产值能耗 must not exceed it."""
    return reached <= goal if catalogue().is_better_lower(key) else reached >= goal
