"""`actor` facts: who is named, as written and as a party."""

from __future__ import annotations

from policydoc.extractors._actors import iter_actors
from policydoc.plugins import Extractor

EXTRACTOR = Extractor(iter_actors)
