"""分别奖励10万元、30万元、50万元: each sum with the one of the list before it that it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policydoc.chinese.quantities import Quantity
from policydoc.extractors._statements import Statement
from policydoc.model import Fact

RESPECTIVELY = "分别"
_PARTS = re.compile("、|以及|和(?!谐)|及(?!其|时)|与")
_FRAME = re.compile("^对于?|^凡是?|的$")
_LEAST = 5  # characters of a list that stands in the clause of the sums itself


def with_respective_cases(statement: Statement, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts of a statement; awards given 分别 have their own condition each."""
    cases: dict[Fact, str] = {}
    for match in re.finditer(RESPECTIVELY, statement.text):
        clause = statement.clause_at(match.start())
        end = statement.clauses[clause][1]
        awards = [f for f in facts if f.kind == "award" and match.start() <= f.end <= end]
        said = _cases(statement, facts, clause, match.start())
        if len(awards) == len(said) > 1:
            cases |= dict(zip(awards, said, strict=True))
    for fact in facts:
        yield replace(fact, condition=cases[fact]) if fact in cases else fact


def _cases(statement: Statement, facts: Sequence[Fact], clause: int, stop: int) -> list[str]:
    """What the list before 分别 names: figures of one measure, or names."""
    start = statement.clauses[clause][0]
    if stop - start < _LEAST and clause:
        start, stop, _ = statement.clauses[clause - 1]
    bounds = [f for f in facts if f.kind == "threshold" and start <= f.start and f.end <= stop]
    if len(bounds) > 1:
        return _measures(statement, bounds)
    words = statement.text[start:stop].strip()
    return [part for part in _PARTS.split(_FRAME.sub("", words)) if part]


def _measures(statement: Statement, bounds: Sequence[Fact]) -> list[str]:
    """年产值首次突破1亿元, 年产值首次突破5亿元, …: the words before the first figure hold for all."""
    first = bounds[0]
    number = next(
        (
            e.core_start
            for e in statement.expressions
            if isinstance(e, Quantity) and first.start <= e.core_start < first.end
        ),
        first.start,
    )
    head = _FRAME.sub("", statement.text[first.start : number])
    figures = [statement.text[number : first.end], *(fact.quote for fact in bounds[1:])]
    return [head + figure for figure in figures]
