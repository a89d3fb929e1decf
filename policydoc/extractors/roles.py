"""`role` facts: purpose, definition, principle, competence, duty, criterion, procedure, …"""

from __future__ import annotations

from policydoc.extractors._roles import role_facts
from policydoc.plugins import Extractor

EXTRACTOR = Extractor(role_facts)
