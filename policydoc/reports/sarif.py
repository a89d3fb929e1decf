"""A review as SARIF 2.1.0, for editors and code hosts that show findings in place.

Numbers in § are those of the standard (OASIS SARIF 2.1.0 with errata 01). A draft that is no plain
text (Word, PDF) has no lines; the words read from it go along as an artifact of their own with its
contents (§3.24.8), and the places point into that.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from policydoc.chinese.characters import printable
from policydoc.model import Explanation, Finding, Review, Severity, own_words, walk
from policydoc.plugins import Report
from policydoc.reports._regions import Reading, Region, reading_of, region_of
from policydoc.reports._review import Noted, noted, title
from policydoc.version import VERSION

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
PLAIN = "纯文本"
CONTEXT = 12  # characters on either side by which a finding is known again
# What ends a line of a plain text for the reader (str.splitlines); §3.14.26.
LINE_ENDS = ["\r\n", "\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]


@dataclass(frozen=True, slots=True)
class _Draft:
    """The review with what the results need again and again."""

    review: Review
    words: dict[str, str]
    reading: Reading | None
    nested: bool
    artifact: dict[str, object]


def _render(review: Review) -> bytes:
    draft = _draft(review)
    rules = _rules(review)
    index = {str(rule["id"]): number for number, rule in enumerate(rules)}
    notes = noted(review)
    prints = _fingerprints([note.finding for note in notes], draft.words)
    run = {
        "tool": {
            "driver": {"name": "policydoc", "version": VERSION, "language": "zh-CN", "rules": rules}
        },
        "invocations": [{"executionSuccessful": True}],
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\n"] if draft.nested else LINE_ENDS,
        "artifacts": _artifacts(draft),
        "results": [
            {"ruleIndex": index[note.finding.rule]} | _result(note, known, draft)
            for note, known in zip(notes, prints, strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def _draft(review: Review) -> _Draft:
    source = review.source
    nested = source is not None and source.kind not in ("", PLAIN)
    artifact: dict[str, object] = {"uri": _uri(review), "index": 0}
    if nested:
        artifact = {"uri": _uri(review) + quote(".正文.txt"), "index": 1}
    words = {provision.eid: own_words(provision) for provision in walk(review.policy)}
    reading = reading_of(source) if source is not None else None
    return _Draft(review, words, reading, nested, artifact)


def _uri(review: Review) -> str:
    """A URI reference; a name alone is percent-encoded (§3.4.3)."""
    known = review.uri or quote(review.policy.identity.id.encode("utf-8", "surrogatepass"), safe="")
    return known or "draft"


def _message(words: str) -> dict[str, str]:
    """A message: braces are doubled (§3.11.5), and nothing of the draft becomes a link (§3.11.6)."""
    plain = printable(words) or "（无文字）"
    return {"text": plain.replace("{", "{{").replace("}", "}}").replace("](", "\\](")}


def _artifacts(draft: _Draft) -> list[dict[str, object]]:
    review = draft.review
    file: dict[str, object] = {
        "location": {"uri": _uri(review)},
        "description": _message(title(review)),
        "roles": ["analysisTarget"],
    }
    if review.policy.sha256:
        file["hashes"] = {"sha-256": review.policy.sha256}
    if not draft.nested or draft.reading is None:
        return [file]
    read: dict[str, object] = {
        "location": {"uri": draft.artifact["uri"]},
        "mimeType": "text/plain",
        "description": _message("从草案中读出的正文，一段一行。"),
        "contents": {"text": draft.reading.whole},
    }
    return [file, read]


def _rules(review: Review) -> list[dict[str, object]]:
    known: dict[str, Finding] = {}
    for finding in review.findings:
        known.setdefault(finding.rule, finding)
    explained = {explanation.rule: explanation for explanation in review.explanations}
    return [_rule(finding, explained.get(name)) for name, finding in sorted(known.items())]


def _rule(finding: Finding, explained: Explanation | None) -> dict[str, object]:
    basis = (explained.basis if explained else finding.basis) or finding.rule
    severity = explained.severity if explained else finding.severity
    lines = [f"依据：{basis}。", *(_explained(explained) if explained else ())]
    rule: dict[str, object] = {
        "id": finding.rule,
        "shortDescription": _message(basis),
        "fullDescription": _message("".join(lines[:2])),
        "help": _message("\n".join(lines)),
        "defaultConfiguration": {"level": LEVELS[severity]},
    }
    if explained is not None:
        rule["properties"] = {"tags": [explained.subject], "certain": explained.certain}
    return rule


def _explained(explanation: Explanation) -> Iterator[str]:
    yield "只在文字足以断定时报告。" if explanation.certain else "这是提示，由人判断。"
    for name, text in (("反例", explanation.wrong), ("正例", explanation.right)):
        if text:
            yield f"{name}：\n{text.strip()}"


def _result(note: Noted, fingerprint: str, draft: _Draft) -> dict[str, object]:
    finding = note.finding
    region = region_of(finding, draft.words.get(finding.eid, ""), draft.reading)
    advice = f"建议：{finding.suggestion}。" if finding.suggestion else ""
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": _message(finding.message + advice),
        "locations": [_location(note, region, draft)],
        "partialFingerprints": {"wordsInContext/v1": fingerprint},
        # Of all results or of none (§3.27.23).
        "suppressions": _suppressions(finding),
        "properties": {"certain": finding.certain, "eid": finding.eid, "quote": finding.quote},
    }
    if finding.related:
        result["relatedLocations"] = list(_related(note))
    if region is not None and (fix := _fix(finding, region, draft)):
        result["fixes"] = [fix]
    return result


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    if not finding.accepted:
        return []
    return [{"kind": "external", "status": "accepted", "justification": finding.accepted}]


def _location(note: Noted, region: Region | None, draft: _Draft) -> dict[str, object]:
    finding = note.finding
    physical: dict[str, object] = {"artifactLocation": draft.artifact}
    if region is not None:
        shown: dict[str, object] = dict(_lines(region))
        if region.is_quote:
            shown["snippet"] = {"text": finding.quote}
        physical["region"] = shown
    logical = {"fullyQualifiedName": finding.eid or "all", "name": printable(note.where)}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _lines(region: Region) -> dict[str, int]:
    return {
        "startLine": region.start_line,
        "startColumn": region.start_column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _related(note: Noted) -> Iterator[dict[str, object]]:
    """The other provisions a finding rests on, in the superior or in the draft itself."""
    others = zip(note.finding.related, note.related, strict=True)
    for number, ((policy, eid, words), (label, _)) in enumerate(others, 1):
        yield {
            "id": number,
            "message": _message(f"{label}：“{words}”"),
            "logicalLocations": [{"fullyQualifiedName": f"{policy}/{eid}", "name": label}],
        }


def _fix(finding: Finding, region: Region, draft: _Draft) -> dict[str, object] | None:
    """A mechanical mend that an editor may offer; only where the places are those of the file."""
    exact = draft.words.get(finding.eid, "")[finding.start : finding.end] == finding.quote != ""
    if draft.nested or not exact or region.start_line != region.end_line:
        return None
    if finding.fix is None or not finding.certain or finding.accepted:
        return None
    replacement = {"deletedRegion": _lines(region), "insertedContent": {"text": finding.fix}}
    return {
        "description": _message(f"改为“{finding.fix}”" if finding.fix else "删去"),
        "artifactChanges": [{"artifactLocation": draft.artifact, "replacements": [replacement]}],
    }


def _fingerprints(findings: list[Finding], words: dict[str, str]) -> list[str]:
    """By rule, words and the words around them: lines and numbers may change, these do not."""
    seen: Counter[str] = Counter()
    prints = []
    for finding in findings:
        text = words.get(finding.eid, "")
        before = text[max(finding.start - CONTEXT, 0) : finding.start]
        after = text[finding.end : finding.end + CONTEXT]
        known = "\0".join((finding.rule, before, finding.quote, after))
        digest = hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[digest] += 1
        prints.append(f"{digest}:{seen[digest]}")
    return prints


REPORT = Report(".sarif", review=_render)
