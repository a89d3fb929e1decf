"""Thresholds: what must be reached or not exceeded, with alternatives by group and branch."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from policydoc.chinese.comparators import reading
from policydoc.chinese.dates import WINDOW
from policydoc.chinese.indicators import identify
from policydoc.extractors._facts import build
from policydoc.extractors._measures import of_kind
from policydoc.extractors._phrases import condition_of, measured
from policydoc.extractors._statements import Statement, statements
from policydoc.extractors._times import of_kind as lengths
from policydoc.model import Fact, Policy
from policydoc.plugins import Extractor
from policydoc.workspace import catalogue

_BENCHMARK = re.compile(
    r"(?P<op>不得低于|不得高于|不得超过|不低于|不高于|不超过|不差于|高于|优于|低于|超过|达到|大于|小于)"
    r"(?P<value>[^，。；：、\d]{0,14}?(?:基准值|基准水平|标杆水平|平均水平|平均值|先进值|先进水平|准入值|准入水平|"
    r"限额标准(?:先进值|限定值|准入值)?|限额先进值|限额|平均增速|平均增长率|平均增幅|限值|限定值|(?:国家|地方|行业|排放|保障|工资|最低|准入|环保|质量|收费)标准|票面金额))(?!\s*[\d一二三四五六七八九十])"
)
_MEETS = re.compile(
    r"(?:总量|强度|水平|排放|能耗|质量|浓度|指标|限额)(?P<op>达到|符合|满足)"
    r"(?P<value>(?:国家|省|市|行业|地方|所在地|相关|有关)[^，。；]{0,12}?(?:要求|标准|规定))"
)
_OPS = {
    "达到": ">=", "不低于": ">=", "不得低于": ">=", "高于": ">", "优于": ">", "超过": ">",
    "大于": ">", "低于": "<", "小于": "<", "不高于": "<=", "不超过": "<=", "不得高于": "<=",
    "不得超过": "<=", "不差于": ">=", "符合": "=", "满足": "=",
}  # fmt: skip


def _extract(policy: Policy) -> Iterator[Fact]:
    by_eid: dict[str, list[Fact]] = {}
    for fact in (*of_kind(policy, "threshold"), *lengths(policy, "threshold")):
        by_eid.setdefault(fact.eid, []).append(fact)
    for statement in statements(policy):
        facts = by_eid.get(statement.eid, [])
        facts += _benchmarks(statement)
        if facts:
            facts.sort(key=lambda fact: fact.start)
            yield from _with_branches(statement, facts)


def _benchmarks(statement: Statement) -> Iterator[Fact]:
    taken = -1
    for match in sorted(
        (m for pattern in (_BENCHMARK, _MEETS) for m in pattern.finditer(statement.text)),
        key=lambda m: (m.start("op"), -m.end()),
    ):
        if match.start("op") > taken:
            taken = match.end()
            yield _benchmark(statement, match)


_WINDOW = re.compile(WINDOW, re.X)
_LESS_IS_BETTER = re.compile(
    r"能耗|消耗|煤耗|水耗|电耗|排放|浓度|用水量|取水量|强度|噪声|不合格率|负债率"
)


def _benchmark(statement: Statement, match: re.Match[str]) -> Fact:
    clause = statement.clause_at(match.start())
    start = statement.clauses[clause][0]
    window = _WINDOW.search(statement.text, start, match.start("op"))
    first = window.end() if window and window.start() == start else start
    indicator = measured(statement.text[first : match.start("op")])
    condition, condition_start = condition_of(statement, clause)
    op = _OPS[match["op"]]
    if match["op"] in ("优于", "不差于") and _LESS_IS_BETTER.search(indicator):
        op = {">": "<", ">=": "<="}[op]
    return build(
        statement, "threshold", condition_start if condition else start, match.end(),
        indicator=indicator, indicator_id=identify(catalogue(), indicator, ""),
        soft=statement.text[: match.start("op")].endswith(("一般", "原则上", "原则")),
        op=op, value=match["value"], condition=condition,
        window=window[0] if window and first > start else "", basis_note=reading(match["op"], op),
    )  # fmt: skip


_ANY_OF = re.compile(
    r"(?:下列|以下|如下)[^。；]{0,10}(?:条件|情形|标准|要求|指标)?之一|(?:任一|任意一|其中之?一)[项个条]?(?:条件|标准)?"
)
_SOME_OF = re.compile(
    r"(?:下列|以下|如下)[^。；：]{0,10}?(?:中(?:的)?(?:任意|任何|至少|不少于)?|(?:任意|任何|至少|不少于))"
    r"(?P<n>[两二三四五六七八\d])[项个条种](?:[(（]含[)）])?(?:及?以上)?"
    r"|(?:下列|以下|如下)[^。；：]{0,10}?(?P<m>[两二三四五六七八\d])[项个条种](?:[(（]含[)）])?及?以上"
    r"|至少(?:满足|符合|具备|达到)(?:下列|以下|如下)[^。；：]{0,10}?(?P<k>[两二三四五六七八\d])[项个条种]"
)
_ALL_OF = re.compile(r"同时(?:满足|符合|具备|达到)(?:下列|以下)")
_JOINED = re.compile(r"\s*(?:且|并且|同时|但)")
_OR = re.compile(r"^\s*(?:或者|或是|或)(?!以上)")


def _with_branches(statement: Statement, facts: list[Fact]) -> Iterator[Fact]:
    if statement.lead and statement.item:
        logic, note = _lead_logic(statement.lead)
        yield from _by_item(statement, _inline(statement, facts), logic, note)
        return
    yield from _inline(statement, facts)


def _lead_logic(lead: str) -> tuple[str, str]:
    """any, all or "" by the words that lead in a list; and how many, for 下列条件中的两项."""
    if _ANY_OF.search(lead):
        return "any", ""
    if some := _SOME_OF.search(lead):
        return "any", some["n"] or some["m"] or some["k"]
    return ("all", "") if _ALL_OF.search(lead) else ("", "")


def _by_item(statement: Statement, facts: list[Fact], logic: str, note: str) -> Iterator[Fact]:
    """Each item is a branch; alternatives within an item of 同时满足 stay alternatives."""
    for fact in facts:
        if not logic or (fact.group and logic == "all"):
            yield fact
            continue
        branch = f"{statement.item}.{fact.branch}" if fact.group else str(statement.item)
        told = f"各项中至少满足{note}项" if note else ""
        yield replace(
            fact, group=statement.lead_eid, branch=branch, logic=logic,
            basis_note="；".join(filter(None, (told, fact.basis_note))),
        )  # fmt: skip


def _inline(statement: Statement, facts: list[Fact]) -> list[Fact]:
    """A，或者B in one text: the two sides are branches of one group."""
    if "之一" in statement.text and (listed := _listed(statement, facts)):
        return listed
    if "或" not in statement.text:
        return facts
    starts = [fact.start for fact in facts]
    for number, (at, reach) in enumerate((*_breaks(statement), *_within(facts)), 1):
        middle = bisect_left(starts, at)
        left = range(bisect_left(starts, reach), middle)
        right = range(middle, bisect_left(starts, _side_end(statement, at)))
        if left and right:
            _branch(facts, left, right, f"{statement.eid}:{number}")
    return facts


def _listed(statement: Statement, facts: list[Fact]) -> list[Fact]:
    """满足下列条件之一：A；B in one text: each part between semicolons is a branch."""
    lead = _ANY_OF.search(statement.text)
    colon = re.search(r"[：:]", statement.text[lead.end() : lead.end() + 12]) if lead else None
    if lead is None or colon is None:
        return []
    first = lead.end() + colon.end()
    stop = statement.text.find("。", first)
    last = len(statement.text) if stop < 0 else stop
    name = f"{statement.eid}:1"
    marks = [m.start() for m in re.finditer("[；;]", statement.text[first:last])]
    return [
        replace(
            fact, group=name, logic="any", branch=str(bisect_left(marks, fact.start - first) + 1)
        )
        if first <= fact.start < last
        else fact
        for fact in facts
    ]


def _within(facts: list[Fact]) -> Iterator[tuple[int, int]]:
    """A或B within one clause: the second fact's own words begin with 或."""
    for left, right in pairwise(facts):
        if right.start - left.end <= 1 and _OR.match(right.quote):
            yield right.start, left.start


def _branch(facts: list[Fact], left: range, right: range, name: str) -> None:
    """Mark both sides; a side that already is a branch passes its group on: A或者B或者C."""
    last = facts[left[-1]]
    name, count = last.group or name, int(last.branch or 1)
    for index in left:
        if not facts[index].group:
            facts[index] = replace(facts[index], group=name, branch=str(count), logic="any")
    for index in right:
        facts[index] = replace(facts[index], group=name, branch=str(count + 1), logic="any")


def _breaks(statement: Statement) -> Iterator[tuple[int, int]]:
    """Where a clause begins with 或者, and how far back its other side reaches."""
    for index, (start, end, _) in enumerate(statement.clauses):
        if index == 0 or not _OR.match(statement.text[start:end]):
            continue
        mark = statement.clauses[index - 1][2]
        back = index - 1
        if mark in "；;":
            while back > max(0, index - 12) and statement.clauses[back - 1][2] not in "。；;：:":
                back -= 1
        else:
            while back > max(0, index - 12) and re.match(
                r"\s*(?:且|并且|同时|其中)", _words(statement, back)
            ):
                back -= 1
        yield start, statement.clauses[back][0]


def _words(statement: Statement, clause: int) -> str:
    start, end, _ = statement.clauses[clause]
    return statement.text[start:end]


def _side_end(statement: Statement, start: int) -> int:
    """The right side reaches to the end of its clause, or of those joined to it by 且."""
    index = statement.clause_at(start)
    while index + 1 < len(statement.clauses) and _JOINED.match(_words(statement, index + 1)):
        index += 1
    return statement.clauses[index][1]


EXTRACTOR = Extractor(_extract)
