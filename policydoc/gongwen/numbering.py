"""Labels that Word counts itself (一、 1.): without them a numbered heading has no form to know."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydoc.chinese.numerals import to_chinese
from policydoc.gongwen.cascade import Styles, value, whole
from policydoc.gongwen.opened import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHINESE = ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting",
            "taiwaneseCounting", "taiwaneseCountingThousand", "chineseLegalSimplified")  # fmt: skip
_LEVELS = 9
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class Labels:
    """The numbering of a document and how far it has been counted."""

    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def of(self, paragraph: _Element, styles: Styles) -> str:
        """The label of the next paragraph, counted; "" where it has none."""
        number, depth = _reference(paragraph, styles)
        key = self.lists.get(number, "")
        level = self.levels.get((key, depth))
        if level is None or level.form in ("bullet", "none"):
            return ""
        current = self.counts.get((key, depth), level.start - 1) + 1
        self.counts[(key, depth)] = current
        for deeper in range(depth + 1, _LEVELS):
            self.counts.pop((key, deeper), None)
        return re.sub(r"%([1-9])", lambda m: self._shown(key, int(m[1]) - 1), level.text)

    def _shown(self, key: str, depth: int) -> str:
        level = self.levels.get((key, depth))
        if level is None:
            return ""
        count = self.counts.get((key, depth), level.start)
        return to_chinese(count) if level.form in _CHINESE else str(count)


def read_labels(numbering: _Element | None) -> Labels:
    """The lists of word/numbering.xml."""
    labels = Labels()
    if numbering is None:
        return labels
    for abstract in numbering.iter(f"{W}abstractNum"):
        key = abstract.get(f"{W}abstractNumId", "")
        for level in abstract.iter(f"{W}lvl"):
            depth = whole(level.get(f"{W}ilvl")) or 0
            labels.levels[(key, depth)] = _Level(
                value(level, "numFmt") or "decimal",
                (value(level, "lvlText") or "")[:40],
                min(max(whole(value(level, "start")) or 1, 0), 9999),
            )
    for number in numbering.iter(f"{W}num"):
        labels.lists[number.get(f"{W}numId", "")] = value(number, "abstractNumId") or ""
    return labels


def _reference(paragraph: _Element, styles: Styles) -> tuple[str, int]:
    """List and depth, from the paragraph or its styles; numId 0 switches numbering off."""
    own = paragraph.find(f"{W}pPr")
    properties = own
    key = value(own, "pStyle") or styles.default_style
    for _ in range(_DEEPEST):
        reference = properties.find(f"{W}numPr") if properties is not None else None
        number = value(reference, "numId")
        if number is not None:
            depth = whole(value(reference, "ilvl")) or 0
            return ("" if number == "0" else number), depth
        style = styles.elements.get(key)
        if style is None:
            break
        properties = style.find(f"{W}pPr")
        key = value(style, "basedOn") or ""
    return "", 0
