"""Deadlines, validity, quotas, frequencies and awards side by side, by matter."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.comparison.meeting import Matter, dice, matters
from policydoc.comparison.places import Text, Texts
from policydoc.comparison.rows import row_of
from policydoc.model import Fact, FactRow

KINDS = ("quota", "deadline", "frequency", "validity", "award")
LACKING = {
    "quota": "未规定数量",
    "deadline": "未规定期限",
    "frequency": "未规定次数",
    "validity": "未规定有效期",
    "award": "未规定金额",
}
_ALIKE = 0.45
_NAMED_ALIKE = 0.6
_LONGEST = 24


def limit_rows(texts: Texts) -> tuple[FactRow, ...]:
    """One row for each deadline, validity, quota, frequency and award of any of the policies."""
    found = matters(texts, _limits, _amounts, _closeness)
    rows = [(_kind(texts, matter), matter) for matter in found]
    return tuple(
        row_of(texts, matter, kind, _subject(texts, matter), lacking=LACKING[kind])
        for kind, matter in rows
    )


def _limits(text: Text) -> Sequence[Fact]:
    order = {provision: number for number, provision in enumerate(text.places)}
    return sorted(text.of_kind(*KINDS), key=lambda fact: (order.get(fact.eid, 0), fact.start))


def _amounts(text: Text) -> Sequence[Fact]:
    """Bounds of money: what one text awards, another may only cap."""
    return [fact for fact in text.of_kind("threshold") if fact.base_unit == "元"]


def _closeness(
    texts: Texts, text: Text, ours: Fact, other: Text, theirs: Fact, together: bool
) -> float:
    """The same kind in provisions that answer each other, or the same matter in words."""
    if theirs.kind == "threshold":
        return 0.5 * (together and ours.kind == "award" and ours.base_unit == theirs.base_unit)
    if ours.kind != theirs.kind:
        return 0.0
    if ours.kind == "validity" and _sort(text, ours) != _sort(other, theirs):
        return 0.0
    words = max(
        dice(texts.alike(_matter(ours)), texts.alike(_matter(theirs))),
        _NAMED_ALIKE * _same_name(ours.indicator, theirs.indicator),
    )
    if together:
        return 1.0 + words
    return words if words >= _ALIKE and ours.kind != "validity" else 0.0


def _same_name(left: str, right: str) -> bool:
    """公示 and 公示时间 name one thing."""
    short, long = sorted((left, right), key=len)
    return len(short) >= 2 and long.startswith(short)


def _sort(text: Text, fact: Fact) -> tuple[bool, bool]:
    """Validity of the document or of a title, and whether it is an extension."""
    unit = text.unit_of(fact.eid)
    return text.roles.get(unit) == "final", "延" in fact.action + fact.quote


def _matter(fact: Fact) -> str:
    return "".join((fact.indicator, fact.action, fact.object)) or fact.quote


def _kind(texts: Texts, matter: Matter) -> str:
    facts = (fact for text in texts.all for fact in matter.facts.get(text.id, ()))
    return next(fact.kind for fact in facts)


def _subject(texts: Texts, matter: Matter) -> str:
    """What the limit is for, in the words of the first policy that sets it."""
    for text in texts.all:
        for fact in matter.facts.get(text.id, ()):
            return _named(text, fact)
    return ""


def _named(text: Text, fact: Fact) -> str:
    if fact.kind == "validity":
        of_document, extended = _sort(text, fact)
        words = "文件有效期" if of_document else (fact.indicator or "有效期")
        return f"{words}（延长）" if extended else words
    words = fact.indicator or f"{fact.trigger}{fact.action}" or fact.quote
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
