"""A review for a terminal: grouped by provision, the words underlined."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from unicodedata import east_asian_width

from policydoc.chinese.characters import printable
from policydoc.chinese.punctuation import quoted_within
from policydoc.model import Review, own_words, walk
from policydoc.plugins import Report
from policydoc.reports._review import Noted, noted, shortened, tally, title

AROUND = 18


def _render(review: Review) -> bytes:
    lines = [
        f"《{title(review)}》审查意见",
        "",
    ]
    texts = {provision.eid: own_words(provision) for provision in walk(review.policy)}
    for (eid, where), notes in groupby(noted(review), key=lambda n: (n.finding.eid, n.where)):
        lines.append(f"■ {where}")
        for note in notes:
            lines += _lines(note, texts.get(eid, ""))
        lines.append("")
    lines.append(tally(review))
    # A draft's control characters would steer the terminal.
    return "".join(printable(line).replace("\n", " ") + "\n" for line in lines).encode()


def _lines(note: Noted, text: str) -> Iterator[str]:
    finding = note.finding
    sure = "" if finding.certain else "（供参考）"
    yield f"  [{finding.severity.word}]{sure} {finding.message}"
    if finding.quote and text:
        before = text[max(finding.start - AROUND, 0) : finding.start]
        after = text[finding.end : finding.end + AROUND]
        quote = text[finding.start : finding.end]
        yield f"      {before}{quote}{after}".replace("\n", " ").replace("\t", " ")
        yield f"      {' ' * _width(before)}{'^' * max(_width(quote), 1)}"
    if finding.suggestion:
        yield f"      建议：{finding.suggestion}"
    for cited, quote in note.related:
        yield f"      对照：{cited}“{quoted_within(shortened(quote))}”"
    yield f"      依据：{finding.basis}  [{finding.rule}]"
    if finding.accepted:
        yield f"      已接受：{finding.accepted}"


def _width(text: str) -> int:
    """Columns on a terminal: a wide character takes two."""
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


REPORT = Report(".txt", review=_render)
