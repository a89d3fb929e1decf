"""`role` facts: purpose, definition, principle, competence, duty, criterion, procedure, …"""

from __future__ import annotations

from policydoc.extractors._roles import iter_roles
from policydoc.plugins import Extractor

EXTRACTOR = Extractor(iter_roles)
