"""A review in Word: the draft itself with comments at the words, a corrected copy, a summary."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from policydoc.chinese.characters import printable
from policydoc.chinese.punctuation import quoted_within
from policydoc.gongwen import Cell, Document, Paragraph, Table, build, elements
from policydoc.gongwen.comments import Comment, commented
from policydoc.gongwen.opened import Opened, opened
from policydoc.gongwen.revisions import Revision, revised
from policydoc.gongwen.runs import iter_paragraphs, text_of
from policydoc.gongwen.titles import balanced
from policydoc.gongwen.typesetting import document_of
from policydoc.model import Review, own_words, walk
from policydoc.reports._review import Noted, noted, shortened, tally, title

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "政策审查"
SHORT = 6  # characters
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Printed:
    """A paragraph of the Word file; `offsets` are the places of its visible characters."""

    element: _Element
    visible: str
    offsets: tuple[int, ...]


def render(review: Review) -> bytes:
    """The draft with a comment for each finding; a text that was no Word file is typeset first."""
    document, places = _opened(review)
    comments = list(_placed(review, places, _comment))
    return commented(document, comments, AUTHOR, "审")


def corrected(review: Review) -> bytes:
    """The draft with every certain, mechanical mend as a tracked change."""
    document, places = _opened(review)

    def revision(note: Noted, start: int, end: int | None) -> Revision | None:
        finding = note.finding
        if end is None or finding.fix is None or not finding.certain or finding.accepted:
            return None
        return _revision(start, end, finding.quote, finding.fix)

    return revised(document, _placed(review, places, revision), AUTHOR)


def _revision(start: int, end: int, quote: str, words: str) -> Revision:
    """The change of a long quote narrowed to what differs; a short one is changed as a whole."""
    whole = Revision(start, end, words)
    if end - start != len(quote) or len(quote) <= SHORT:
        return whole
    head = _alike(quote, words)
    rest = min(len(quote), len(words)) - head
    tail = min(_alike(quote[::-1], words[::-1]), rest)
    if head + tail == len(quote):
        return whole
    return Revision(start + head, end - tail, words[head : len(words) - tail])


def _alike(left: str, right: str) -> int:
    """How many characters both begin with."""
    pairs = zip(left, right, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))


def summary(review: Review) -> bytes:
    """A page with all findings in a table, in the order of the text."""
    heads = ("序号", "位置", "原文", "意见和建议", "依据", "程度")
    rows = [tuple(Cell(head) for head in heads), *(_row(note) for note in noted(review))]
    blocks = (
        *elements.title(balanced(f"{title(review)}审查意见"), 0),
        *elements.body(tally(review)),
        Table(tuple(rows), (10, 20, 33, 50, 27, 16)),
        Paragraph("标“供参考”的是提示，由人工判断。"),
    )
    return build(Document(blocks, title=f"{title(review)}审查意见"))


def _row(note: Noted) -> tuple[Cell, ...]:
    finding = note.finding
    advice = f"建议：{finding.suggestion}" if finding.suggestion else ""
    weight = (finding.severity.word, *([] if finding.certain else ["供参考"]))
    accepted = f"已接受：{finding.accepted}" if finding.accepted else ""
    texts = (
        str(note.number), note.where, shortened(finding.quote),
        tuple(filter(None, (finding.message, advice, *_related(note), accepted))),
        finding.basis, weight,
    )  # fmt: skip
    return tuple(
        Cell(
            printable(text) if isinstance(text, str) else tuple(map(printable, text)), align="left"
        )
        for text in texts
    )


def _related(note: Noted) -> list[str]:
    return [f"对照：{cited}“{quoted_within(shortened(quote))}”" for cited, quote in note.related]


def _opened(review: Review) -> tuple[Opened, list[Printed]]:
    content = review.original or build(document_of(review.policy))
    document = opened(content)
    return document, [_printed(element) for element in iter_paragraphs(document.document)]


def _printed(element: _Element) -> Printed:
    text = text_of(element)
    offsets = tuple(index for index, char in enumerate(text) if not char.isspace())
    return Printed(element, "".join(text[index] for index in offsets), offsets)


def _visible(text: str) -> str:
    return "".join(char for char in printable(text) if not char.isspace())


def _placed(
    review: Review,
    places: list[Printed],
    make: Callable[[Noted, int, int | None], Made | None],
) -> Iterator[tuple[_Element, Made]]:
    """Each finding at its words in the Word file; on the first paragraph where they are not there."""
    texts = {p.eid: own_words(p) or p.num + p.heading for p in walk(review.policy)}
    printed = _printing(places)
    before, eid, standing = 0, "", Standing()
    for note in noted(review):
        if note.finding.eid != eid or not eid:
            eid = note.finding.eid
            standing = _standing(printed, texts.get(eid, ""), before)
            before = before if standing.index is None else standing.index
        place, start, end = _words(printed, standing, note)
        made = make(note, start, end)
        if made is not None and place is not None:
            yield place.element, made


@dataclass(frozen=True, slots=True)
class Printing:
    """All visible characters of the Word file as one string, and where each paragraph begins."""

    places: list[Printed]
    whole: str
    starts: tuple[int, ...]


def _printing(places: list[Printed]) -> Printing:
    starts = tuple(accumulate((len(place.visible) for place in places), initial=0))
    return Printing(places, "".join(place.visible for place in places), starts)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a provision stands: its first paragraph, and the place in the whole string of each
    character of its words (a table's run on from cell to cell)."""

    index: int | None = None
    before: tuple[int, ...] = ()


def _standing(printed: Printing, text: str, before: int) -> Standing:
    words = _visible(text)
    index = _find(printed.places, words, before) if words else None
    if index is not None:
        first = printed.starts[index] + printed.places[index].visible.find(words)
    else:
        first = _run_on(printed, words, before)
        if first < 0:
            return Standing()
        index = bisect_right(printed.starts, first) - 1
    shown = (int(bool(_visible(char))) for char in text)
    return Standing(index, tuple(accumulate(shown, initial=first)))


def _run_on(printed: Printing, words: str, before: int) -> int:
    """Where words begin that run over several paragraphs, looked for from the last one on; or -1."""
    if not words or not printed.places:
        return -1
    found = printed.whole.find(words, printed.starts[before])
    return found if found >= 0 else printed.whole.find(words)


def _find(places: list[Printed], words: str, before: int) -> int | None:
    """The paragraph with these words, looked for from the last one on."""
    for index in (*range(before, len(places)), *range(before)):
        if words and words in places[index].visible:
            return int(index)
    return None


def _words(
    printed: Printing, standing: Standing, note: Noted
) -> tuple[Printed | None, int, int | None]:
    finding, places = note.finding, printed.places
    quote = _visible(finding.quote)
    if standing.index is None:
        index = _find(places, quote, 0)
        start = places[index].visible.find(quote) if index is not None else 0
    else:
        at = standing.before[min(finding.start, len(standing.before) - 1)]
        index = min(bisect_right(printed.starts, at), len(places)) - 1
        start = at - printed.starts[index]
    if index is None or not quote or start >= len(places[index].offsets):
        return (places[index or 0] if places else None), 0, None
    offsets = places[index].offsets
    end = min(start + len(quote), len(offsets))
    return places[index], offsets[start], offsets[end - 1] + 1


def _comment(note: Noted, start: int, end: int | None) -> Comment:
    finding = note.finding
    sure = "" if finding.certain else "（供参考）"
    lines = [f"{finding.severity.word}{sure}：{finding.message}"]
    lines += [f"建议：{finding.suggestion}"] if finding.suggestion else []
    lines += _related(note)
    lines += [f"已接受：{finding.accepted}"] if finding.accepted else []
    return Comment((*map(printable, lines), printable(f"依据：{finding.basis}")), start, end)
