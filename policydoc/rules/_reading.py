"""What the reader doubted, as findings of the review: the words must be read before the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from policydoc.model import Finding, Policy, Provision, Severity, Span, walk

BASIS = "审查的前提是文字读取无误"


def doubts_of_reading(policy: Policy) -> Iterator[Finding]:
    """The reader's errors and warnings, at the provision where they are told of a place."""
    grave = [
        finding
        for finding in policy.findings
        if finding.rule.startswith("reader/") and finding.severity is not Severity.NOTE
    ]
    standing = _by_block(policy) if any(finding.span for finding in grave) else {}
    for finding in grave:
        signed = replace(finding, basis=finding.basis or BASIS)
        span = finding.span
        provision = _at(standing.get(span.block, []), span) if span is not None else None
        yield signed if provision is None else _placed(signed, provision)


def _by_block(policy: Policy) -> dict[int, list[Provision]]:
    standing: dict[int, list[Provision]] = {}
    for provision in walk(policy):
        span = provision.span
        if span is not None:
            last = span.block if span.end_block is None else span.end_block
            for block in range(span.block, last + 1):
                standing.setdefault(block, []).append(provision)
    return standing


def _at(standing: list[Provision], place: Span) -> Provision | None:
    """The provision whose words are at that place, else the last one of that line."""
    for provision in reversed(standing):
        span = provision.span
        if span is not None and provision.text and _covers(span, place):
            return provision
    return standing[-1] if standing else None


def _covers(span: Span, place: Span) -> bool:
    begins = (span.block, span.start) <= (place.block, place.end - 1)
    end = (span.block if span.end_block is None else span.end_block, span.end)
    return begins and (place.block, place.start) < end


def _placed(finding: Finding, provision: Provision) -> Finding:
    """The finding at its words in the provision; the words of a label stand in no text."""
    place, span = finding.span, provision.span
    if place is None or span is None or not provision.text:
        return replace(finding, eid=provision.eid)
    if span.end_block is None:
        start = max(place.start - span.start, 0)
        end = min(place.end - span.start, len(provision.text))
    else:
        start = max(provision.text.find(finding.quote), 0)
        end = min(start + len(finding.quote), len(provision.text))
    quote = provision.text[start:end]
    return replace(finding, eid=provision.eid, quote=quote, start=start, end=end, span=span)
