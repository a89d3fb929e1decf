"""The comparison as the JSON document of the contract, `policydoc/comparison@1`."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

from policydoc.model import (
    Change,
    Comparison,
    Fact,
    FactCell,
    FactRow,
    Identity,
    Policy,
    Review,
    Row,
)
from policydoc.model.findings import finding_fields
from policydoc.plugins import Report

DEFAULTS = {f.name: f.default for f in fields(Fact)}


def to_dict(comparison: Comparison) -> dict[str, object]:
    """The comparison as plain dicts and lists."""
    return {
        "schema": "policydoc/comparison@1",
        "lead": comparison.concordance.lead,
        "policies": [_policy(policy) for policy in comparison.policies],
        "rows": [_row(row, comparison.concordance.lead) for row in comparison.concordance.rows],
        "thresholds": [_fact_row(row, "indicator") for row in comparison.thresholds],
        "deadlines": [_fact_row(row, "subject") for row in comparison.deadlines],
        "procedure": [_fact_row(row, "step") for row in comparison.procedure],
        "grounds": [_fact_row(row, "ground") for row in comparison.grounds],
        "summary": [sentence for sentence, _ in comparison.summary],
        "summary_places": [
            [{"policy": policy, "eid": eid} for policy, eid in places]
            for _, places in comparison.summary
        ],
        "substitutions": [
            {"left": one.left, "right": one.right, "pairs": [list(p) for p in one.substitutions]}
            for one in comparison.alignments
        ],
        "notes": list(comparison.notes),
        "tokenizer": comparison.tokenizer,
    }


def _policy(policy: Policy) -> dict[str, object]:
    identity: Identity = policy.identity
    return {**asdict(identity), "sha256": policy.sha256}


def _row(row: Row, lead: str) -> dict[str, object]:
    return {
        "subject": row.subject,
        "cells": {policy: list(eids) for policy, eids in row.cells.items()},
        "relation": row.relation.value,
        "relations": {policy: relation.value for policy, relation in row.relations.items()},
        "status": row.status,
        "origin": row.origin,
        "moved": row.moved,
        "changes": [
            {"left": lead, "right": policy, "pieces": [_change(change) for change in changes]}
            for policy, changes in row.changes.items()
        ],
        "suggested": {policy: list(eids) for policy, eids in row.suggested.items()},
        "clauses": [
            {"policy": policy, "left": left, "right": right} for policy, left, right in row.clauses
        ],
        "note": row.note,
    }


def _change(change: Change) -> dict[str, object]:
    piece: dict[str, object] = {"op": change.op, "text": change.text}
    if change.folded:
        piece["folded"] = change.folded
    if change.move:
        piece["move"] = change.move
    return piece


def _fact_row(row: FactRow, name: str) -> dict[str, object]:
    return {
        name: row.subject,
        "topic": row.topic,
        "indicator_id": row.indicator_id,
        "cells": {policy: _fact_cell(cell) for policy, cell in row.cells.items()},
        "verdicts": _both_ways(row.verdicts),
        "sentences": dict(row.sentences),
    }


def _both_ways(verdicts: dict[str, str]) -> dict[str, str]:
    """The verdicts as they are, other/lead, and turned round, lead/other."""
    turned = {"stricter": "looser", "looser": "stricter"}
    found = dict(verdicts)
    for key, verdict in verdicts.items():
        other, _, lead = key.partition("/")
        found.setdefault(f"{lead}/{other}", turned.get(verdict, verdict))
    return found


def _fact_cell(cell: FactCell) -> dict[str, object]:
    """The fields of the first fact as the contract prints them, then all of the facts."""
    shown: dict[str, object] = {}
    if cell.facts:
        first = cell.facts[0]
        shown = {key: getattr(first, key) for key in ("op", "value", "unit", "eid", "quote")}
        if first.upper is not None:
            shown["upper"] = first.upper
    elif cell.eid:
        shown["eid"] = cell.eid
    return {**shown, "stated": cell.stated, "facts": [fact_fields(fact) for fact in cell.facts]}


def fact_fields(fact: Fact) -> dict[str, object]:
    """The fields of a fact that say something."""
    always = ("kind", "eid", "quote", "start", "end")
    values = {name: getattr(fact, name) for name in DEFAULTS}
    return {n: v for n, v in values.items() if n in always or v != DEFAULTS[n]}


def _render(comparison: Comparison) -> bytes:
    return (json.dumps(to_dict(comparison), ensure_ascii=False, indent=1) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def _render_review(review: Review) -> bytes:
    document = {
        "schema": "policydoc/findings@1",
        "policy": review.policy.identity.id,
        "against": [superior.identity.id for superior in review.against],
        "findings": [finding_fields(finding) for finding in review.findings],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode(
        "utf-8", "backslashreplace"
    )


REPORT = Report(".json", comparison=_render, review=_render_review)
