"""Two versions of one text, paragraph by paragraph: what tracked changes show.

Paragraphs come from the source, not from the tree, so that even the space after 第一条 is that of
the file. A longest common run of paragraphs comes first; between two such runs, paragraphs that
share enough words are one paragraph revised, in order; the rest was deleted or inserted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from policydoc.comparison.wording import changes
from policydoc.model import (
    Change,
    Kind,
    Policy,
    Provision,
    Redline,
    RedlineParagraph,
    Source,
    Table,
    walk,
)

Paragraphs = Sequence[tuple[str, str]]
# Paragraphs less alike (0–1) than this are told as one deleted and one inserted.
LIKE = 0.5
# Above this many comparisons two stretches are not searched for revised paragraphs.
LIMIT = 250_000


def redline(left: tuple[Source, Policy], right: tuple[Source, Policy]) -> Redline:
    """What must be deleted from `left` and inserted to make it `right`.

    Args:
        left: The older version, as read and as parsed.
        right: The newer one.
    """
    found = _compare(paragraphs_of(*left), paragraphs_of(*right))
    return Redline(left[1], right[1], tuple(found))


def paragraphs_of(source: Source, policy: Policy) -> list[tuple[str, str]]:
    """The paragraphs that belong to the document, each with the kind of provision it begins.

    Lines that one provision runs over are one paragraph; what was set aside (page numbers, marks
    of a web page) is left out; so are blank lines.
    """
    kinds: dict[int, str] = {}
    continued: set[int] = set()
    for provision in walk(policy):
        _note(provision, kinds, continued)
    found: list[tuple[str, str]] = []
    for index, text in enumerate(_kept_texts(source, policy)):
        if index in continued and found:
            words, kind = found[-1]
            found[-1] = (words + text, kind)
        elif text.strip():
            found += [(line, kinds.get(index, "")) for line in text.split("\n") if line.strip()]
    return found


def _note(provision: Provision, kinds: dict[int, str], continued: set[int]) -> None:
    span = provision.span
    place = provision.label_span or span
    if place is not None:
        kinds.setdefault(place.block, provision.kind.value)
    # Lines of a title stay lines; those of a paragraph were broken by the width of a page.
    if span is not None and span.end_block is not None and provision.kind is not Kind.TITLE:
        continued.update(range(span.block + 1, span.end_block + 1))


def _kept_texts(source: Source, policy: Policy) -> Iterator[str]:
    """The text of each block without what was set aside."""
    cuts: dict[int, list[tuple[int, int]]] = {}
    for removed in policy.removed:
        if removed.span is not None and removed.span.end_block is None:
            span = removed.span
            cuts.setdefault(span.block, []).append((span.start, span.end))
    for index, block in enumerate(source.blocks):
        if isinstance(block, Table):
            yield "\n".join("\t".join(row) for row in block.rows)
            continue
        text = block.text
        for start, end in sorted(cuts.get(index, ()), reverse=True):
            text = text[:start] + text[end:]
        yield text


def _compare(left: Paragraphs, right: Paragraphs) -> Iterator[RedlineParagraph]:
    matcher = SequenceMatcher(
        None, [text for text, _ in left], [text for text, _ in right], autojunk=False
    )
    for op, a, b, c, d in matcher.get_opcodes():
        if op == "equal":
            for text, kind in right[c:d]:
                yield RedlineParagraph("equal", (Change("equal", text),), kind)
        else:
            yield from _between(left[a:b], right[c:d])


def _between(left: Paragraphs, right: Paragraphs) -> Iterator[RedlineParagraph]:
    """A stretch without an equal paragraph: revised ones in order, deleted and inserted ones."""
    ends = [(-1, -1), *_revised(left, right), (len(left), len(right))]
    for (a, c), (b, d) in pairwise(ends):
        for text, kind in left[a + 1 : b]:
            yield RedlineParagraph("delete", (Change("delete", text),), kind)
        for text, kind in right[c + 1 : d]:
            yield RedlineParagraph("insert", (Change("insert", text),), kind)
        if b < len(left):
            found = changes(left[b][0], right[d][0])
            yield RedlineParagraph("equal", found, right[d][1])


def _revised(left: Paragraphs, right: Paragraphs) -> list[tuple[int, int]]:
    """Pairs of alike paragraphs in both orders that share the most words together."""
    if not left or not right or len(left) * len(right) > LIMIT:
        return []
    from rapidfuzz.fuzz import ratio

    likeness = [[ratio(a, b) / 100 for b, _ in right] for a, _ in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            here = best[i + 1][j + 1] + likeness[i][j] if likeness[i][j] >= LIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], here)
    return list(_walk(best, likeness))


def _walk(best: list[list[float]], likeness: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(likeness) and j < len(likeness[0]):
        if likeness[i][j] >= LIKE and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
