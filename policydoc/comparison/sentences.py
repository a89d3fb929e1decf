"""The Chinese sentence of a verdict: what both provisions say, where, and what follows."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.comparison.judging import Judgement
from policydoc.comparison.places import Text, Texts
from policydoc.model import Fact, FactCell, FactRow

_INNER = str.maketrans("“”", "‘’")


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
    return f"{text.name}{place}“{quoted(stated(cell.facts))}”"


def quoted(words: str) -> str:
    """Words as they stand within quotation marks: Chinese writes single ones there."""
    return words.translate(_INNER)


def sentence(
    subject: str, lead: tuple[Text, FactCell], other: tuple[Text, FactCell], found: Judgement
) -> str:
    """One sentence with both provisions and the reason."""
    words = f"{subject}：{said(*lead)}，{said(*other)}"
    reason = found.reason.replace("{other}", other[0].name).replace("主文本", lead[0].name)
    return f"{words}；{reason}。" if reason else f"{words}。"


def told(subject: str, texts: Texts, row: FactRow, names: Sequence[tuple[str, str]]) -> str:
    """What every policy says on one matter, and the verdicts, in one sentence.

    Args:
        subject: The matter.
        texts: The policies.
        row: What they say.
        names: Each verdict with its Chinese name.
    """
    words = "，".join(said(text, row.cells[text.id]) for text in texts.all)
    known = dict(names)
    judged = [
        f"{other.name}{known[verdict]}"
        for other in texts.others
        if (verdict := row.verdicts.get(f"{other.id}/{texts.lead.id}", ""))
        in ("stricter", "looser", "different", "not_comparable")
    ]
    if row.topic == "quota":
        judged = []
    tail = f"；与{texts.lead.name}相比，{'，'.join(judged)}" if judged else ""
    return f"{subject}：{words}{tail}。"
