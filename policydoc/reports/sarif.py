"""A review as SARIF 2.1.0, for editors and code hosts that show findings in place."""

from __future__ import annotations

import json

from policydoc.model import Finding, Review, Severity
from policydoc.plugins import Report
from policydoc.reports._review import Noted, noted, title

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def _render(review: Review) -> bytes:
    notes = noted(review)
    run = {
        "tool": {"driver": {"name": "policydoc", "rules": _rules(review)}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {
                "location": {"uri": review.policy.identity.id or "draft"},
                "description": {"text": title(review)},
                "hashes": {"sha-256": review.policy.sha256},
            }
        ],
        "results": [_result(note, review) for note in notes],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def _rules(review: Review) -> list[dict[str, object]]:
    known: dict[str, Finding] = {}
    for finding in review.findings:
        known.setdefault(finding.rule, finding)
    return [
        {
            "id": name,
            "shortDescription": {"text": finding.basis or name},
            "defaultConfiguration": {"level": LEVELS[finding.severity]},
        }
        for name, finding in sorted(known.items())
    ]


def _result(note: Noted, review: Review) -> dict[str, object]:
    finding = note.finding
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(note, review)],
        "properties": {"certain": finding.certain, "eid": finding.eid, "quote": finding.quote},
    }
    if finding.accepted:
        accepted = {"kind": "external", "status": "accepted", "justification": finding.accepted}
        result["suppressions"] = [accepted]
    return result


def _message(finding: Finding) -> str:
    return finding.message + (f"建议：{finding.suggestion}。" if finding.suggestion else "")


def _location(note: Noted, review: Review) -> dict[str, object]:
    """Lines and columns of the source, counted from 1."""
    finding = note.finding
    location: dict[str, object] = {
        "artifactLocation": {"uri": review.policy.identity.id or "draft"}
    }
    if finding.span is not None:
        # A span begins where the provision's own words do; the quote stands `start` further on.
        column = finding.span.start + finding.start + 1
        region: dict[str, object] = {"startLine": finding.span.block + 1, "startColumn": column}
        if finding.quote:
            region["endColumn"] = column + len(finding.quote)
            region["snippet"] = {"text": finding.quote}
        location["region"] = region
    logical = {"fullyQualifiedName": finding.eid or "all", "name": note.where}
    return {"physicalLocation": location, "logicalLocations": [logical]}


REPORT = Report(".sarif", review=_render)
