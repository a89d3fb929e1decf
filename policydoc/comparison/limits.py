"""Deadlines, validity, quotas, frequencies and awards side by side, by matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from policydoc.comparison.judging import Judgement, judge
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
_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?[万亿]*")
_ALIKE = 0.45
_TOPICAL = 0.2
_TOPICS = tuple(
    (name, re.compile(telling))
    for name, telling in (
        ("bar", "不得[^，。；]{0,8}(?:申报|申请|推荐|参评)|不再?(?:予以?)?受理"),
        ("change", "变更|变动|变化|更名"),
        ("renewal", "复核|复审|重新认定"),
        ("assessment", "考核|考评|绩效评价"),
        ("report", "填报|报送|年度报告|总结|更新[^，。；]{0,8}信息"),
    )
)
_ALIKE_TOGETHER = 0.3
_NAMED_ALIKE = 0.6
_OTHER_KIND = 0.6
_PLAIN_NAMES = ("时限", "期限", "时间", "时长")
_EXTENDED = "（延长）"
_LONGEST = 24


def limit_rows(texts: Texts) -> tuple[FactRow, ...]:
    """One row for each deadline, validity, quota, frequency and award of any of the policies."""
    found = matters(texts, _limits, _amounts, _closeness)
    rows = [(_kind(texts, matter), matter) for matter in found]
    return tuple(
        row_of(texts, matter, kind, subject, _judge, _lacking(kind, subject))
        for kind, matter in rows
        for subject in [_subject(texts, matter)]
    )


def _lacking(kind: str, subject: str) -> str:
    return "未规定延长期限" if subject.endswith(_EXTENDED) else LACKING[kind]


def _judge(texts: Texts, lead: tuple[Fact, ...], other: tuple[Fact, ...]) -> Judgement:
    """As elsewhere; but 每年 alone against 每年3月10日前 names no day."""
    if {lead[0].kind, other[0].kind} == {"frequency", "deadline"}:
        which = "{other}" if other[0].kind == "frequency" else "主文本"
        return Judgement("unquantified", f"{which}只规定次数，没有规定日期")
    return judge(lead[0], other[0])


def _limits(text: Text) -> Sequence[Fact]:
    order = {provision: number for number, provision in enumerate(text.places)}
    standing = (fact for fact in text.of_kind(*KINDS) if not _is_of_a_year(fact))
    return sorted(standing, key=lambda fact: (order.get(fact.eid, 0), fact.start))


def _is_of_a_year(fact: Fact) -> bool:
    """A quota that one year's notice gives is no rule to hold against another text's."""
    return fact.kind == "quota" and _YEAR.fullmatch(fact.window) is not None


def _amounts(text: Text) -> Sequence[Fact]:
    """Bounds of money: what one text awards, another may only cap."""
    return [fact for fact in text.of_kind("threshold") if fact.base_unit == "元"]


def _closeness(
    texts: Texts, text: Text, ours: Fact, other: Text, theirs: Fact, together: bool
) -> float:
    """The same kind in provisions that answer each other, or the same matter in words."""
    if theirs.kind == "threshold":
        caps = theirs.op in ("<=", "<") and ours.base_unit == theirs.base_unit
        return 0.5 * (together and ours.kind == "award" and caps)
    if ours.kind != theirs.kind and not _recurs(ours, theirs):
        return 0.0
    if ours.kind == "validity" and _sort(text, ours) != _sort(other, theirs):
        return 0.0
    if ours.kind == "award" and _on_other_rungs(ours, theirs, (text, other)):
        return 0.0
    words = max(
        dice(texts.alike(_matter(ours)), texts.alike(_matter(theirs))),
        _NAMED_ALIKE * _same_name(ours.indicator, theirs.indicator),
    )
    if ours.kind != theirs.kind:
        return _OTHER_KIND * words if together and words >= _ALIKE_TOGETHER else 0.0
    sure = together and texts.are_paired(
        text.unit_of(ours.eid), text, other.unit_of(theirs.eid), other
    )
    if sure or (together and words >= _ALIKE_TOGETHER):
        return 1.0 + words
    if ours.kind == "validity":
        sole = _is_sole(text, ours) and _is_sole(other, theirs)
        return words if sole and (words >= _ALIKE or _lasts_alike(ours, theirs)) else 0.0
    if words >= _ALIKE:
        return words
    topic = _topic(ours)
    is_one = topic and topic == _topic(theirs) and ours.direction == theirs.direction
    return _TOPICAL if is_one and _is_only(text, ours) and _is_only(other, theirs) else 0.0


def _topic(fact: Fact) -> str:
    """What a term is about, by telling words: change, renewal, a bar on applying again."""
    words = "".join((fact.condition, fact.trigger, fact.action, fact.object, fact.quote))
    return next((name for name, telling in _TOPICS if telling.search(words)), "")


def _is_only(text: Text, fact: Fact) -> bool:
    """Whether a text sets one term of this kind on this topic."""
    topics = text.tally(f"topics of {fact.kind}", lambda: map(_topic, text.of_kind(fact.kind)))
    return topics[_topic(fact)] == 1


def _lasts_alike(ours: Fact, theirs: Fact) -> bool:
    """有效期 alone is that of whatever the text is about: 市级孵化器资格有效期."""
    return "有效期" in (ours.indicator, theirs.indicator)


def _is_sole(text: Text, fact: Fact) -> bool:
    """Whether a text speaks once of this validity: then it is the one, wherever it stands."""
    sorts = text.tally("sorts", lambda: (_sort(text, one) for one in text.of_kind("validity")))
    return sorts[_sort(text, fact)] == 1


def _recurs(ours: Fact, theirs: Fact) -> bool:
    """A date of every year, and the words 每年 elsewhere, may speak of one duty."""
    kinds = {ours.kind, theirs.kind}
    dates = [f for f in (ours, theirs) if f.kind == "deadline" and str(f.value)[:2] == "--"]
    return kinds == {"frequency", "deadline"} and bool(dates)


def _same_name(left: str, right: str) -> bool:
    """公示 and 公示时间 name one thing."""
    short, long = sorted((left, right), key=len)
    return len(short) >= 2 and long.startswith(short)


def _sort(text: Text, fact: Fact) -> tuple[bool, bool]:
    """Validity of the document or of a title, and whether it is an extension."""
    unit = text.unit_of(fact.eid)
    return text.roles.get(unit) == "final", "延" in fact.action + fact.quote


def _on_other_rungs(ours: Fact, theirs: Fact, texts: tuple[Text, Text]) -> bool:
    """Whether two sums are for other rungs of a ladder: 产值首次突破5亿元, 产值首次突破10亿元."""
    rungs = [fact.condition for fact in (ours, theirs)]
    if _NUMBER.findall(rungs[0]) == _NUMBER.findall(rungs[1]):
        return False
    return any(
        _ladders(text)[_NUMBER.sub("", rung)] > 1 for text, rung in zip(texts, rungs, strict=True)
    )


def _ladders(text: Text) -> Counter[Hashable]:
    """How many cases of its awards differ in their figures alone."""

    def heads() -> Iterator[str]:
        return (_NUMBER.sub("", case) for case in {f.condition for f in text.of_kind("award")})

    return text.tally("ladders", heads)


def _matter(fact: Fact) -> str:
    case = fact.condition if fact.kind == "award" else ""
    return "".join((case, fact.indicator, fact.action, fact.object)) or fact.quote


def _kind(texts: Texts, matter: Matter) -> str:
    facts = (fact for text in texts.all for fact in matter.facts.get(text.id, ()))
    return next(fact.kind for fact in facts if fact.kind in KINDS)


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
        return f"{words}{_EXTENDED}" if extended else words
    if fact.kind == "quota" and fact.indicator:
        return f"{fact.indicator}的数量"
    if fact.indicator in _PLAIN_NAMES and fact.action:
        return f"{fact.action}{fact.indicator}"
    words = fact.indicator or f"{fact.trigger}{fact.action}" or fact.quote
    if fact.kind == "award" and fact.condition:
        words = f"{words}：{fact.condition}"
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
