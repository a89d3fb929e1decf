"""Rows of tables: which cell names what the others say."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ORDINAL = re.compile(r"\s*(?:[\d一二三四五六七八九十]{0,3}[.．、)）]?|序号)\s*")


def naming_column(row: Sequence[str], column: int) -> int:
    """The nearest cell before `column` that is neither empty nor a running number; -1 without."""
    return next((n for n in range(column - 1, -1, -1) if not _ORDINAL.fullmatch(row[n])), -1)
