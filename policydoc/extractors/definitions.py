"""`term` facts: what an abbreviation or a defined term stands for, and where it holds."""

from __future__ import annotations

from policydoc.extractors._terms import iter_terms
from policydoc.plugins import Extractor

EXTRACTOR = Extractor(iter_terms)
