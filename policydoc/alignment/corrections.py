"""A person's links: they override the system, survive a new run, and are marked as a person's.

Source: a TOML file of [[link]] and [[unlink]] tables, see docs/manual.zh.md. A provision is named
by eId or as a reader cites it, and by its words, which find it again after a renumbering.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from policydoc.alignment.likeness import comparable
from policydoc.alignment.side import Side
from policydoc.chinese.citations import resolve
from policydoc.chinese.folding import words_only
from policydoc.errors import SettingsError
from policydoc.model import Alignment, Pair, Relation
from policydoc.model.units import unit_places

_KEYS = {"left", "right", "left_words", "right_words", "relation", "note", "policies"}
_RELATIONS = {relation.value for relation in Relation}
_ALIKE = 60.0
LOST = "人工对应“{}”在文本中已找不到，未采用，请更新对应文件。"


@dataclass(frozen=True, slots=True)
class Link:
    """What a person says of some provisions: that they answer each other, or that they do not.

    `left` and `right` are eIds or citations, `left_words` and `right_words` their words in the
    same order; `policies` are the two policy ids it is for, or empty for any two.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    left_words: tuple[str, ...] = ()
    right_words: tuple[str, ...] = ()
    relation: Relation | None = None
    note: str = ""
    policies: tuple[str, ...] = ()
    apart: bool = False


def links_from(table: Mapping[str, object], name: str) -> tuple[Link, ...]:
    """The links of a file already read as TOML.

    Raises:
        SettingsError: Something in it is not as it should be; every such place is named.
    """
    faults = [f"不认识的表 {key}" for key in table if key not in ("link", "unlink")]
    found: list[Link] = []
    for kind in ("link", "unlink"):
        entries = table.get(kind, [])
        if not isinstance(entries, list):
            faults.append(f"{kind} 应写作 [[{kind}]]")
            continue
        for number, entry in enumerate(entries, 1):
            wrong = list(_faults(entry))
            faults += [f"第 {number} 个 [[{kind}]]：{fault}" for fault in wrong]
            if not wrong:
                found.append(_link(entry, kind == "unlink"))
    if faults:
        raise SettingsError(f"人工对应文件 {name} 有误：{'；'.join(faults)}。", subject=name)
    return tuple(found)


def _faults(entry: object) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield "应为表"
        return
    yield from (f"不认识的键 {key}" for key in entry if key not in _KEYS)
    for key in _KEYS - {"relation", "note"}:
        value = entry.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            yield f"{key} 应为文字列表"
    for side in ("left", "right"):
        if not entry.get(side) and not entry.get(f"{side}_words"):
            yield f"缺少 {side}（条款号）或 {side}_words（原文）"
    if "relation" in entry and entry["relation"] not in _RELATIONS:
        yield f"relation 应为 {'、'.join(sorted(_RELATIONS))} 之一"
    if not isinstance(entry.get("note", ""), str):
        yield "note 应为文字"


def _link(entry: Mapping[str, object], apart: bool) -> Link:
    def texts(key: str) -> tuple[str, ...]:
        value = entry.get(key, [])
        return tuple(str(item) for item in value) if isinstance(value, list) else ()

    relation = entry.get("relation")
    return Link(
        texts("left"),
        texts("right"),
        texts("left_words"),
        texts("right_words"),
        Relation(relation) if isinstance(relation, str) else None,
        str(entry.get("note", "")),
        texts("policies"),
        apart,
    )


def corrected(alignment: Alignment, sides: tuple[Side, Side], links: Sequence[Link]) -> Alignment:
    """The alignment with a person's links in it; what cannot be found any more is a note."""
    pairs = list(alignment.pairs)
    notes = list(alignment.notes)
    for link in links:
        turned = _turned(link, alignment)
        if turned is None:
            continue
        left = _found(sides[0], turned.left, turned.left_words)
        right = _found(sides[1], turned.right, turned.right_words)
        if not left or not right:
            words = (*turned.left_words, *turned.left, *turned.right_words, *turned.right)
            notes.append(LOST.format(words[0]))
            continue
        pairs = _parted(pairs, left, right) if turned.apart else _linked(pairs, left, right, turned)
    if not links:
        return alignment
    return replace(alignment, pairs=_completed(pairs, sides), notes=tuple(notes))


def _turned(link: Link, alignment: Alignment) -> Link | None:
    """The link as these two policies stand, or None where it is for others."""
    if not link.policies or link.policies == (alignment.left, alignment.right):
        return link
    if link.policies != (alignment.right, alignment.left):
        return None
    return replace(
        link,
        left=link.right,
        right=link.left,
        left_words=link.right_words,
        right_words=link.left_words,
    )


def _found(side: Side, names: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    """The units that are meant: by name where the words still stand there, else by the words."""
    places = unit_places(side.units, side.policy)
    found: list[str] = []
    for number in range(max(len(names), len(words))):
        name = names[number] if number < len(names) else ""
        said = words[number] if number < len(words) else ""
        eid = places.get(resolve(side.policy, name) or name, "") if name else ""
        if said and not (eid and _says(side, eid, said)):
            eid = _by_words(side, said)
        if not eid:
            return ()
        found.append(eid)
    return tuple(dict.fromkeys(found))


def _says(side: Side, eid: str, words: str) -> bool:
    text = next((unit.text for unit in side.units if unit.eid == eid), "")
    return words_only(words) in words_only(text)


def _by_words(side: Side, words: str) -> str:
    from rapidfuzz import fuzz

    exact = [unit.eid for unit in side.units if words_only(words) in words_only(unit.text)]
    if exact:
        return exact[0]
    wanted = comparable(words)
    scored = [(fuzz.ratio(wanted, comparable(unit.text)), unit.eid) for unit in side.units]
    best = max(scored, default=(0.0, ""), key=lambda item: item[0])
    return best[1] if best[0] >= _ALIKE else ""


def _parted(pairs: Sequence[Pair], left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    """Without every link between the two; what a pair of several keeps stays a pair."""
    found: list[Pair] = []
    for pair in pairs:
        touched = set(pair.left) & set(left) and set(pair.right) & set(right)
        if not touched:
            found.append(pair)
            continue
        kept = tuple(eid for eid in pair.left if eid not in left)
        if kept and pair.right:
            found.append(replace(pair, left=kept))
        others = tuple(eid for eid in pair.right if eid not in right)
        if others and not kept:
            found.append(replace(pair, right=others))
    return found


def _linked(
    pairs: Sequence[Pair], left: Sequence[str], right: Sequence[str], link: Link
) -> list[Pair]:
    """With the person's pair; the provisions it names leave the pairs the system made."""
    found: list[Pair] = []
    for pair in pairs:
        if pair.origin == "person" or not (
            set(pair.left) & set(left) or set(pair.right) & set(right)
        ):
            found.append(pair)
            continue
        if pair.status == "suggested":
            if not (set(pair.left) & set(left) and set(pair.right) & set(right)):
                found.append(pair)
            continue
        ours = tuple(eid for eid in pair.left if eid not in left)
        theirs = tuple(eid for eid in pair.right if eid not in right)
        if ours and theirs:
            found.append(replace(pair, left=ours, right=theirs))
    relation = link.relation or _usual_relation(left, right)
    found.append(
        Pair(tuple(left), tuple(right), relation, score=1.0, origin="person", note=link.note)
    )
    return found


def _usual_relation(left: Sequence[str], right: Sequence[str]) -> Relation:
    if len(left) == len(right):
        return Relation.REVISED
    return Relation.SPLIT if len(left) < len(right) else Relation.MERGED


def _completed(pairs: Sequence[Pair], sides: tuple[Side, Side]) -> tuple[Pair, ...]:
    """Every unit has a certain pair or stands alone, never both."""
    from policydoc.alignment.pairing import alone, in_order

    answered = [p for p in pairs if p.left and p.right and p.status == "certain"]
    busy = {eid for p in answered for eid in p.left}, {eid for p in answered for eid in p.right}
    found = [p for p in pairs if p.left and p.right]
    for which in (0, 1):
        found += [
            alone(sides[which], index, which)
            for index, unit in enumerate(sides[which].units)
            if unit.eid not in busy[which]
        ]
    return in_order(found, *sides)
