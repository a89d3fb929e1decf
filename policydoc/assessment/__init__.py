"""assess: the facts of a policy against the data of a case.

`cases` reads the data and `soundness` refuses what cannot be true; `criteria` is what the policy
asks, `tables` what its tables ask, `measures` what the case says on it, `bounds` compares the two, `judging` makes the verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from policydoc.assessment.bounds import either, every
from policydoc.assessment.criteria import Asked, iter_asked
from policydoc.assessment.judging import Judge, judge
from policydoc.assessment.tables import iter_tables_asked
from policydoc.model import Case, Policy, Verdict, walk
from policydoc.workspace import catalogue


def assess(policy: Policy, case: Case) -> tuple[Verdict, ...]:
    """Judge every criterion of the policy on the case.

    Returns:
        In reading order; alternatives of which one suffices are one verdict with `branches`.
    """
    judge_of = Judge(policy.identity.id, case, catalogue())
    texts = {provision.eid: provision.text for provision in walk(policy)}
    place = {eid: number for number, eid in enumerate(texts)}
    asked = sorted(
        (*iter_asked(policy), *iter_tables_asked(policy)), key=lambda one: place[one.eid]
    )
    return tuple(_verdicts(asked, judge_of, texts))


def _verdicts(asked: Sequence[Asked], judge_of: Judge, texts: dict[str, str]) -> Iterator[Verdict]:
    members: dict[str, list[Asked]] = {}
    for one in asked:
        if one.group:
            members.setdefault(one.group, []).append(one)
    done: set[str] = set()
    for one in asked:
        if not one.group or len({m.branch for m in members[one.group]}) < 2:
            yield judge(one, judge_of)
        elif one.group not in done:
            done.add(one.group)
            yield _alternatives(members[one.group], judge_of, texts)


def _alternatives(asked: Sequence[Asked], judge_of: Judge, texts: dict[str, str]) -> Verdict:
    """One verdict on alternatives: met if one branch is met in all that it asks."""
    by_branch = [
        list(group) for _, group in groupby(asked, key=lambda one: one.branch.partition(".")[0])
    ]
    branches = [[judge(one, judge_of) for one in branch] for branch in by_branch]
    least = asked[0].least
    met = either(map(_met, branches), least)
    joint = "；或者" if least == 1 else "；"
    rule = "其中一项达到即可" if least == 1 else f"其中至少{least}项须达到"
    first, last = asked[0], asked[-1]
    within = first.eid == last.eid
    quote = texts[first.eid][first.start : last.end] if within else first.quote
    flat = [one for branch in branches for one in branch]
    reached = [one for branch in branches for one in branch if _met(branch)]
    return Verdict(
        judge_of.policy,
        joint.join("，".join(one.criterion for one in branch) for branch in branches),
        first.eid,
        quote,
        joint.join("，".join(one.required for one in branch) for branch in branches),
        actual=joint.join("，".join(one.actual or "未填" for one in branch) for branch in branches),
        value=reached[0].value if reached else None,
        unit=reached[0].unit if reached else "",
        met=met,
        qualitative=met is None and any(one.qualitative for one in flat),
        formula="；".join(one.formula for one in flat if one.formula),
        evidence="、".join(dict.fromkeys(one.evidence for one in flat if one.evidence)),
        gap=joint.join(one.gap for one in flat if one.gap) if met is False else "",
        note="；".join(dict.fromkeys((rule, *(one.note for one in reached or flat if one.note)))),
        group=first.group,
        branches=tuple(flat),
    )


def _met(branch: Sequence[Verdict]) -> bool | None:
    """One branch: all that it asks, and one of the alternatives within it."""
    inner: dict[str, list[bool | None]] = {}
    for one in branch:
        inner.setdefault(one.branch.partition(".")[2], []).append(one.met)
    shared = inner.pop("", [])
    if inner:
        shared.append(either(every(met) for met in inner.values()))
    return every(shared)
