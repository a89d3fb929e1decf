"""The policy as the JSON document of the contract, `policydoc/policy@1`."""

from __future__ import annotations

import json

from policydoc.model import Finding, Identity, Policy, Provision, Removed, Span
from policydoc.model.findings import finding_fields
from policydoc.plugins import Writer


def to_dict(policy: Policy) -> dict[str, object]:
    """The policy as plain dicts and lists, eIds prefixed in the attachments."""
    return {"schema": "policydoc/policy@1", **_policy(policy)}


def _policy(policy: Policy) -> dict[str, object]:
    return {
        "identity": _identity(policy.identity),
        "sha256": policy.sha256,
        "preface": [_provision(p) for p in policy.preface],
        "preamble": [_provision(p) for p in policy.preamble],
        "body": [_provision(p) for p in policy.body],
        "conclusions": [_provision(p) for p in policy.conclusions],
        "attachments": [_policy(annex) for annex in policy.attachments],
        "removed": [_removed(item) for item in policy.removed],
        "findings": [_finding(finding) for finding in policy.findings],
    }


def _identity(identity: Identity) -> dict[str, object]:
    return {
        "id": identity.id,
        "title": identity.title,
        "genre": identity.genre,
        "issuers": list(identity.issuers),
        "number": identity.number,
        "issued": identity.issued,
        "effective": identity.effective,
        "expires": identity.expires,
        "region": identity.region,
        "level": identity.level,
        "text_status": identity.text_status,
        "short_title": identity.short_title,
        "superiors": list(identity.superiors),
    }


def _provision(provision: Provision) -> dict[str, object]:
    document: dict[str, object] = {
        "kind": provision.kind.value,
        "eid": provision.eid,
        "num": provision.num,
        "heading": provision.heading,
        "text": provision.text,
        "wrap_up": provision.wrap_up,
        "span": _span(provision.span),
        "label_span": _span(provision.label_span),
        "children": [_provision(child) for child in provision.children],
    }
    if provision.rows:
        document["rows"] = [list(row) for row in provision.rows]
    return document


def _span(span: Span | None) -> dict[str, int] | None:
    if span is None:
        return None
    place = {"block": span.block, "start": span.start, "end": span.end}
    if span.end_block is not None:
        place["end_block"] = span.end_block
    return place


def _removed(item: Removed) -> dict[str, object]:
    return {"reason": item.reason, "text": item.text, "span": _span(item.span)}


def _finding(finding: Finding) -> dict[str, object]:
    return {**finding_fields(finding), "span": _span(finding.span)}


def _write(policy: Policy) -> bytes:
    text = json.dumps(to_dict(policy), ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", "backslashreplace")


WRITER = Writer(".json", _write)
