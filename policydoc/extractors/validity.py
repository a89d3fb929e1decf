"""Validity: how long a title or a document holds, or until when."""

from __future__ import annotations

from policydoc.extractors._times import of_kind
from policydoc.plugins import Extractor

EXTRACTOR = Extractor(lambda policy: of_kind(policy, "validity"))
