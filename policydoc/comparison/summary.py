"""The summary: what a director reads first, each sentence counted from rows, with its places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from policydoc.chinese.punctuation import quoted_within
from policydoc.comparison.places import Text, Texts
from policydoc.comparison.sentences import told
from policydoc.comparison.steps import NO_GROUND
from policydoc.model import Concordance, FactRow, Relation

Place = tuple[str, str]
Sentence = tuple[str, tuple[Place, ...]]

_NAMED = 3
_PLACES = 12
_SHARED = (Relation.SAME, Relation.NEAR, Relation.REVISED, Relation.SPLIT, Relation.MERGED)
_VERDICTS = (
    ("stricter", "更严"),
    ("looser", "更宽"),
    ("same", "相同"),
    ("different", "不同"),
    ("not_comparable", "不可比"),
    ("unquantified", "有一方没有数值"),
    ("unverified", "未核实"),
)


def summary_of(
    texts: Texts,
    concordance: Concordance,
    thresholds: Sequence[FactRow],
    limits: Sequence[FactRow],
    steps: Sequence[FactRow],
    grounds: Sequence[FactRow],
    strangers: Mapping[str, str],
) -> tuple[Sentence, ...]:
    """About ten sentences, the gravest first: figures, limits, procedure, then the texts.

    Of a policy on another subject nothing is told but that it is one.
    """
    found: list[Sentence] = [(warning, ()) for warning in dict.fromkeys(strangers.values())]
    if texts.others and len(strangers) == len(texts.others):
        return (*found, *_structure(texts, concordance))
    for other in (text for text in texts.others if text.id not in strangers):
        key = f"{other.id}/{texts.lead.id}"
        found += _figures(texts, other, key, thresholds)
        found += _gravest(texts, other, key, thresholds)
    found += _limits(texts, limits)
    found += _procedure(texts, steps)
    found += _grounds(texts, grounds)
    found += _structure(texts, concordance)
    found += _elsewhere(texts, concordance)
    found += _alone(texts, concordance)
    return tuple((words, tuple(dict.fromkeys(places))[:_PLACES]) for words, places in found)


def _figures(texts: Texts, other: Text, key: str, rows: Sequence[FactRow]) -> Iterator[Sentence]:
    """认定门槛：与甲相比，乙更严2项（产值、…）、相同3项。"""
    judged = [row for row in rows if key in row.verdicts]
    if not judged:
        return
    parts = []
    places: list[Place] = []
    for verdict, words in _VERDICTS:
        some = [row for row in judged if row.verdicts[key] == verdict]
        if some:
            names = _named([row.subject for row in some])
            parts.append(f"{words}{len(some)}项（{names}）")
            if verdict in ("stricter", "looser", "different"):
                places += _places(texts, some, (texts.lead, other))
    for text in (texts.lead, other):
        only = [
            row for row in judged if row.verdicts[key] == "not_stated" and row.cells[text.id].facts
        ]
        if only:
            parts.append(f"只有{text.name}规定{len(only)}项（{_named([r.subject for r in only])}）")
    yield (
        f"门槛指标共{len(judged)}项：{other.name}与{texts.lead.name}相比，{'、'.join(parts)}。",
        tuple(places or _places(texts, judged, (texts.lead, other))),
    )


def _gravest(texts: Texts, other: Text, key: str, rows: Sequence[FactRow]) -> Iterator[Sentence]:
    """The gravest single difference in figures, in full."""
    for verdict in ("stricter", "looser"):
        some = [row for row in rows if row.verdicts.get(key) == verdict]
        if some:
            yield some[0].sentences[key], tuple(_places(texts, some[:1], (texts.lead, other)))
            return


def _limits(texts: Texts, rows: Sequence[FactRow]) -> Iterator[Sentence]:
    """Quota, the document's validity, then the other limits that differ."""
    for topic, most in (("quota", 1), ("validity", 2), ("deadline", 3), ("award", 1)):
        some = [row for row in rows if row.topic == topic and _differs(row)]
        for row in sorted(some, key=_weight)[:most]:
            yield told(row.subject, texts, row), tuple(_places(texts, [row]))


def _weight(row: FactRow) -> int:
    """Rows on which verdicts differ most come first; those only one policy speaks of, last."""
    return -sum(bool(cell.facts) for cell in row.cells.values())


def _differs(row: FactRow) -> bool:
    return any(verdict not in ("same", "unverified") for verdict in row.verdicts.values())


def _procedure(texts: Texts, rows: Sequence[FactRow]) -> Iterator[Sentence]:
    if not rows:
        return
    counts = "，".join(
        f"{text.name}{len({fact for row in rows for fact in row.cells[text.id].facts})}步"
        for text in texts.all
    )
    some = [row for row in rows if _differs(row)]
    tail = (
        f"，其中办理主体、环节或者时限有不同的{len(some)}处（{_named([r.subject for r in some])}）"
    )
    yield (
        f"办理程序：{counts}{tail if some else '，各环节一致'}。",
        tuple(_places(texts, some or rows)),
    )


def _grounds(texts: Texts, rows: Sequence[FactRow]) -> Iterator[Sentence]:
    """Grounds that only some have; a digest's silence is not told as a lack."""
    plain = [text for text in texts.all if not text.is_digest]
    parts: list[str] = []
    places: list[Place] = []
    for text in plain:
        others = [other for other in plain if other is not text]
        only = [
            row
            for row in rows
            if row.cells[text.id].facts
            and others
            and all(row.cells[other.id].stated == NO_GROUND for other in others)
        ]
        if only:
            parts.append(
                f"只有{text.name}规定“{quoted_within(_named([row.subject for row in only]))}”"
            )
            places += _places(texts, only, (text,))
    if parts:
        digest = "（要点摘编不计）" if len(plain) < len(texts.all) else ""
        yield f"撤销情形{digest}：{'，'.join(parts)}。", tuple(places)


def _structure(texts: Texts, concordance: Concordance) -> Iterator[Sentence]:
    """How many provisions answer each other, and how many stand alone."""
    lead = texts.lead
    rows = [row for row in concordance.rows if lead.id in row.cells]
    parts: list[str] = []
    places: list[Place] = []
    for other in texts.others:
        kinds = [row.relations.get(other.id) for row in rows]
        shared = sum(kind in _SHARED for kind in kinds)
        same = sum(kind in (Relation.SAME, Relation.NEAR) for kind in kinds)
        missing = [row for row in rows if other.id not in row.cells]
        alone = [r for r in concordance.rows if lead.id not in r.cells and other.id in r.cells]
        words = (
            ""
            if not shared or other.is_digest or lead.is_digest
            else f"（相同或者基本相同{same}处）"
        )
        lacking = [
            f"{text.name}的{len(rows)}处"
            for text, rows in ((lead, missing), (other, alone))
            if rows
        ]
        tail = f"{'、'.join(lacking)}没有对应" if lacking else "双方条文都有对应"
        parts.append(f"与{other.name}有{shared}处对应{words}，{tail}")
        places += [(lead.id, eid) for row in missing for eid in row.cells[lead.id]]
        places += [(other.id, eid) for row in alone for eid in row.cells[other.id]]
    if parts:
        units = [(text.id, text.units[0].eid) for text in texts.all if text.units]
        yield f"条文对应：{lead.name}{'；'.join(parts)}。", tuple(places or units)


def _elsewhere(texts: Texts, concordance: Concordance) -> Iterator[Sentence]:
    """A part that is an annex in one text and articles in another, named by its most answers."""
    lead = texts.lead
    for other in texts.others:
        found: Counter[tuple[Text, str, Text, str]] = Counter()
        first: dict[Place, str] = {}
        for row in concordance.rows:
            ours = [lead.table[eid] for eid in row.cells.get(lead.id, ())]
            theirs = [other.table[eid] for eid in row.cells.get(other.id, ())]
            if ours and theirs and bool(ours[0].zone) != bool(theirs[0].zone):
                annexed, plain = (lead, ours[0]), (other, theirs[0])
                if not ours[0].zone:
                    annexed, plain = plain, annexed
                head = plain[1].eid.split("__")[0]
                found[plain[0], head, annexed[0], annexed[1].zone] += 1
                first.setdefault((annexed[0].id, annexed[1].zone), annexed[1].eid)
        for (plain_text, head, annexed_text, zone), _ in found.most_common(1):
            yield (
                f"体例：{plain_text.name}{plain_text.cited(head)}的内容，"
                f"{annexed_text.name}放在{annexed_text.cited(zone)}。",
                ((plain_text.id, head), (annexed_text.id, first[annexed_text.id, zone])),
            )


def _alone(texts: Texts, concordance: Concordance) -> Iterator[Sentence]:
    """What only one text has, by name; a digest counts for nothing here."""
    plain = [text for text in texts.all if not text.is_digest]
    parts: list[str] = []
    places: list[Place] = []
    for text in plain:
        others = {other.id for other in plain if other is not text}
        rows = [r for r in concordance.rows if text.id in r.cells and not others & r.cells.keys()]
        if rows and others:
            names = [
                text.cited(row.cells[text.id][0]) + f"“{quoted_within(row.subject)}”"
                for row in rows
            ]
            parts.append(f"只有{text.name}有{len(rows)}处（{_named(names)}）")
            places += [(text.id, eid) for row in rows for eid in row.cells[text.id]]
    if parts:
        digest = "（要点摘编不计）" if len(plain) < len(texts.all) else ""
        yield f"独有条文{digest}：{'，'.join(parts)}。", tuple(places)


def _named(names: Sequence[str]) -> str:
    shown = "；".join(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown}等"


def _places(
    texts: Texts, rows: Sequence[FactRow], only: Sequence[Text] | None = None
) -> list[Place]:
    return [
        (text.id, cell.eid)
        for row in rows
        for text in only or texts.all
        if (cell := row.cells[text.id]).eid
    ]
