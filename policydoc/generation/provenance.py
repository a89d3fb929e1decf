"""Where the figures of a document come from, as a custom XML part a script can read."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from policydoc.chinese.characters import printable
from policydoc.generation.plain import Record
from policydoc.model import Policy

PART = "customXml/item1.xml"
NAMESPACE = "urn:policydoc:provenance:1"
EMPTY = f'<?xml version="1.0" encoding="UTF-8"?>\n<provenance xmlns="{NAMESPACE}"/>'


def provenance_xml(policy: Policy, form: str, cited: Iterable[Record]) -> bytes:
    """Each provision a document printed from: eId, citation, value, unit, and its exact words."""
    rows = []
    seen: set[tuple[str, str]] = set()
    for entry in cited:
        key = (str(entry["eid"]), str(entry.get("words", "")))
        if not key[0] or key in seen:
            continue
        seen.add(key)
        rows.append(_row(entry))
    attributes = {
        "policy": policy.identity.id, "title": policy.identity.title,
        "sha256": policy.sha256, "form": form,
    }  # fmt: skip
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<provenance xmlns="{NAMESPACE}"'
        f"{_attributes(attributes)}>{''.join(rows)}</provenance>"
    ).encode()


def _row(entry: Record) -> str:
    names = ("eid", "citation", "value", "unit", "criterion", "required", "indicator")
    shown = {name: str(entry[name]) for name in names if entry.get(name) not in (None, "")}
    return f"<figure{_attributes(shown)}>{escape(printable(str(entry.get('words', ''))))}</figure>"


def _attributes(values: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(printable(text))}" for name, text in values.items() if text)
