"""Lengths of the page: mm, pt, cells ↔ twips, and how wide a text runs in cells.

A cell is one 3号 character with its spacing: (16 - 0.25) pt = 315 twips, so that 28 of them
fill 156 mm; 16 pt alone gives 27 (measured, docs/adr/0070).
"""

from __future__ import annotations

CELL = 315
SMALL_CELL = 280  # one 4号 character
# Times New Roman advance widths in em of what dates, numbers and names hold.
_NARROW = {".": 0.25, ",": 0.25, " ": 0.25, "-": 0.333, "(": 0.333, ")": 0.333, "/": 0.278,
           ":": 0.278, ";": 0.278, "%": 0.833}  # fmt: skip
_DIGIT = 0.5
_LATIN_UPPER = 0.68
_LATIN_LOWER = 0.46


def twips(mm: float) -> int:
    """Millimetres to twentieths of a point."""
    return round(mm * 1440 / 25.4)


def millimetres(length: float) -> float:
    """Twips to millimetres."""
    return length * 25.4 / 1440


def emu(mm: float) -> int:
    """Millimetres to English metric units, as drawings count."""
    return round(mm * 36000)


def em_width(character: str) -> float:
    """Width of one character in em of its size."""
    if ord(character) >= 0x2E80 or character in "“”‘’—…·①②③④⑤⑥⑦⑧⑨⑩〔〕★×":
        return 1.0
    if character.isdigit():
        return _DIGIT
    if character in _NARROW:
        return _NARROW[character]
    return _LATIN_UPPER if character.isupper() else _LATIN_LOWER


def run_width(text: str, size: float = 16.0, spacing: int = -5) -> int:
    """Width of `text` in twips, set in `size` pt with `spacing` twips after each character."""
    return round(sum(em_width(c) * size * 20 + spacing for c in text))


def cell_width(text: str) -> float:
    """Width of `text` in full-width cells, a half-width character counting a half."""
    return sum(1.0 if em_width(c) == 1.0 else 0.5 for c in text)
