"""The policy as the JSON document of the contract, `policydoc/policy@1`."""

from __future__ import annotations

import json
from dataclasses import asdict

from policydoc.model import Policy
from policydoc.plugins import Writer


def to_dict(policy: Policy) -> dict[str, object]:
    """The policy as plain dicts and lists, eIds prefixed in the attachments."""
    document: dict[str, object] = {"schema": "policydoc/policy@1"}
    document |= {key: value for key, value in asdict(policy).items() if key != "facts"}
    return document


def _write(policy: Policy) -> bytes:
    return (json.dumps(to_dict(policy), ensure_ascii=False, indent=1) + "\n").encode()


WRITER = Writer(".json", _write)
