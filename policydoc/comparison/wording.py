"""Wording differences by words; the only use of diff-match-patch.

Words → private characters → diff → own clean-up: nothing is cut inside a word or a number, marks
and width are folded, coincidental short agreements are dropped, moved clauses are recognised.
Source: docs/adr/0052.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policydoc.chinese.exchanges import Legend
from policydoc.chinese.folding import words_only
from policydoc.chinese.words import words
from policydoc.comparison.keys import Keys
from policydoc.comparison.moves import marked_moves
from policydoc.model import Change

_FIRST, _SURROGATES, _PRIVATE = 0xF0000, 0xD800, 0x110000
_MANY_CELLS = 150_000
_TOO_MANY_CELLS = 400_000_000
_ISLAND = 1
_SHORT_ISLAND = 2
_FAR_LONGER = 5
_TELLING = 3
_FIGURES = re.compile("[0-9０-９一二两三四五六七八九十百千万亿零〇]")


@dataclass(slots=True)
class _Piece:
    """A run of words: kept on both sides, or some deleted and some inserted."""

    left: list[str]
    right: list[str]
    kept: bool


def changes(
    left: str, right: str, legend: Legend = (), names: Iterable[str] = ()
) -> tuple[Change, ...]:
    """What must be deleted from `left` and inserted to make it `right`, word by word.

    Args:
        left: The lead text.
        right: The other text.
        legend: Expected exchanges, left and right; marked as folded, not as differences.
        names: Further names to keep whole.
    """
    if left == right:
        return (Change("equal", left),) if left else ()
    keys = Keys(legend)
    whole = {*names, *keys.names}
    pieces = _pieces(words(left, whole), words(right, whole), keys)
    return tuple(_merged(marked_moves(list(_emitted(_cleaned(pieces), keys)))))


def left_of(found: Iterable[Change]) -> str:
    """The left text again: everything but the inserts."""
    return "".join(change.text for change in found if change.op != "insert")


def right_of(found: Iterable[Change]) -> str:
    """The right text again: everything but the deletes."""
    return "".join(change.text for change in found if change.op != "delete")


def edits_of(found: Iterable[Change]) -> int:
    """How many deletes and inserts a reader sees; folded ones do not count."""
    return sum(change.op != "equal" and not change.folded for change in found)


def _pieces(left: list[str], right: list[str], keys: Keys) -> list[_Piece]:
    codes: dict[str, str] = {}
    texts = []
    for side in ([keys.of(word) for word in left], [keys.of(word) for word in right]):
        for key in side:
            codes.setdefault(key, _character(len(codes)))
        texts.append("".join(codes[key] for key in side))
    found: list[_Piece] = []
    i = j = 0
    for op, count in _runs(*texts):
        if op == 0:
            found.append(_Piece(left[i : i + count], right[j : j + count], True))
        elif op < 0:
            found.append(_Piece(left[i : i + count], [], False))
        else:
            found.append(_Piece([], right[j : j + count], False))
        i += count if op <= 0 else 0
        j += count if op >= 0 else 0
    return found


def _character(number: int) -> str:
    """A character for the word of that number: of the private planes, then from the start."""
    code = _FIRST + number
    if code >= _PRIVATE:
        code -= _PRIVATE - 0x100
        code += 0x800 if code >= _SURROGATES else 0
    return chr(code)


def _runs(left: str, right: str) -> Iterator[tuple[int, int]]:
    """Runs of equal (0), deleted (-1) and inserted (1) characters, in bounded time."""
    cells = len(left) * len(right)
    if cells > _TOO_MANY_CELLS:
        yield from _coarse_runs(left, right)
        return
    if cells > _MANY_CELLS:
        yield from _fast_runs(left, right)
        return
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # the default of a second makes the result depend on the machine
    for op, text in engine.diff_main(left, right, False):
        yield op, len(text)


def _fast_runs(left: str, right: str) -> Iterator[tuple[int, int]]:
    """The same for long texts, on which diff-match-patch takes seconds."""
    from rapidfuzz.distance import Indel

    for code in Indel.opcodes(left, right):
        gone, come = code.src_end - code.src_start, code.dest_end - code.dest_start
        if code.tag == "equal":
            yield 0, gone
            continue
        if gone:
            yield -1, gone
        if come:
            yield 1, come


def _coarse_runs(left: str, right: str) -> Iterator[tuple[int, int]]:
    """For texts beyond reason: what both begin and end with, and all between as changed."""
    start = _shared_length(left, right)
    rest = left[start:], right[start:]
    end = _shared_length(rest[0][::-1], rest[1][::-1])
    middle = len(rest[0]) - end, len(rest[1]) - end
    yield from ((op, n) for op, n in ((0, start), (-1, middle[0]), (1, middle[1]), (0, end)) if n)


def _shared_length(left: str, right: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(left), len(right)))


def _length(side: Sequence[str]) -> int:
    return len(words_only("".join(side)))


def _cleaned(pieces: list[_Piece]) -> list[_Piece]:
    """Join changes across agreements too short to mean anything; marks alone are none."""
    found: list[_Piece] = []
    for index, piece in enumerate(pieces):
        last = found[-1] if found else None
        if not piece.kept:
            if last is not None and not last.kept:
                last.left += piece.left
                last.right += piece.right
            else:
                found.append(_Piece(list(piece.left), list(piece.right), False))
        elif last is not None and not last.kept and _is_island(pieces, index, last):
            last.left += piece.left
            last.right += piece.right
        else:
            found.append(piece)
    return found


def _is_island(pieces: list[_Piece], index: int, before: _Piece) -> bool:
    after = _change_after(pieces, index)
    if after is None:
        return False
    length = _length(pieces[index].left)
    if length <= _ISLAND:
        return True
    sizes = [
        max(_length(before.left), _length(before.right)),
        max(_length(after.left), _length(after.right)),
    ]
    return length <= _SHORT_ISLAND and min(sizes) >= _FAR_LONGER


def _change_after(pieces: list[_Piece], index: int) -> _Piece | None:
    after = _Piece([], [], False)
    for piece in pieces[index + 1 :]:
        if piece.kept:
            break
        after.left += piece.left
        after.right += piece.right
    return after if _length(after.left) or _length(after.right) else None


def _emitted(pieces: Iterable[_Piece], keys: Keys) -> Iterator[Change]:
    for piece in pieces:
        if piece.kept:
            yield from _kept(piece)
        else:
            yield from _changed("".join(piece.left), "".join(piece.right), keys)


def _kept(piece: _Piece) -> Iterator[Change]:
    for ours, theirs in zip(piece.left, piece.right, strict=True):
        if ours == theirs:
            yield Change("equal", ours)
            continue
        why = "substitution" if words_only(ours) != words_only(theirs) else "punctuation"
        yield Change("delete", ours, why)
        yield Change("insert", theirs, why)


def _held_in(short: str, long: str) -> bool:
    """Whether all of one side opens or closes the other, as 承诺书 opens 承诺书和财务报表.

    Word lists part such runs differently; figures and marks of names stay whole.
    """
    far = len(short) >= _TELLING and len(long) - len(short) >= _SHORT_ISLAND
    return (
        far
        and not _FIGURES.search(long)
        and words_only(long) == long
        and (long.startswith(short) or long.endswith(short))
    )


def _extended(ours: str, theirs: str) -> Iterator[Change]:
    short, long, op = (
        (ours, theirs, "insert") if len(ours) < len(theirs) else (theirs, ours, "delete")
    )
    opens = long.startswith(short)
    rest = long[len(short) :] if opens else long[: -len(short)]
    parts = [Change("equal", short), Change(op, rest)]
    yield from parts if opens else reversed(parts)


def _changed(ours: str, theirs: str, keys: Keys) -> Iterator[Change]:
    if _held_in(ours, theirs) or _held_in(theirs, ours):
        yield from _extended(ours, theirs)
        return
    why = "punctuation" if words_only(ours) == words_only(theirs) else ""
    if ours and theirs and not why and keys.of(ours) == keys.of(theirs):
        why = "substitution"
    if ours:
        yield Change("delete", ours, why)
    if theirs:
        yield Change("insert", theirs, why)


def _merged(found: Iterable[Change]) -> Iterator[Change]:
    """Neighbouring pieces of the same kind as one; within a run deletes come before inserts."""
    held: Change | None = None
    for change in found:
        if (
            held is not None
            and held.op == change.op
            and (held.folded, held.move) == (change.folded, change.move)
        ):
            held = Change(held.op, held.text + change.text, held.folded, held.move)
            continue
        if held is not None:
            yield held
        held = change
    if held is not None:
        yield held
