"""Procedures side by side: which step of each policy is the same stage, and who takes it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from policydoc.comparison.judging import SAME, Judgement, event_of
from policydoc.comparison.meeting import Matter, dice, iter_keys, matters
from policydoc.comparison.places import Text, Texts
from policydoc.comparison.rows import row_of
from policydoc.comparison.sentences import sentence
from policydoc.model import Fact, FactCell, FactRow

NO_GROUND = "未载明这一情形"
NO_STEP = "未载明这一环节"
NEAR_STEP = "另有相近表述，以原文为准"
_NO_DIFFERENCE = Judgement("same", "未见办理主体、环节和时限上的差别")
_ALIKE = 0.5
_STRANGE = 0.1
_TOPICAL = 0.2
_FAULTS = tuple(
    (name, re.compile(words))
    for name, words in (
        ("falsehood", "虚假|弄虚作假|隐瞒|伪造|骗取|欺骗|不正当手段"),
        ("accident", "事故|事件"),
        ("failed", "(?:考核|复核|评价|评估|验收|复审)[^，。；]{0,12}(?:不合格|不通过|未通过|不达标)|连续[^，。；]{0,6}不合格"),
        ("silence", "(?:未|不|拒)[^，。；]{0,12}(?:报送|填报|提交|报告)"),
        ("change", "(?:变更|变动|迁出)"),
        ("refusal", "(?:不|拒)[^，。；]{0,4}(?:接受|配合)[^，。；]{0,12}(?:监督|监测|检查|考核|管理)"),
        ("illegality", "违法|违规|犯罪|失信"),
        ("lapse", "不再(?:符合|具备|满足)"),
        ("end", "注销|破产|停业|倒闭|解散|终止运营"),
    )
)  # fmt: skip


def step_rows(texts: Texts) -> tuple[FactRow, ...]:
    """One row for each step of the lead's procedure, then the steps only others have."""
    # A step that takes two stages at once may answer two steps of another policy.
    found = matters(texts, _steps, _steps, _closeness)
    return tuple(
        _named_there(
            texts,
            matter,
            row_of(texts, matter, "step", _subject(texts, matter), _judge, NO_STEP),
        )
        for matter in found
    )


def _named_there(texts: Texts, matter: Matter, row: FactRow) -> FactRow:
    """A stage that the answering provision of another text names is not lacking there."""
    stages = {stage[-2:] for facts in matter.facts.values() for f in facts for stage in _stages(f)}
    silent = [
        text for text in texts.all
        if not row.cells[text.id].facts and row.cells[text.id].stated == NO_STEP
        and any(stage in text.words_of(matter.places.get(text.id, "")) for stage in stages)
    ]  # fmt: skip
    near = {text.id: FactCell(NEAR_STEP, (), matter.places[text.id]) for text in silent}
    return _instead(texts, row, near, "not_comparable")


def ground_rows(texts: Texts) -> tuple[FactRow, ...]:
    """One row for each ground of revocation of any of the policies."""
    # A ground that names several faults at once may answer several grounds of another policy.
    found = matters(texts, _grounds, _grounds, _ground_closeness)
    return tuple(
        _elsewhere(
            texts,
            matter,
            row_of(texts, matter, "ground", _ground(texts, matter), _judge_grounds, NO_GROUND),
        )
        for matter in found
    )


def _elsewhere(texts: Texts, matter: Matter, row: FactRow) -> FactRow:
    """A ground that another text says under another consequence is not lacking there."""
    near = {}
    for text in texts.all:
        place = matter.places.get(text.id, "")
        if row.cells[text.id].facts or not place or not _says(texts, matter, text, place):
            continue
        near[text.id] = FactCell("另有相近规定，后果以原文为准", (), place)
    return _instead(texts, row, near, "different")


def _instead(texts: Texts, row: FactRow, near: Mapping[str, FactCell], verdict: str) -> FactRow:
    """The row with cells that say less than “未规定”: a person must look."""
    cells, verdicts, sentences = {**row.cells, **near}, dict(row.verdicts), dict(row.sentences)
    lead = texts.lead
    for other, key in iter_keys(texts):
        changed = {t.id for t in (other, lead) if cells[t.id] is not row.cells[t.id]}
        if changed and key in verdicts:
            verdicts[key] = verdict
            both = (lead, cells[lead.id]), (other, cells[other.id])
            sentences[key] = sentence(row.subject, *both, Judgement(verdict, ""))
    return replace(row, cells=cells, verdicts=verdicts, sentences=sentences)


def _says(texts: Texts, matter: Matter, text: Text, place: str) -> bool:
    sides = [(side, fact) for side in texts.all for fact in matter.facts.get(side.id, ())]
    return any(texts.are_paired(side.unit_of(fact.eid), side, place, text) for side, fact in sides)


def _steps(text: Text) -> Sequence[Fact]:
    return sorted(text.of_kind("step"), key=lambda fact: fact.order or 0)


def _grounds(text: Text) -> Sequence[Fact]:
    return text.of_kind("ground")


def _stages(fact: Fact) -> set[str]:
    return set(fact.action.split("、")) if fact.action else set()


def _closeness(
    texts: Texts, text: Text, ours: Fact, other: Text, theirs: Fact, together: bool
) -> float:
    """Steps that share a stage; of several the one in the provision that answers."""
    mine, others = _stages(ours), _stages(theirs)
    if not mine & others:
        return 0.0
    shared = len(mine & others) / len(mine | others)
    words = dice(texts.alike(ours.quote), texts.alike(theirs.quote))
    if not together and words < _STRANGE:
        return 0.0
    return shared + 0.5 * together + 0.25 * words


def _subject(texts: Texts, matter: Matter) -> str:
    facts = (fact for text in texts.all for fact in matter.facts.get(text.id, ()))
    first = next(facts)
    return first.action or first.quote


def _judge(texts: Texts, lead: tuple[Fact, ...], other: tuple[Fact, ...]) -> Judgement:
    """Who acts, which stages, until when; expected exchanges of bodies are no difference."""
    ours, theirs = lead[0], other[0]
    reasons = []
    if ours.actor and theirs.actor and not _is_one_body(texts, ours, theirs):
        reasons.append(f"办理主体不同（{ours.actor}；{theirs.actor}）")
    more = _stages(theirs) - _stages_of(texts, ours)
    less = _stages(ours) - _stages_of(texts, theirs)
    if more:
        reasons.append(f"{{other}}另有{'、'.join(sorted(more))}")
    if less:
        reasons.append(f"{{other}}没有{'、'.join(sorted(less))}")
    if ours.modality != theirs.modality and ours.modality and theirs.modality:
        reasons.append("强制程度不同（一方为“可以”一类的用语）")
    if event_of(ours.deadline) != event_of(theirs.deadline):
        reasons.append(f"时限不同（{ours.deadline or '未规定'}；{theirs.deadline or '未规定'}）")
    return Judgement("different", "，".join(reasons)) if reasons else _NO_DIFFERENCE


_RANK = re.compile("[各省市州县区旗盟级所在地、（）()]")

_OFFICE = re.compile("(?:主管部门|行政管理部门|行政部门|管理部门|部门|委员会|局|厅|委)$")


def _is_one_body(texts: Texts, ours: Fact, theirs: Fact) -> bool:
    """县区工信局 and 县级工信局: one name after expected exchanges, or one field at one level."""
    if texts.alike(ours.actor) == texts.alike(theirs.actor):
        return True
    left, right = (_OFFICE.sub("", _RANK.sub("", fact.actor)) for fact in (ours, theirs))
    return bool(ours.party) and ours.party == theirs.party and left == right


def _stages_of(texts: Texts, fact: Fact) -> set[str]:
    """All stages of the procedure that a step belongs to."""
    for text in texts.all:
        steps = _steps(text)
        if any(step is fact for step in steps):
            return {stage for step in steps for stage in _stages(step)}
    return _stages(fact)


def _ground_closeness(
    texts: Texts, text: Text, ours: Fact, other: Text, theirs: Fact, together: bool
) -> float:
    words = dice(texts.alike(ours.quote), texts.alike(theirs.quote))
    if together:
        return 1.0 + words
    if words >= _ALIKE:
        return words
    return 0.5 * words + _TOPICAL if _faults(ours.quote) & _faults(theirs.quote) else 0.0


def _faults(quote: str) -> set[str]:
    """What a ground is about."""
    return {name for name, words in _FAULTS if words.search(quote)}


def _ground(texts: Texts, matter: Matter) -> str:
    facts = (fact for text in texts.all for fact in matter.facts.get(text.id, ()))
    words = next(facts).quote.strip("；;。. ")
    return words if len(words) <= 40 else words[:39] + "…"


def _judge_grounds(texts: Texts, lead: tuple[Fact, ...], other: tuple[Fact, ...]) -> Judgement:
    if any("未核实" in fact.quote for fact in (*lead, *other)):
        return Judgement("unverified", "内容未核实，无法比较")
    if any(text.is_digest and {*lead, *other} & {*_grounds(text)} for text in texts.all):
        return Judgement("unverified", "要点摘编有同类情形，不作逐字比对")
    if texts.alike(lead[0].quote) == texts.alike(other[0].quote):
        return SAME
    return Judgement("different", "表述不同")
