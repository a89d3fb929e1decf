"""A matter as a row of facts: cells, verdicts and sentences."""

from __future__ import annotations

from collections.abc import Callable

from policydoc.comparison.judging import NOT_STATED, Judgement, judge
from policydoc.comparison.meeting import Matter, iter_keys
from policydoc.comparison.places import Text, Texts
from policydoc.comparison.sentences import sentence, stated
from policydoc.model import Fact, FactCell, FactRow

Judge = Callable[[Texts, tuple[Fact, ...], tuple[Fact, ...]], Judgement]

UNSTATED = "未规定"
NOT_IN_DIGEST = "摘编未载"


def row_of(
    texts: Texts,
    matter: Matter,
    topic: str,
    subject: str,
    judged: Judge | None,
    lacking: str = UNSTATED,
) -> FactRow:
    """The row of a matter, with a verdict and a sentence for each other policy."""
    cells = {text.id: _cell(text, matter, lacking) for text in texts.all}
    lead = texts.lead
    verdicts: dict[str, str] = {}
    sentences: dict[str, str] = {}
    for other, key in iter_keys(texts):
        found = _judgement(texts, cells[lead.id], cells[other.id], judged)
        if found is not None:
            verdicts[key] = found.verdict
            sentences[key] = sentence(
                subject, (lead, cells[lead.id]), (other, cells[other.id]), found
            )
    ids = (f.indicator_id for cell in cells.values() for f in cell.facts if f.indicator_id)
    return FactRow(topic, subject, cells, verdicts, sentences, next(ids, ""))


def _cell(text: Text, matter: Matter, lacking: str) -> FactCell:
    facts = tuple(matter.facts.get(text.id, ()))
    if facts:
        return FactCell(stated(facts), facts, facts[0].eid)
    words = NOT_IN_DIGEST if text.is_digest else lacking
    return FactCell(words, (), matter.places.get(text.id, ""))


def _judgement(
    texts: Texts, lead: FactCell, other: FactCell, judged: Judge | None
) -> Judgement | None:
    """The verdict on two cells; None where neither policy says anything."""
    if not lead.facts and not other.facts:
        return None
    if not lead.facts or not other.facts:
        said = (*lead.facts, *other.facts)
        if all(fact.unverified or "未核实" in fact.quote for fact in said):
            return Judgement("unverified", "内容未核实，无法比较")
        silent = other if lead.facts else lead
        if silent.stated == NOT_IN_DIGEST:
            return Judgement("unverified", "要点摘编未载，不能断定官方文本没有规定")
        return NOT_STATED
    if judged is not None:
        return judged(texts, lead.facts, other.facts)
    return judge(lead.facts[0], other.facts[0])
