"""Where a long title turns (7.3.1): words whole, lines of like length, 梯形 or 菱形."""

from __future__ import annotations

from itertools import combinations, pairwise

from policydoc.gongwen.lengths import em_width

_ROOM = 19  # 2号 characters that keep clear of both edges of 156 mm
_LONGEST = 150
_NOT_FIRST = "的和与及、，》”）的地得了"
_NOT_LAST = "《“（关于和与及、"


def balanced(title: str) -> str:
    """The title with line feeds where it should turn; one that has them, or is short, as it is."""
    width = sum(map(em_width, title))
    if "\n" in title or "{" in title or width <= _ROOM + 1 or len(title) > _LONGEST:
        return title
    from policydoc.chinese.words import words

    pieces = [part for word in words(title) for part in _parts(word)]
    lines = int(-(-width // _ROOM))
    while lines <= len(pieces) and lines <= 8:
        if found := _best(pieces, lines):
            return found
        lines += 1
    return title


def _parts(word: str) -> list[str]:
    """A 《title》 kept whole by the cutter, cut inside its marks."""
    if len(word) < 10 or word[0] not in "《“":
        return [word]
    from policydoc.chinese.words import words

    inner = words(word[1:-1])
    inner[0], inner[-1] = word[0] + inner[0], inner[-1] + word[-1]
    return inner


def _best(pieces: list[str], lines: int) -> str:
    """The evenest division into so many lines, none too long; "" where there is none."""
    lengths = [0.0]
    for piece in pieces:
        lengths.append(lengths[-1] + sum(map(em_width, piece)))
    share = lengths[-1] / lines
    best: tuple[float, str] = (float("inf"), "")
    # Only boundaries near an even division are tried: choices stay few however long the title.
    near = (
        [
            i
            for i in range(1, len(pieces))
            if min(abs(lengths[i] - share * n) for n in range(1, lines)) <= 5
        ]
        if lines > 1
        else []
    )
    for cuts in combinations(near[:24], lines - 1):
        ends = [0, *cuts, len(pieces)]
        widths = [lengths[b] - lengths[a] for a, b in pairwise(ends)]
        if max(widths) > _ROOM:
            continue
        rows = ["".join(pieces[a:b]) for a, b in pairwise(ends)]
        cost = sum((width - share) ** 2 for width in widths)
        cost += sum(20 for row in rows[1:] if row[0] in _NOT_FIRST)
        cost += sum(20 for row in rows[:-1] if row[-1] in _NOT_LAST)
        best = min(best, (cost, "\n".join(rows)))
    return best[1]
