"""The summary: what a director reads first, each sentence counted from rows, with its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydoc.comparison.places import Text, Texts
from policydoc.comparison.sentences import told
from policydoc.model import Concordance, FactRow, Relation

Place = tuple[str, str]
Sentence = tuple[str, tuple[Place, ...]]

_NAMED = 4
_PLACES = 12
_SHARED = (Relation.SAME, Relation.NEAR, Relation.REVISED, Relation.SPLIT, Relation.MERGED)
_VERDICTS = (
    ("stricter", "更严"),
    ("looser", "更宽"),
    ("same", "相同"),
    ("different", "不同"),
    ("not_comparable", "不可比"),
    ("unquantified", "有一方没有数值"),
    ("not_stated", "有一方未载明"),
    ("unverified", "未核实"),
)


def summary_of(
    texts: Texts,
    concordance: Concordance,
    thresholds: Sequence[FactRow],
    limits: Sequence[FactRow],
    steps: Sequence[FactRow],
    grounds: Sequence[FactRow],
) -> tuple[Sentence, ...]:
    """About ten sentences, the gravest first: figures, limits, procedure, then the texts."""
    found: list[Sentence] = []
    for other in texts.others:
        key = f"{other.id}/{texts.lead.id}"
        found += _figures(texts, other, key, thresholds)
        found += _unquantified(texts, key, thresholds)
    found += _limits(texts, limits)
    found += _procedure(texts, steps)
    found += _grounds(texts, grounds)
    for other in texts.others:
        found += _structure(texts, other, concordance)
    found += _alone(texts, concordance)
    return tuple((sentence, places[:_PLACES]) for sentence, places in found)


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
                places += _places(texts, some)
    yield (
        f"门槛指标：{other.name}与{texts.lead.name}相比，可对照的{len(judged)}项中，{'、'.join(parts)}。",
        tuple(places or _places(texts, judged)),
    )


def _unquantified(texts: Texts, key: str, rows: Sequence[FactRow]) -> Iterator[Sentence]:
    """The gravest single difference in figures, in full."""
    for verdict in ("stricter", "looser"):
        some = [row for row in rows if row.verdicts.get(key) == verdict]
        if some:
            yield some[0].sentences[key], tuple(_places(texts, some[:1]))
            return


def _limits(texts: Texts, rows: Sequence[FactRow]) -> Iterator[Sentence]:
    """Quota, the document's validity, then the other limits that differ."""
    for topic in ("quota", "validity", "deadline"):
        some = [row for row in rows if row.topic == topic and _differs(row)]
        for row in some[: 1 if topic != "deadline" else 3]:
            yield told(row.subject, texts, row), tuple(_places(texts, [row]))


def _differs(row: FactRow) -> bool:
    return any(verdict not in ("same", "unverified") for verdict in row.verdicts.values())


def _procedure(texts: Texts, rows: Sequence[FactRow]) -> Iterator[Sentence]:
    if not rows:
        return
    counts = "，".join(
        f"{text.name}{sum(bool(row.cells[text.id].facts) for row in rows)}个环节"
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
    """撤销情形 that only some have; a digest's silence is not told as a lack."""
    for text in texts.all:
        others = [other for other in texts.all if other is not text and not other.is_digest]
        only = [
            row
            for row in rows
            if row.cells[text.id].facts
            and others
            and not any(row.cells[o.id].facts for o in others)
        ]
        if only and not text.is_digest:
            names = "；".join(row.subject for row in only[:_NAMED])
            yield f"撤销情形：只有{text.name}规定“{names}”。", tuple(_places(texts, only))


def _structure(texts: Texts, other: Text, concordance: Concordance) -> Iterator[Sentence]:
    """How many provisions answer, how many are alone, and what stands elsewhere."""
    lead = texts.lead
    rows = [row for row in concordance.rows if lead.id in row.cells]
    kinds = [row.relations.get(other.id) for row in rows]
    shared = sum(kind in _SHARED for kind in kinds)
    same = sum(kind in (Relation.SAME, Relation.NEAR) for kind in kinds)
    alone = [row for row in concordance.rows if lead.id not in row.cells and other.id in row.cells]
    missing = [row for row in rows if other.id not in row.cells]
    words = "" if other.is_digest or lead.is_digest else f"，其中相同或者基本相同{same}处"
    places = [(lead.id, eid) for row in missing for eid in row.cells[lead.id]]
    places += [(other.id, eid) for row in alone for eid in row.cells[other.id]]
    yield (
        f"条文对应：{lead.name}与{other.name}有{shared}处对应{words}；"
        f"{lead.name}有{len(missing)}处、{other.name}有{len(alone)}处没有对应。",
        tuple(places),
    )
    yield from _elsewhere(texts, other, concordance)


def _elsewhere(texts: Texts, other: Text, concordance: Concordance) -> Iterator[Sentence]:
    """A part that is an annex in one text and articles in the other."""
    lead = texts.lead
    for row in concordance.rows:
        ours = [lead.table[eid] for eid in row.cells.get(lead.id, ()) if eid in lead.table]
        theirs = [other.table[eid] for eid in row.cells.get(other.id, ()) if eid in other.table]
        if ours and theirs and bool(ours[0].zone) != bool(theirs[0].zone):
            inside, outside = (lead, other) if ours[0].zone else (other, lead)
            annexed = ours[0] if ours[0].zone else theirs[0]
            plain = theirs[0] if ours[0].zone else ours[0]
            yield (
                f"体例：{outside.name}{outside.cited(plain.eid)}的内容，"
                f"{inside.name}放在{inside.cited(annexed.zone)}。",
                ((outside.id, plain.eid), (inside.id, annexed.eid)),
            )
            return


def _alone(texts: Texts, concordance: Concordance) -> Iterator[Sentence]:
    """What only one text has, by name."""
    for text in texts.all:
        if text.is_digest:
            continue
        rows = [
            row
            for row in concordance.rows
            if set(row.cells) == {text.id}
            and not all(o.is_digest for o in texts.all if o is not text)
        ]
        if rows:
            names = [text.cited(row.cells[text.id][0]) + f"“{row.subject}”" for row in rows]
            places = [(text.id, eid) for row in rows for eid in row.cells[text.id]]
            yield f"只有{text.name}有的条文：{_named(names)}。", tuple(places)


def _named(names: Sequence[str]) -> str:
    shown = "、".join(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown}等"


def _places(texts: Texts, rows: Sequence[FactRow]) -> list[Place]:
    return [
        (text.id, cell.eid)
        for row in rows
        for text in texts.all
        if (cell := row.cells[text.id]).eid
    ]
