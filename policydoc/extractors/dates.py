"""Dates and periods: 自2026年3月1日起施行, “十四五”期间, 近三年, 2024年版."""

from __future__ import annotations

from policydoc.extractors._times import of_kind
from policydoc.plugins import Extractor

EXTRACTOR = Extractor(lambda policy: of_kind(policy, "date"))
