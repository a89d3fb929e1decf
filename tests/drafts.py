"""Texts of a test's own as policies."""

from __future__ import annotations

from dataclasses import replace

import policydoc as pd
from policydoc import pipeline


def drafted(text: str, eid: str) -> pd.Policy:
    """The text as a policy of that id, with its facts."""
    policy = pipeline.extract(pd.parse_text(text))
    return replace(policy, identity=replace(policy.identity, id=eid))
