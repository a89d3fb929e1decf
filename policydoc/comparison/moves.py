"""Clauses that are deleted in one place and inserted in another: told as moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policydoc.chinese.folding import words_only
from policydoc.chinese.words import words
from policydoc.comparison.keys import Keys
from policydoc.model import Change

_MOVED_LEAST = 8
_MOST_MOVES = 12
_LONGEST_MOVED = 2000
_MOST_TRIED = 300


@dataclass(frozen=True, slots=True)
class _Move:
    """Words of a deleted piece that an inserted piece has too: where, in characters."""

    gone: int
    gone_span: tuple[int, int]
    come: int
    come_span: tuple[int, int]

    @property
    def size(self) -> int:
        """How many characters are moved."""
        return self.gone_span[1] - self.gone_span[0]


def marked_moves(found: list[Change]) -> list[Change]:
    """Deleted words that are inserted elsewhere again share a number."""
    chosen: list[_Move] = []
    for move in sorted(_moves(found), key=lambda move: (-move.size, move.gone, move.come)):
        if all(move.gone != known.gone and move.come != known.come for known in chosen):
            chosen.append(move)
    cuts: dict[int, tuple[int, int, int]] = {}
    for number, move in enumerate(sorted(chosen, key=lambda move: move.gone), 1):
        cuts[move.gone] = (*move.gone_span, number)
        cuts[move.come] = (*move.come_span, number)
    marked: list[Change] = []
    for index, change in enumerate(found):
        if index not in cuts:
            marked.append(change)
            continue
        start, end, number = cuts[index]
        pieces = (
            Change(change.op, change.text[:start]),
            Change(change.op, change.text[start:end], move=number),
            Change(change.op, change.text[end:]),
        )
        marked += [piece for piece in pieces if piece.text]
    return marked


def _moves(found: Sequence[Change]) -> Iterator[_Move]:
    """Every pair of a deleted and an inserted piece with a run of words in common."""
    sides: dict[str, dict[int, set[str]]] = {"delete": {}, "insert": {}}
    for index, change in enumerate(found):
        size = len(change.text)
        if change.op != "equal" and not change.folded and _MOVED_LEAST <= size <= _LONGEST_MOVED:
            sides[change.op][index] = _runs_of(words_only(change.text))
    holders: dict[str, list[int]] = {}
    for index, runs in sides["insert"].items():
        for run in runs:
            holders.setdefault(run, []).append(index)
    tried = 0
    for gone, runs in sides["delete"].items():
        if tried > _MOST_TRIED:
            return
        near = sorted({come for run in runs for come in holders.get(run, ())[:_MOST_MOVES]})
        for come in near[:_MOST_MOVES]:
            tried += 1
            place = _common(found[gone].text, found[come].text)
            if place is not None:
                start, end, first = place
                yield _Move(gone, (start, end), come, (first, first + end - start))


def _runs_of(plain: str) -> set[str]:
    return {plain[i : i + _MOVED_LEAST] for i in range(len(plain) - _MOVED_LEAST + 1)}


def _common(left: str, right: str) -> tuple[int, int, int] | None:
    """The longest run of whole words that both have: start and end on the left, start right."""
    from difflib import SequenceMatcher

    ours, theirs = words(left), words(right)
    plain = Keys(())
    sides = [plain.of(w) for w in ours], [plain.of(w) for w in theirs]
    match = SequenceMatcher(None, *sides, autojunk=False).find_longest_match()
    start, size = match.a, match.size
    gone, come = ours[start : start + size], theirs[match.b : match.b + size]
    if len(words_only("".join(gone))) < _MOVED_LEAST or [len(w) for w in gone] != [
        len(w) for w in come
    ]:
        return None
    begin = len("".join(ours[:start]))
    return begin, begin + len("".join(gone)), len("".join(theirs[: match.b]))
