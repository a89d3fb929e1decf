"""What a rendered page holds: characters, lines, rules and their places, read with pypdfium2.

Lengths in mm from the top left of the sheet. Lines are counted by baselines, because the boxes
of substitute fonts are taller than those of the faces they stand for.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Glyph:
    """One visible character: its cell, its baseline, the ink's top and foot, its size in pt."""

    text: str
    left: float
    right: float
    base: float
    top: float
    foot: float
    size: float
    colour: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class TextLine:
    """The glyphs on one baseline."""

    base: float
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """Its words without white space."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(glyph.right for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal rule."""

    left: float
    right: float
    y: float
    thickness: float
    colour: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PageMeasure:
    """One page."""

    number: int
    width: float
    height: float
    lines: tuple[TextLine, ...]
    rules: tuple[Rule, ...]


def measure(pdf: bytes) -> tuple[PageMeasure, ...]:
    """Every page of a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_page(document[index], index + 1) for index in range(len(document)))
    finally:
        document.close()


def page_count(pdf: bytes) -> int:
    """How many pages."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _page(page: Any, number: int) -> PageMeasure:
    width, height = page.get_size()
    glyphs = sorted(_glyphs(page, height), key=lambda g: (g.base, g.left))
    measured = PageMeasure(
        number, width * _MM, height * _MM, tuple(_lines(glyphs)), tuple(_rules(page, height))
    )
    page.close()
    return measured


def _glyphs(page: Any, height: float) -> Iterator[Glyph]:
    import pypdfium2.raw as raw

    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    ink = tuple(ctypes.c_double() for _ in range(4))  # left, right, foot, top
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    box = raw.FS_RECTF()
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if character.isspace() or character in "\x00\ufffe\u200b":
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetCharBox(text, index, *ink)
        raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
        yield Glyph(
            character,
            min(box.left, box.right) * _MM,
            max(box.left, box.right) * _MM,
            (height - y.value) * _MM,
            (height - ink[3].value) * _MM,
            (height - ink[2].value) * _MM,
            raw.FPDFText_GetFontSize(text, index),
            (red.value, green.value, blue.value),
        )
    text.close()


def _lines(glyphs: list[Glyph]) -> Iterator[TextLine]:
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and glyph.base - row[0].base > 0.7:
            yield _line(row)
            row = []
        row.append(glyph)
    if row:
        yield _line(row)


def _line(row: list[Glyph]) -> TextLine:
    return TextLine(row[0].base, tuple(sorted(row, key=lambda glyph: glyph.left)))


def _rules(page: Any, height: float) -> Iterator[Rule]:
    """Thin wide path objects; pieces on one height are one rule."""
    import pypdfium2.raw as raw

    found: list[Rule] = []
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    stroke = ctypes.c_float()
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if right - left < 20 or top - bottom > 6:
            continue
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item.raw, mode, stroked)
        ask = raw.FPDFPageObj_GetStrokeColor if stroked.value else raw.FPDFPageObj_GetFillColor
        ask(item.raw, red, green, blue, alpha)
        raw.FPDFPageObj_GetStrokeWidth(item.raw, stroke)
        thick = stroke.value if stroked.value else top - bottom
        cap = stroke.value if stroked.value else 0.0  # the bounds count the stroke in
        found.append(
            Rule(
                (left + cap) * _MM,
                (right - cap) * _MM,
                (height - (top + bottom) / 2) * _MM,
                thick * _MM,
                (red.value, green.value, blue.value),
            )
        )
    yield from _joined(sorted(found, key=lambda rule: (round(rule.y, 1), rule.left)))


def _joined(rules: list[Rule]) -> Iterator[Rule]:
    last: Rule | None = None
    for rule in rules:
        if last and abs(rule.y - last.y) < 0.15 and rule.left - last.right < 0.5:
            last = Rule(
                last.left,
                max(last.right, rule.right),
                last.y,
                max(last.thickness, rule.thickness),
                last.colour,
            )
            continue
        if last:
            yield last
        last = rule
    if last:
        yield last
