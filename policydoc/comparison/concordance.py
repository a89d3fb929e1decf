"""The concordance: rows by subject, every unit of every policy in exactly one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from policydoc.chinese.folding import fold
from policydoc.comparison.wording import changes
from policydoc.model import Alignment, Concordance, Pair, Policy, Relation, Row
from policydoc.model.units import Unit, units_of

# Groups of provisions that answer each other and that the lead has nothing for.
Rest = Sequence[Sequence[tuple[str, str]]]

_GRAVITY = (
    Relation.SAME,
    Relation.NEAR,
    Relation.REVISED,
    Relation.MERGED,
    Relation.SPLIT,
    Relation.PARTIAL,
    Relation.RIGHT_ONLY,
    Relation.LEFT_ONLY,
)
_LONGEST_SUBJECT = 24


@dataclass(slots=True)
class _Draft:
    """A row while it grows: eIds by policy, and the pairs that made it."""

    cells: dict[str, list[str]] = field(default_factory=dict)
    pairs: dict[str, list[Pair]] = field(default_factory=dict)


def concordance(
    policies: Sequence[Policy], alignments: Sequence[Alignment], rest: Rest = ()
) -> Concordance:
    """Rows in the lead's order, then what only others have.

    Args:
        policies: The lead first.
        alignments: The lead with each of the others, in their order.
        rest: What the lead lacks, grouped by subject; who is in no group gets a row alone.
    """
    names = tuple(policy.identity.id for policy in policies)
    units = {name: units_of(policy) for name, policy in zip(names, policies, strict=True)}
    lead, *others = names
    drafts = _lead_rows(units[lead], lead, others, alignments)
    placed = {(name, eid) for draft in drafts for name, eids in draft.cells.items() for eid in eids}
    drafts += _further_rows(units, others, rest, placed)
    table = {name: {unit.eid: unit for unit in found} for name, found in units.items()}
    digests = {p.identity.id for p in policies if p.identity.text_status == "digest"}
    legends = {name: a.substitutions for name, a in zip(others, alignments, strict=True)}
    rows = tuple(_row(draft, names, table, digests, legends) for draft in drafts)
    return Concordance(names, lead, rows)


class _Homes:
    """Which units of the lead share a row: each goes by the first of those it is joined with."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._home = {unit.eid: unit.eid for unit in units}
        self._order = {unit.eid: unit.position for unit in units}

    def of(self, eid: str) -> str:
        """The first unit of the row."""
        while self._home[eid] != eid:
            eid = self._home[eid]
        return eid

    def join_by(self, alignment: Alignment) -> None:
        """Join the units that one pair names, and those that one answer answers."""
        answered: dict[str, str] = {}
        for pair in _certain(alignment):
            for eid in pair.left:
                self._join(pair.left[0], eid)
            for eid in pair.right:
                self._join(answered.setdefault(eid, pair.left[0]), pair.left[0])

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self.of(one), self.of(other)), key=self._order.__getitem__)
        self._home[second] = first


def _lead_rows(
    units: Sequence[Unit], lead: str, others: Sequence[str], alignments: Sequence[Alignment]
) -> list[_Draft]:
    """A row for each unit of the lead; units that share an answer share the row."""
    homes = _Homes(units)
    for alignment in alignments:
        homes.join_by(alignment)
    drafts: dict[str, _Draft] = {}
    for unit in units:
        drafts.setdefault(homes.of(unit.eid), _Draft()).cells.setdefault(lead, []).append(unit.eid)
    for other, alignment in zip(others, alignments, strict=True):
        for pair in alignment.pairs:
            if pair.left:
                draft = drafts[homes.of(pair.left[0])]
                draft.pairs.setdefault(other, []).append(pair)
                if pair.status == "certain" and pair.right:
                    here = draft.cells.setdefault(other, [])
                    here += [eid for eid in pair.right if eid not in here]
    return list(drafts.values())


def _certain(alignment: Alignment) -> Iterator[Pair]:
    return (p for p in alignment.pairs if p.status == "certain" and p.left and p.right)


def _further_rows(
    units: Mapping[str, Sequence[Unit]],
    others: Sequence[str],
    rest: Rest,
    placed: set[tuple[str, str]],
) -> list[_Draft]:
    groups = {place: group for group in rest for place in group}
    found: list[_Draft] = []
    for name in others:
        for unit in units[name]:
            if (name, unit.eid) in placed:
                continue
            draft = _Draft()
            for place in groups.get((name, unit.eid), ((name, unit.eid),)):
                if place not in placed:
                    draft.cells.setdefault(place[0], []).append(place[1])
                    placed.add(place)
            found.append(draft)
    return found


def _row(
    draft: _Draft,
    names: Sequence[str],
    table: Mapping[str, Mapping[str, Unit]],
    digests: set[str],
    legends: Mapping[str, Sequence[tuple[str, str]]],
) -> Row:
    lead, *others = names
    texts = {
        name: "\n".join(table[name][eid].text for eid in eids) for name, eids in draft.cells.items()
    }
    certain = {
        name: [p for p in pairs if p.status == "certain" and p.right]
        for name, pairs in draft.pairs.items()
    }
    relations = {
        name: _relation(lead in texts, name in texts, certain.get(name, [])) for name in others
    }
    compared = [
        name for name in others if lead in texts and name in texts and not {lead, name} & digests
    ]
    first = next(iter(draft.cells.items()))
    kept = [p for pairs in certain.values() for p in pairs]
    return Row(
        subject=subject_of([table[first[0]][eid] for eid in first[1]]),
        cells={name: tuple(draft.cells[name]) for name in names if name in draft.cells},
        relation=_gravest(lead in texts, relations),
        changes={
            name: changes(texts[lead], texts[name], legends.get(name, ())) for name in compared
        },
        moved=any(p.moved for p in kept),
        relations=relations,
        suggested=_suggested(draft),
        clauses=tuple(
            (name, ours, theirs)
            for name, pairs in draft.pairs.items()
            for p in pairs
            if p.status == "suggested"
            for ours, theirs in p.clauses
        ),
        origin="person" if any(p.origin == "person" for p in kept) else "system",
        note="；".join(dict.fromkeys(p.note for p in kept if p.note)),
    )


def _suggested(draft: _Draft) -> dict[str, tuple[str, ...]]:
    """What may answer and is not certain to, by policy."""
    offered = {
        name: tuple(dict.fromkeys(eid for p in pairs if p.status == "suggested" for eid in p.right))
        for name, pairs in draft.pairs.items()
    }
    return {name: eids for name, eids in offered.items() if eids}


def _gravest(in_lead: bool, relations: Mapping[str, Relation]) -> Relation:
    """What the row as a whole is: the gravest of its answers, or that there is none."""
    if not in_lead:
        return Relation.RIGHT_ONLY
    answers = [relation for relation in relations.values() if relation is not Relation.LEFT_ONLY]
    return max(answers, key=_GRAVITY.index, default=Relation.LEFT_ONLY)


def _relation(in_lead: bool, in_other: bool, pairs: Sequence[Pair]) -> Relation:
    if not in_lead:
        return Relation.RIGHT_ONLY if in_other else Relation.LEFT_ONLY
    if not in_other or not pairs:
        return Relation.LEFT_ONLY
    if len(pairs) > 1:
        return Relation.MERGED
    return pairs[0].relation


def subject_of(units: Sequence[Unit]) -> str:
    """What a row is about, in the words of its first provision: its heading or first clause."""
    unit = units[0]
    if unit.heading:
        return unit.heading.strip(" 　。；：")
    first = fold(unit.text).split("\n")[0]
    ends = [first.find(mark) for mark in ",.;:" if first.find(mark) > 0]
    words = unit.text[: min(ends, default=len(first))].strip()
    return words if len(words) <= _LONGEST_SUBJECT else words[: _LONGEST_SUBJECT - 1] + "…"
