"""Deadlines: within how many days of what, or by which date; by whom and to whom."""

from __future__ import annotations

from policydoc.extractors._times import of_kind
from policydoc.plugins import Extractor

EXTRACTOR = Extractor(lambda policy: of_kind(policy, "deadline"))
