"""The amendment table (修订对照表) of two versions of one text: what changed, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policydoc.model import Comparison, walk
from policydoc.reports._view import Cell, RowView, View, view
from policydoc.reports._words import VERDICTS

SAME = f"【{VERDICTS['same']}】"
HEADS = ("序号", "现行条文", "修订后条文", "修订说明")


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change: the row's number, both versions, and what is said of it."""

    number: int
    before: Cell
    after: Cell
    notes: tuple[str, ...]


def amendments(comparison: Comparison) -> tuple[View, tuple[Amendment, ...]]:
    """The rows that changed between the lead (现行) and the other version (修订后)."""
    seen = view(comparison)
    found: list[Amendment] = []
    for row in _in_order(seen, comparison):
        cells = {cell.policy: cell for cell in row.cells}
        before, after = cells[seen.lead], cells[seen.others[0]]
        if row.differs or _renumbered(before, after):
            found.append(
                Amendment(len(found) + 1, before, after, tuple(_notes(before, after, row)))
            )
    return seen, tuple(found)


def _in_order(seen: View, comparison: Comparison) -> list[RowView]:
    """The rows as the lead has them; what is new stands behind what it follows in the revision."""
    other = seen.others[0]
    revision = next(p for p in comparison.policies if p.identity.id == other)
    place = {provision.eid: number for number, provision in enumerate(walk(revision))}

    def stands(row: RowView) -> int:
        cell = next(cell for cell in row.cells if cell.policy == other)
        return min((place.get(p.eid, -1) for p in cell.places), default=-1)

    kept = [(stands(row), row) for row in seen.rows if seen.lead in row.row.cells]
    new = [(stands(row), row) for row in seen.rows if seen.lead not in row.row.cells]
    for at, row in sorted(new, key=lambda item: item[0]):
        before = [(number, n) for n, (number, _) in enumerate(kept) if 0 <= number < at]
        kept.insert(max(before, default=(0, -1))[1] + 1, (at, row))
    return [row for _, row in kept]


def _renumbered(before: Cell, after: Cell) -> str:
    """第十一条改为第十条, or ""."""
    labels = [cell.places[0].label for cell in (before, after) if cell.places]
    return f"{labels[0]}改为{labels[1]}" if len(set(labels)) == 2 else ""


def _notes(before: Cell, after: Cell, row: RowView) -> Iterator[str]:
    if not before.places:
        yield "新增"
    elif not after.places:
        yield "删除"
    else:
        if note := _renumbered(before, after):
            yield note
        if row.differs:
            yield from (words for words in row.explanation if not words.startswith(SAME))
