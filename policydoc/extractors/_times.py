"""Durations, dates and frequencies of a policy: read once, sorted by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.dates import Moment, Window
from policydoc.chinese.expressions import Every
from policydoc.chinese.quantities import Quantity
from policydoc.extractors._bounds import as_said
from policydoc.extractors._durations import duration
from policydoc.extractors._facts import build
from policydoc.extractors._moments import moment_fact, window_fact
from policydoc.extractors._parties import actor_before
from policydoc.extractors._phrases import surroundings
from policydoc.extractors._statements import Statement, statements
from policydoc.model import Fact, Kind, Policy


def times(policy: Policy) -> tuple[Fact, ...]:
    """Deadlines, validity, frequencies, dates and lengths of time required; of the last policy."""
    if _LAST and _LAST[0][0] is policy:
        return _LAST[0][1]
    found = tuple(fact for s in statements(policy) if s.expressions for fact in _of(s))
    found = as_said(policy, found)
    _LAST[:] = [(policy, found)]
    return found


_LAST: list[tuple[Policy, tuple[Fact, ...]]] = []


def of_kind(policy: Policy, kind: str) -> Iterator[Fact]:
    """The facts of one kind among the times."""
    return (fact for fact in times(policy) if fact.kind == kind)


def _of(statement: Statement) -> Iterator[Fact]:
    titled = statement.kind in (Kind.TITLE, Kind.NOTE)
    for index, expression in enumerate(statement.expressions):
        if isinstance(expression, Moment):
            yield moment_fact(statement, index, expression)
        elif titled:
            continue
        elif isinstance(expression, Window):
            yield window_fact(statement, index, expression)
        elif isinstance(expression, Every):
            yield from _every(statement, index, expression)
        elif expression.family == "time":
            yield from duration(statement, index, expression)


_ACTS = re.compile(
    r"^[^，。；]{0,20}?(?:考核|评估|报送|上报|开展|组织|进行|公布|复核|监测|检查|汇总|更新|评价|审核|抽查|培训|安排|发布|召开|"
    r"申报|认定|通报|报告|调度|核查|评审|巡查|研究|举办|修订|调整|受理|遴选|评选|测评|自评|清理|总结|公开|备案|填报|跟踪|督导)"
)
_TIMES = re.compile(
    r"(?:至少|不少于|不低于|不超过|最多)?[一二两三四五六七八九十\d]+(?:次|轮|期|批)"
)


def _every(statement: Statement, index: int, every: Every) -> Iterator[Fact]:
    around = surroundings(statement, index)
    rest = statement.expressions[index + 1 : index + 6]
    clause_end = around.end
    inside = [e for e in rest if e.start < clause_end and not isinstance(e, Window)]
    repeated = next((e for e in inside if isinstance(e, Quantity) and e.unit in ("次", "轮")), None)
    follows = statement.text[every.end : clause_end]
    if repeated is None and (inside or not _ACTS.match(follows)):
        return
    event = re.search(r"[^，。；]*(?:后|起|期间|期内|以来)(?:，)?\s*$", around.left)
    start = around.left_start + event.start() if event else every.start
    end = clause_end if repeated is None else max(repeated.end, min(clause_end, repeated.end + 40))
    value = repeated.value if repeated else 1
    period = f"{every.count:g}{every.unit}" if every.count != 1 else every.unit
    period = "半年" if period == "6个月" else period
    least = repeated is None or not repeated.op
    least = least and re.match(r"[^，。；]{0,4}?(?:至少|不少于|最少)", follows) is not None
    op = ">=" if least else (repeated.op or "=" if repeated else "=")
    follows = _LEAST.sub("", follows)
    yield build(
        statement, "frequency", start, end, op=op, value=value,
        unit=f"次/{period}", amount=_yearly(value, every), base_unit="次/年",
        upper=repeated.upper if repeated else None,
        action=_TIMES.sub("", follows).strip(), trigger=around.left[event.start() :].strip() if event else "",
        actor=actor_before(statement, around.clause, every.start),
        basis_note=repeated.note if repeated else "",
    )  # fmt: skip


_LEAST = re.compile(r"(?<![一-鿿]{5})(?:至少|不少于|最少)")
_PER_YEAR = {"年": 1, "年度": 1, "季度": 4, "月": 12, "个月": 12, "周": 52, "日": 365, "天": 365,
             "工作日": 250, "学年": 1, "学期": 2}  # fmt: skip


def _yearly(value: float, every: Every) -> float:
    return round(value * _PER_YEAR[every.unit] / every.count, 4)
