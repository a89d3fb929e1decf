"""Quotas: how many may be recommended, recognised or supported."""

from __future__ import annotations

from policydoc.extractors._measures import of_kind
from policydoc.plugins import Extractor

EXTRACTOR = Extractor(lambda policy: of_kind(policy, "quota"))
