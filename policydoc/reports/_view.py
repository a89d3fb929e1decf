"""A comparison as a reader sees it: one row a subject, marked words, an explanation, a basis.

Every report prints these rows, so that no format tells another story than the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from policydoc.chinese.characters import printable
from policydoc.model import Change, Comparison, FactRow, Relation, Row
from policydoc.model.names import STATUSES
from policydoc.reports._places import Place, names, places, source_of, title_of, words_of
from policydoc.reports._words import ABSENT, MARKS, RELATIONS, verdict_word

# With fewer common words than this share of the longer side, marks hide more than they show.
LEGIBLE = 0.25


# Places named after a sentence of the summary; the tables name every one.
MOST_CITED = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """Words and their mark: "" or insert, delete, move_in, move_out."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one policy says on the subject of a row.

    `pieces` hold the words, with what differs from the lead marked where `marked`; without any
    place the policy has no answer. `suggested` are places a person may want to see.
    """

    policy: str
    places: tuple[Place, ...]
    pieces: tuple[Piece, ...]
    marked: bool
    relation: Relation | None
    suggested: tuple[Place, ...] = ()

    @property
    def own(self) -> tuple[Piece, ...]:
        """The words of this policy alone."""
        return tuple(p for p in self.pieces if p.mark not in ("delete", "move_out"))


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of the concordance, ready to print."""

    number: int
    row: Row
    title: str
    chapter: str
    cells: tuple[Cell, ...]
    relation: str
    differs: bool
    explanation: tuple[str, ...]
    basis: tuple[str, ...]
    verdicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All a report needs beside the comparison itself."""

    comparison: Comparison
    lead: str
    ids: tuple[str, ...]
    names: dict[str, str]
    titles: dict[str, str]
    sources: dict[str, str]
    statuses: dict[str, str]
    places: dict[str, dict[str, Place]]
    rows: tuple[RowView, ...]
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def others(self) -> tuple[str, ...]:
        """The policies held against the lead."""
        return self.ids[1:]

    def place(self, policy: str, eid: str) -> Place | None:
        """The provision, or None where the tree has no such eId."""
        return self.places.get(policy, {}).get(eid)

    def label(self, policy: str, eid: str) -> str:
        """Its citation with the policy's name: 张掖市第五条."""
        place = self.place(policy, eid)
        return self.names.get(policy, policy) + (place.label if place else "")

    def cited(self, places: Iterable[tuple[str, str]], most: int = MOST_CITED) -> str:
        """（张掖市第五条、第六条；贵州省第五条等5处）, each policy named once; "" without places."""
        once = list(dict.fromkeys(places))
        named: dict[str, list[str]] = {}
        for policy, eid in once[:most]:
            place = self.place(policy, eid)
            named.setdefault(policy, []).append(place.label if place else "")
        said = "；".join(
            self.names.get(policy, policy) + "、".join(dict.fromkeys(labels))
            for policy, labels in named.items()
        )
        more = f"等{len(once)}处" if len(once) > most else ""
        return f"（{said}{more}）" if said else ""


def view(comparison: Comparison) -> View:
    """Look the whole comparison up once."""
    identities = tuple(policy.identity for policy in comparison.policies)
    known = {policy.identity.id: places(policy) for policy in comparison.policies}
    lead = comparison.concordance.lead or identities[0].id
    called = names(identities)
    facts = _facts_by_unit(comparison, known)
    units = {
        i.id: {e for row in comparison.concordance.rows for e in row.cells.get(i.id, ())}
        for i in identities
    }
    rows = []
    for number, row in enumerate(comparison.concordance.rows, 1):
        rows.append(_row_view(number, row, lead, called, known, units, facts))
    return View(
        comparison,
        lead,
        tuple(identity.id for identity in identities),
        called,
        {identity.id: title_of(identity) for identity in identities},
        {identity.id: source_of(identity) for identity in identities},
        {i.id: STATUSES.get(i.text_status, "") for i in identities if i.text_status != "official"},
        known,
        tuple(rows),
        Counter(row.relation for row in rows),
    )


def _facts_by_unit(
    comparison: Comparison, known: dict[str, dict[str, Place]]
) -> dict[tuple[str, str], list[FactRow]]:
    """Which rows of facts rest on a provision, by policy and by eId."""
    tables = (comparison.thresholds, comparison.deadlines, comparison.grounds)
    found: dict[tuple[str, str], list[FactRow]] = {}
    for row in (row for table in tables for row in table):
        for policy, cell in row.cells.items():
            for eid in {fact.eid for fact in cell.facts}:
                if eid in known.get(policy, {}):
                    found.setdefault((policy, eid), []).append(row)
    return found


def _row_view(
    number: int,
    row: Row,
    lead: str,
    called: dict[str, str],
    known: dict[str, dict[str, Place]],
    units: dict[str, set[str]],
    facts: dict[tuple[str, str], list[FactRow]],
) -> RowView:
    cells = tuple(_cell(row, policy, lead, known, units[policy]) for policy in called)
    first = next((place for cell in cells for place in cell.places), None)
    related = _related(cells, units, facts)
    relation = RELATIONS[row.relation.value]
    return RowView(
        number,
        row,
        printable(row.subject) or (first.label if first else ""),
        first.chapter if first else "",
        cells,
        relation,
        row.relation is not Relation.SAME,
        tuple(_explain(row, cells, lead, called, related)),
        tuple(_basis(cells, called)),
        tuple(sorted({v for fact_row in related for v in fact_row.verdicts.values()})),
    )


def _cell(
    row: Row,
    policy: str,
    lead: str,
    known: dict[str, dict[str, Place]],
    units: set[str],
) -> Cell:
    found = known.get(policy, {})
    own = tuple(found[eid] for eid in row.cells.get(policy, ()) if eid in found)
    changes = row.changes.get(policy, ()) if policy != lead else ()
    words = printable("\n".join(words_of(place.provision, units) for place in own))
    pieces = marked(changes)
    legible = bool(pieces) and _is_legible(changes)
    suggested = tuple(found[eid] for eid in row.suggested.get(policy, ()) if eid in found)
    relation = row.relations.get(policy)
    if relation is None and policy != lead and own and lead in row.cells:
        relation = row.relation
    if not legible:
        pieces = (Piece("", words),) if words else ()
    return Cell(policy, own, pieces, legible, relation, suggested)


def marked(changes: tuple[Change, ...]) -> tuple[Piece, ...]:
    """The changes as marked words; what was folded away is shown as the other side prints it."""
    pieces: list[Piece] = []
    for change in changes:
        text = printable(change.text)
        mark = "" if change.op == "equal" else change.op
        if change.folded:
            if change.op == "delete":
                continue
            mark = ""
        elif change.move:
            mark = {"delete": "move_out", "insert": "move_in"}.get(change.op, "")
        if pieces and pieces[-1].mark == mark:
            pieces[-1] = Piece(mark, pieces[-1].text + text)
        elif text:
            pieces.append(Piece(mark, text))
    return tuple(pieces)


def _is_legible(changes: tuple[Change, ...]) -> bool:
    kept = sum(len(c.text) for c in changes if c.op == "equal" or c.folded == "substitution")
    left = sum(len(c.text) for c in changes if c.op != "insert")
    right = sum(len(c.text) for c in changes if c.op != "delete")
    return kept >= LEGIBLE * max(left, right, 1)


def _related(
    cells: tuple[Cell, ...],
    units: dict[str, set[str]],
    facts: dict[tuple[str, str], list[FactRow]],
) -> list[FactRow]:
    """The rows of facts that rest on the provisions of these cells, each once."""
    found: dict[int, FactRow] = {}
    for cell in cells:
        for place in cell.places:
            for eid in _eids_under(place, units[cell.policy]):
                found.update({id(row): row for row in facts.get((cell.policy, eid), ())})
    return list(found.values())


def _eids_under(place: Place, units: set[str]) -> list[str]:
    eids = []
    stack = [place.provision]
    while stack:
        provision = stack.pop()
        eids.append(provision.eid)
        stack.extend(c for c in provision.children if c.eid not in units)
    return eids


def _explain(
    row: Row,
    cells: tuple[Cell, ...],
    lead: str,
    called: dict[str, str],
    related: list[FactRow],
) -> list[str]:
    """What differs, in sentences: each policy's relation and amount, then the facts' verdicts."""
    sentences = []
    for cell in cells:
        if cell.policy != lead:
            sentences.append(f"{called[cell.policy]}：{_relation_words(row, cell, lead)}。")
    for fact_row in related:
        for key in fact_row.verdicts:
            name = called.get(key.split("/")[0], "")
            told = reason(fact_row, key)
            stem = f"【{verdict_word(fact_row, key)}】{name}：{printable(fact_row.subject)}"
            sentences.append(stem + (f"，{told}" if told else "。"))
    if row.status == "suggested":
        sentences.append("此对应关系由系统推荐，请人工核定。")
    if row.origin == "person":
        sentences.append("此对应关系由人工指定。")
    if row.note:
        sentences.append(printable(row.note))
    return list(dict.fromkeys(sentences))


def reason(row: FactRow, key: str) -> str:
    """The end of a verdict's sentence, without the words of both sides, which stand beside it.

    A sentence of one part is told whole, unless it only says that one side is silent; that both say the same
    needs no words.
    """
    verdict = row.verdicts.get(key)
    first, *rest = _parts(printable(row.sentences.get(key, "")))
    if verdict == "same":
        return ""
    if rest:
        return "；".join(rest)
    return "" if verdict == "not_stated" else first


def _parts(sentence: str) -> list[str]:
    """The sentence at its semicolons, but for those inside quotation marks and brackets."""
    parts, depth = [""], 0
    for char in sentence:
        depth += (char in "“‘《（(") - (char in "”’》）)")
        if char == "；" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _relation_words(row: Row, cell: Cell, lead: str) -> str:
    if lead not in row.cells:
        return "主文本没有对应条文" if cell.places else ABSENT
    if not cell.places:
        hint = "、".join(place.label for place in cell.suggested)
        return ABSENT + (f"（{hint}部分相关，供人工判断）" if hint else "")
    changes = row.changes.get(cell.policy)
    relation = RELATIONS[(cell.relation or row.relation).value]
    if changes is None:
        return "有对应内容（要点摘编，不作文字比对）"
    amount = _amount(marked(changes))
    loose = "" if cell.marked else "，表述差异大，不逐字标注"
    return relation + (f"（{amount}{loose}）" if amount else "")


def _amount(pieces: tuple[Piece, ...]) -> str:
    lengths: Counter[str] = Counter()
    for piece in pieces:
        if piece.mark != "move_out":
            lengths[piece.mark] += len(piece.text)
    return "，".join(f"{MARKS[m]}{lengths[m]}字" for m in MARKS if lengths[m]).replace(
        "移入", "移动"
    )


def _basis(cells: tuple[Cell, ...], called: dict[str, str]) -> list[str]:
    return [
        called[cell.policy] + "、".join(place.label for place in cell.places)
        for cell in cells
        if cell.places
    ]
