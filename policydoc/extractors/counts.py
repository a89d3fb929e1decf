"""Counts: 八方面, 三项条件, 一个县: numbers that state how many there are."""

from __future__ import annotations

from policydoc.extractors._measures import of_kind
from policydoc.plugins import Extractor

EXTRACTOR = Extractor(lambda policy: of_kind(policy, "count"))
