"""Thresholds side by side: one row an indicator, alternatives branch by branch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policydoc.chinese.folding import words_only
from policydoc.comparison.judging import Judgement, judge
from policydoc.comparison.meeting import Matter, dice, held, iter_keys, matters
from policydoc.comparison.places import Text, Texts
from policydoc.comparison.rows import row_of
from policydoc.comparison.sentences import sentence
from policydoc.model import Fact, FactRow

_ALIKE = 0.6
_ALIKE_TOGETHER = 0.3
_BOUNDS = {">=": "least", ">": "least", "<=": "most", "<": "most"}
_HANGING = re.compile(
    "^(?:的|且|并且|并|由|经|在(?![孵建职校岗研册编训读营])|应当?|须|其中|达到|要求)+"
)
_GRANTED = re.compile("奖|补助|补贴|资助|贴息|扶持|支持|给予")
_JOINED = re.compile("或者|以及|或|和|及|、|/")
_AIMS = {"duty", "principle", "purpose"}
_HELD = 0.6
_LONGEST = 30


def threshold_rows(texts: Texts) -> tuple[FactRow, ...]:
    """One row for each indicator that any of the policies bounds."""
    found = matters(texts, _thresholds, _vague, _closeness)
    return tuple(
        _with_alternatives(
            texts,
            matter,
            found,
            row_of(texts, matter, "threshold", _subject(texts, matter), _judge),
        )
        for matter in found
    )


def _judge(texts: Texts, lead: tuple[Fact, ...], other: tuple[Fact, ...]) -> Judgement:
    """As elsewhere; but what a text sets out to reach is no condition that an applicant meets."""
    owner = next((t for t in texts.others if any(f is other[0] for f in _all(t))), None)
    if owner is not None:
        places = texts.lead.unit_of(lead[0].eid), owner.unit_of(other[0].eid)
        roles = {texts.lead.roles.get(places[0], ""), owner.roles.get(places[1], "")}
        apart = not texts.are_paired(places[0], texts.lead, places[1], owner)
        if apart and "criterion" in roles and roles & _AIMS:
            return Judgement("not_comparable", "一方是条件，另一方是工作目标或者任务")
    return judge(lead[0], other[0])


def _all(text: Text) -> list[Fact]:
    return text.of_kind("threshold", "vague", "trend", "rank", "award")


def _with_alternatives(
    texts: Texts, matter: Matter, found: Sequence[Matter], row: FactRow
) -> FactRow:
    """An alternative that a text lacks is no missing demand: it leaves one way less to meet it."""
    verdicts, sentences = dict(row.verdicts), dict(row.sentences)
    lead = texts.lead
    for other, key in iter_keys(texts):
        for having, lacking, verdict in ((lead, other, "stricter"), (other, lead, "looser")):
            if _lacks_a_way(matter, found, having, lacking):
                less = f"{lacking.name}没有这一可选条件，可选的余地更小"
                both = (lead, row.cells[lead.id]), (other, row.cells[other.id])
                verdicts[key] = verdict
                sentences[key] = sentence(row.subject, *both, Judgement(verdict, less))
    return replace(row, verdicts=verdicts, sentences=sentences)


def _lacks_a_way(matter: Matter, found: Sequence[Matter], having: Text, lacking: Text) -> bool:
    """Whether one text offers this as one way of several, and the other only another of them."""
    ways = [f for f in matter.facts.get(having.id, ()) if f.group and f.logic == "any"]
    if not ways or lacking.is_digest or matter.facts.get(lacking.id):
        return False
    met = [
        fact
        for m in found
        if m is not matter and any(f.kind == "threshold" for f in m.facts.get(lacking.id, ()))
        for fact in m.facts.get(having.id, ())
        if fact.group == ways[0].group
    ]
    return bool(met) and all(fact.branch != ways[0].branch for fact in met)


def _thresholds(text: Text) -> Sequence[Fact]:
    return text.of_kind("threshold")


def _vague(text: Text) -> Sequence[Fact]:
    return text.of_kind("vague", "trend", "rank", "award")


def _closeness(
    texts: Texts, text: Text, ours: Fact, other: Text, theirs: Fact, together: bool
) -> float:
    """Equal ids are the same indicator anywhere; else the words decide, where texts answer."""
    same_id = bool(ours.indicator_id) and ours.indicator_id == theirs.indicator_id
    words = dice(ours.indicator, theirs.indicator)
    if theirs.kind == "award":
        return 0.5 * (together and ours.base_unit == theirs.base_unit and _is_given(ours))
    if theirs.kind != "threshold":
        return _vague_closeness(ours, theirs, same_id, together)
    branches = bool(ours.group and theirs.group) and ours.branch == theirs.branch
    known = bool(ours.indicator_id and theirs.indicator_id)
    overlap = together and not same_id and _overlap(ours, theirs)
    if not same_id and not overlap:
        if known and not (together and branches):
            return 0.0
        alone = together and words > 0 and _are_alone(text, ours, other, theirs)
        if not known and not alone and words < _floor(ours, theirs, together):
            return 0.0
    fit = ours.condition == theirs.condition, ours.window == theirs.window
    measure = ours.base_unit == theirs.base_unit
    if ours.amount != theirs.amount and (_is_rung(text, ours) or _is_rung(other, theirs)):
        return 0.0
    fitness = 0.5 * fit[0] + 0.25 * fit[1] + 0.25 * branches + 0.5 * measure
    return 2.0 * same_id + together + words + fitness


def _is_rung(text: Text, fact: Fact) -> bool:
    """One of several figures of one measure that a text gives sums for."""
    ladders = text.tally("measures", lambda: ((f.eid, f.indicator) for f in _thresholds(text)))
    is_one = ladders[fact.eid, fact.indicator] > 1
    return is_one and text.roles.get(text.unit_of(fact.eid)) == "support"


def _is_given(fact: Fact) -> bool:
    """Whether a bound of money is of what is granted, not of what is earned."""
    return bool(_GRANTED.search(fact.quote))


def _overlap(ours: Fact, theirs: Fact) -> bool:
    """Whether one names what the other names among more: 产值, 产值或者营业收入."""
    if ours.base_unit != theirs.base_unit or _BOUNDS.get(ours.op) != _BOUNDS.get(theirs.op):
        return False
    left, right = (_members(fact.indicator) for fact in (ours, theirs))
    return len(left) != len(right) and bool(left & right)


def _members(indicator: str) -> frozenset[str]:
    found = (words_only(part) for part in _JOINED.split(indicator))
    return frozenset(words for words in found if len(words) >= 2)


def _are_alone(text: Text, ours: Fact, other: Text, theirs: Fact) -> bool:
    """Whether each is the only figure in that unit of measure of its provision."""
    return (
        all(
            sum(f.eid == fact.eid and f.base_unit == fact.base_unit for f in _thresholds(side)) == 1
            for side, fact in ((text, ours), (other, theirs))
        )
        and ours.base_unit == theirs.base_unit
    )


def _floor(ours: Fact, theirs: Fact, together: bool) -> float:
    """How alike the words must be: little where provision, unit and bound agree already."""
    if not together:
        return 0.9
    bounds = _BOUNDS.get(ours.op), _BOUNDS.get(theirs.op)
    if ours.base_unit == theirs.base_unit and bounds[0] == bounds[1] and bounds[0]:
        return _ALIKE_TOGETHER
    return _ALIKE


def _vague_closeness(ours: Fact, theirs: Fact, same_id: bool, together: bool) -> float:
    if same_id:
        # A number says more than a trend, a trend more than 一定规模 elsewhere.
        return 1.0 + 0.5 * together + 0.1 * (theirs.kind == "vague")
    if not together:
        return 0.0
    share = max(held(ours.indicator, theirs.quote), held(theirs.indicator, ours.indicator))
    long_enough = len(theirs.indicator) >= 4
    return 0.9 * share if share >= _HELD and long_enough else 0.0


def _subject(texts: Texts, matter: Matter) -> str:
    """The indicator in the words of the first policy that bounds it."""
    for text in texts.all:
        for fact in matter.facts.get(text.id, ()):
            if fact.kind == "threshold":
                words = _HANGING.sub("", fact.indicator) or fact.quote
                return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return ""
