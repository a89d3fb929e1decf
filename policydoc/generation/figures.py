"""A case and its verdicts as records: tables by year, counts, single figures, who is who."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from policydoc.chinese.punctuation import quoted_within
from policydoc.generation.evidence import materials_for
from policydoc.generation.labels import profile_label
from policydoc.generation.plain import Record, record
from policydoc.generation.provisions import Citer
from policydoc.model import Case, Series, Verdict
from policydoc.workspace import catalogue

UNKNOWN = "未核实"
MET = {True: "符合", False: "不符合", None: "待核实"}
MOOT = "不适用"
_COMPUTES = re.compile(r"[=÷×^]")


def written(value: float | str | bool | None) -> str:
    """A figure as it stands in a table; an unknown one is 未核实."""
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, bool):
        return "是" if value else "否"
    return f"{value:.10g}" if isinstance(value, int | float) else str(value)


def years_of(series: Mapping[str, Series]) -> list[int]:
    """All years of the series, in order."""
    return sorted({year for one in series.values() for year in one.values})


def rows_by_year(series: Mapping[str, Series], years: Iterable[int | str]) -> list[dict[str, Any]]:
    """One row for each series: key, label, unit and the figures of `years` as written."""
    rows = []
    for key, one in series.items():
        cells = [written(one.values.get(year)) if isinstance(year, int) else year for year in years]
        rows.append(
            {
                "key": key,
                "label": catalogue().label(key),
                "unit": one.unit or catalogue().unit(key),
                "cells": cells,
            }
        )
    return rows


def case_record(case: Case) -> Record:
    """The case as templates see it."""
    known = years_of(case.series)[-3:]
    years: list[int | str] = [*["—"] * (3 - len(known)), *known]
    return record(
        {
            "name": case.name,
            "example": case.example,
            "mark": "（示例）" if case.example else "",
            "profile": record(case.profile, "case.profile"),
            "people": case.people,
            "years": years,
            "series": rows_by_year(case.series, years),
            "counts": _single(case.counts),
            "figures": _single(case.figures),
            "latest": {
                key: written(one.values[max(one.values)])
                for key, one in case.series.items()
                if one.values
            },
            "count": {key: written(value) for key, value in case.counts.items()},
            "figure": {key: written(value) for key, value in case.figures.items()},
        },
        "case",
    )  # fmt: skip


def _single(values: Mapping[str, float | None]) -> list[dict[str, Any]]:
    names = catalogue()
    return [
        {"key": key, "label": names.label(key), "unit": names.unit(key), "value": written(value)}
        for key, value in values.items()
    ]


_COMPARATORS = (
    (r"≥\s*", "不低于"),
    (r"≤\s*", "不超过"),
    (r"[>＞]\s*", "高于"),
    (r"[<＜]\s*", "低于"),
)


def comparison_in_words(required: str) -> str:
    """≥ 10 亿元 as an official document writes it: 不低于10亿元."""
    for sign, word in _COMPARATORS:
        required = re.sub(sign, word, required)
    return re.sub(r"(?<=\d) (?=[\u4e00-\u9fff])", "", required)


_KEY = re.compile(r"\b(aspects|profile|series|counts|figures|plan|results)\.(\w+)(?:\.(\d{4}))?")


def in_words(text: str) -> str:
    """Evidence with the keys of the case written as people call them."""

    def word(found: re.Match[str]) -> str:
        section, key, year = found.groups()
        if section == "aspects":
            return f"第{key}方面情况说明"
        label = profile_label(key)[0] if section == "profile" else catalogue().label(key)
        return f"{label}（{year}年）" if year else f"“{quoted_within(label)}”"

    text = _KEY.sub(word, text)
    return re.sub(r"(?<![\w.])[a-z][a-z_]{2,}(?![\w.])", lambda m: catalogue().label(m[0]), text)


def _evidence(verdict: Verdict) -> str:
    """Where the figure stands, or which one is wanting."""
    told = in_words(verdict.evidence)
    wanting = told and verdict.met is None and not verdict.qualitative
    return f"待补：{told}" if wanting else told


def met_in_words(verdict: Verdict) -> str:
    """符合, 不符合, 待核实, 需人工判断; 不适用 where its condition does not hold."""
    if not verdict.applies:
        return MOOT
    return "需人工判断" if verdict.qualitative and verdict.met is None else MET[verdict.met]


def verdict_records(verdicts: Iterable[Verdict], citer: Citer) -> list[Record]:
    """Verdicts as records with running numbers."""
    return [
        record(
            {
                "number": number,
                "criterion": verdict.criterion,
                "required": comparison_in_words(verdict.required),
                "actual": (verdict.actual or UNKNOWN).removeprefix("个案填报："),
                "met": met_in_words(verdict),
                "qualitative": verdict.qualitative,
                "words": verdict.quote,
                "eid": verdict.eid,
                "citation": citer(verdict.eid),
                "evidence": _evidence(verdict),
                # A formula that only names its figure says nothing the figure does not.
                "formula": verdict.formula if _COMPUTES.search(verdict.formula) else "",
                "gap": verdict.gap,
                "materials": materials_for(verdict.criterion, verdict.quote),
                "note": verdict.note,
            },
            "verdicts",
        )
        for number, verdict in enumerate(verdicts, 1)
    ]
