"""Punctuation and width folded for comparison only; the printed words are never changed."""

from __future__ import annotations

WIDE = "".join(chr(code) for code in range(0xFF01, 0xFF5F)) + "　"
NARROW = "".join(chr(code) for code in range(0x21, 0x7F)) + " "
_FOLDED = str.maketrans(WIDE + "〔〕【】", NARROW + "[][]")


def fold(text: str) -> str:
    """Full-width letters, digits and marks as half-width ones; the length stays the same."""
    return text.translate(_FOLDED)
