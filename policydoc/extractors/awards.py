"""Awards: sums and shares that are granted, with what they are reckoned from."""

from __future__ import annotations

from policydoc.extractors._measures import of_kind
from policydoc.plugins import Extractor

EXTRACTOR = Extractor(lambda policy: of_kind(policy, "award"))
