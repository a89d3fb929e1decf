"""A review as plain values: the text in order, each provision with the findings on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policydoc.chinese.characters import printable
from policydoc.model import Finding, Kind, Policy, Provision, Review, Severity, own_words, walk
from policydoc.reports._places import places

LONGEST_QUOTE = 150
HEADINGS = {Kind.PART, Kind.SUBPART, Kind.CHAPTER, Kind.SECTION, Kind.TITLE}


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding with its number in the report and where it stands, as a reader cites it.

    `related` are the other provisions it rests on: the citation and the words of each.
    """

    number: int
    finding: Finding
    where: str
    related: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a provision, and the numbers of the findings that quote them."""

    words: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One provision as printed, in pieces, with its findings beside it."""

    eid: str
    depth: int
    num: str
    heading: bool
    pieces: tuple[Piece, ...]
    notes: tuple[Noted, ...]


def noted(review: Review) -> tuple[Noted, ...]:
    """The findings numbered from 1, with their citations."""
    draft = review.policy.identity.id
    known = {policy.identity.id: places(policy) for policy in (*review.against, review.policy)}
    titles = {p.identity.id: p.identity.short_title or p.identity.title for p in review.against}
    titles[draft] = "本文件"

    def cited(policy: str, eid: str) -> str:
        place = known.get(policy, {}).get(eid)
        return titles.get(policy, policy) + (place.label if place else eid)

    return tuple(
        Noted(
            number,
            finding,
            known[draft][finding.eid].label if finding.eid in known[draft] else "全文",
            tuple((cited(policy, eid), quote) for policy, eid, quote in finding.related),
        )
        for number, finding in enumerate(review.findings, 1)
    )


def shortened(quote: str) -> str:
    """A long quote by its ends; the whole stands in the text."""
    return quote if len(quote) <= LONGEST_QUOTE else f"{quote[:90]}……{quote[-40:]}"


def passages(review: Review, notes: Sequence[Noted]) -> Iterator[Passage]:
    """The text of the draft in reading order."""
    known = places(review.policy)
    beside: dict[str, list[Noted]] = {}
    for note in notes:
        beside.setdefault(note.finding.eid, []).append(note)
    first_of = _first_lines(review.policy)
    for provision in walk(review.policy):
        mine = tuple(beside.get(provision.eid, ()))
        if not (own_words(provision) or provision.heading or provision.num or mine):
            continue
        if provision.kind is Kind.ARTICLE and not mine and not provision.heading:
            continue
        yield Passage(
            provision.eid,
            min(known[provision.eid].depth if provision.eid in known else 0, 4),
            first_of.get(provision.eid, provision.num),
            provision.kind in HEADINGS,
            tuple(_pieces(provision, mine)),
            mine,
        )


def _first_lines(policy: Policy) -> dict[str, str]:
    """The number of an article, printed before its first 款."""
    return {
        provision.children[0].eid: provision.num
        for provision in walk(policy)
        if provision.kind is Kind.ARTICLE and provision.children and not provision.heading
    }


def _pieces(provision: Provision, notes: Sequence[Noted]) -> Iterator[Piece]:
    """The words cut at the ends of every quote; a heading is one piece before them."""
    text = own_words(provision)
    if provision.heading:
        whole = tuple(n.number for n in notes if not text)
        yield Piece(printable(provision.heading) + ("\n" if text else ""), whole)
    marked = [n for n in notes if 0 <= n.finding.start < n.finding.end <= len(text)]
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for note in marked:
        begins.setdefault(note.finding.start, []).append(note.number)
        ends.setdefault(note.finding.end, []).append(note.number)
    standing: set[int] = set()
    for start, end in pairwise(sorted({0, len(text), *begins, *ends})):
        standing.difference_update(ends.get(start, ()))
        standing.update(begins.get(start, ()))
        yield Piece(printable(text[start:end]), tuple(sorted(standing)))


def tally(review: Review) -> str:
    """共 12 处：错误 3 处，警告 4 处，提示 5 处；其中确定的 9 处."""
    counts = Counter(finding.severity for finding in review.findings)
    named = "，".join(f"{severity.word} {counts[severity]} 处" for severity in Severity)
    sure = sum(finding.certain for finding in review.findings)
    accepted = sum(bool(finding.accepted) for finding in review.findings)
    tail = f"；已接受 {accepted} 处" if accepted else ""
    return f"共 {len(review.findings)} 处：{named}；其中确定的 {sure} 处{tail}。"


def title(review: Review) -> str:
    """The reviewed draft's own title."""
    identity = review.policy.operative.identity
    return printable(identity.title or identity.id)
