"""Frequencies: how often something is done, 每年考核, 每半年一次."""

from __future__ import annotations

from policydoc.extractors._times import of_kind
from policydoc.plugins import Extractor

EXTRACTOR = Extractor(lambda policy: of_kind(policy, "frequency"))
