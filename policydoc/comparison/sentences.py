"""The Chinese sentence of a verdict: what both provisions say, where, and what follows."""

from __future__ import annotations

from policydoc.chinese.punctuation import quoted_within
from policydoc.comparison.judging import Judgement
from policydoc.comparison.places import Text, Texts
from policydoc.model import Fact, FactCell, FactRow

_TOLD = {
    "stricter": "更严",
    "looser": "更宽",
    "different": "规定不同",
    "not_comparable": "不能直接比较",
}


def stated(facts: tuple[Fact, ...]) -> str:
    """What a cell prints: the exact words, several parted by ；; 未核实 where that is said."""
    if any(fact.unverified for fact in facts):
        return "未核实"
    return "；".join(dict.fromkeys(fact.quote for fact in facts))


def said(text: Text, cell: FactCell) -> str:
    """张掖市实施细则第五条“认定10个左右”, or 张掖市实施细则未规定（见第五条）."""
    place = text.cited(cell.eid)
    if not cell.facts:
        return f"{text.name}{cell.stated or '未规定'}" + (f"（见{place}）" if place else "")
    if any(fact.unverified for fact in cell.facts):
        return f"{text.name}{place}数值未核实"
    return f"{text.name}{place}“{quoted_within(stated(cell.facts))}”"


def sentence(
    subject: str, lead: tuple[Text, FactCell], other: tuple[Text, FactCell], found: Judgement
) -> str:
    """One sentence with both provisions and the reason."""
    words = f"{subject}：{said(*lead)}，{said(*other)}"
    reason = found.reason.replace("{other}", other[0].name).replace("主文本", lead[0].name)
    return f"{words}；{reason}。" if reason else f"{words}。"


def told(subject: str, texts: Texts, row: FactRow) -> str:
    """What every policy says on one matter, and the verdicts, in one sentence."""
    if len(texts.others) == 1 and row.topic != "quota":
        return next(iter(row.sentences.values()))
    words = "，".join(said(text, row.cells[text.id]) for text in texts.all)
    judged = [
        other.name + _TOLD[verdict]
        for other in texts.others
        if (verdict := row.verdicts.get(f"{other.id}/{texts.lead.id}", "")) in _TOLD
    ]
    if row.topic == "quota":
        judged = []
    tail = f"；与{texts.lead.name}相比，{'，'.join(judged)}" if judged else ""
    return f"{subject}：{words}{tail}。"
