"""The labels Word counts itself: 第一条 and （一） that stand in numbering.xml, not in the text.

ECMA-376 Part 1, 17.9. One counter a list (w:abstractNum) and level; a num shares the counters of
its abstractNum, its startOverride takes effect the first time it is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from policydoc.chinese.numerals import to_chinese

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
PLACE = re.compile(r"%([1-9])")
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it prints."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    is_legal: bool = False
    style: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    list_of: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    counters: dict[str, list[int | None]] = field(default_factory=dict)

    def level_of_style(self, num: str, style: str) -> int:
        """The level that the list of `num` links to a paragraph style; 0 where none is."""
        levels = self.lists.get(self.list_of.get(num, ""), {})
        return next((at for at, level in levels.items() if style and level.style == style), 0)

    def label(self, num: str, at: int) -> str:
        """Count one paragraph of `num` at level `at`, and the label it prints with its space."""
        key = self.list_of.get(num)
        if key is None or not 0 <= at < LEVELS:
            return ""
        levels = {**self.lists.get(key, {}), **self.overrides.get(num, {})}
        level = levels.get(at)
        if level is None:
            return ""
        values = self._count(key, num, at, levels)
        if level.format == "bullet":
            return ""
        words = PLACE.sub(
            lambda place: _shown(int(place[1]) - 1, level, levels, values), level.text
        )
        return words + SPACES.get(level.suffix, "　") if words else ""

    def _count(self, key: str, num: str, at: int, levels: dict[int, Level]) -> list[int | None]:
        values = self.counters.setdefault(key, [None] * LEVELS)
        begun = self.starts.get(num, {}).pop(at, None)
        current = values[at] if begun is None else begun - 1
        values[at] = levels[at].start if current is None else current + 1
        for above in range(at):
            if values[above] is None:
                values[above] = levels.get(above, Level()).start
        for below in range(at + 1, LEVELS):
            restart = levels.get(below, Level()).restart
            # w:lvlRestart 0: never; k: only after a paragraph of level k (counted from 1) or above.
            if restart is None or (restart and at < restart):
                values[below] = None
        return values


SPACES = {"space": " ", "nothing": "", "tab": "　"}


def _shown(place: int, own: Level, levels: dict[int, Level], values: list[int | None]) -> str:
    level = levels.get(place, Level())
    value = values[place]
    number = level.start if value is None else value
    return figure(number, "decimal" if own.is_legal else level.format)


def read_numbering(root: _Element | None, style_num: Callable[[str], str]) -> Numbering:
    """The lists in numbering.xml; `style_num` gives the num that a numbering style names."""
    numbering = Numbering()
    if root is None:
        return numbering
    links: dict[str, str] = {}
    for abstract in root.iterfind(f"{W}abstractNum"):
        key = abstract.get(f"{W}abstractNumId", "")
        numbering.lists[key] = dict(map(_level, abstract.iterfind(f"{W}lvl")))
        if (link := abstract.find(f"{W}numStyleLink")) is not None:
            links[key] = link.get(VAL, "")
    for num in root.iterfind(f"{W}num"):
        _add_num(num, numbering)
    for key, style in links.items():
        linked = numbering.list_of.get(style_num(style))
        if linked is not None and not numbering.lists[key]:
            numbering.lists[key] = numbering.lists[linked]
    return numbering


def _add_num(num: _Element, numbering: Numbering) -> None:
    name = num.get(f"{W}numId", "")
    link = num.find(f"{W}abstractNumId")
    numbering.list_of[name] = "" if link is None else link.get(VAL, "")
    own = numbering.lists.get(numbering.list_of[name], {})
    for override in num.iterfind(f"{W}lvlOverride"):
        at = _integer(override.get(f"{W}ilvl"), 0)
        start = override.find(f"{W}startOverride")
        if (level := override.find(f"{W}lvl")) is not None:
            numbering.overrides.setdefault(name, {})[at] = _level(level)[1]
        if start is not None:
            begun = _integer(start.get(VAL), 1)
            numbering.starts.setdefault(name, {})[at] = begun
            base = numbering.overrides.get(name, {}).get(at) or own.get(at)
            if base is not None:
                numbering.overrides.setdefault(name, {})[at] = replace(base, start=begun)


def _level(element: _Element) -> tuple[int, Level]:
    values = {child.tag: child.get(VAL, "") for child in element}
    restart = values.get(f"{W}lvlRestart")
    legal = element.find(f"{W}isLgl")
    return _integer(element.get(f"{W}ilvl"), 0), Level(
        start=_integer(values.get(f"{W}start"), 0),
        format=values.get(f"{W}numFmt", "decimal"),
        text=values.get(f"{W}lvlText", ""),
        suffix=values.get(f"{W}suff", "tab"),
        restart=None if restart is None else _integer(restart, 0),
        is_legal=legal is not None and legal.get(VAL, "1") not in ("0", "false", "off"),
        style=values.get(f"{W}pStyle", ""),
    )


def _integer(text: str | None, default: int) -> int:
    try:
        return max(-1, min(int(text or default), 1_000_000))
    except ValueError:
        return default


DIGITS = "〇一二三四五六七八九"
CAPITALS = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMANS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def figure(number: int, number_format: str) -> str:
    """A number as Word prints it in that number format (ST_NumberFormat); decimal if unknown."""
    write = FORMATS.get(number_format)
    return write(number) if write is not None and 0 < number < 100_000 else str(number)


def _roman(number: int) -> str:
    words = ""
    for value, letters in ROMANS:
        count, number = divmod(number, value)
        words += letters * count
    return words


def _letters(number: int) -> str:
    return chr(65 + (number - 1) % 26) * min((number - 1) // 26 + 1, 50)


def _from(first: str, last: int) -> Callable[[int], str]:
    """Characters that follow one another in Unicode, such as ① ⑴ ⒈, up to number `last`."""
    return lambda number: chr(ord(first) + number - 1) if number <= last else str(number)


def _digital(number: int) -> str:
    return "".join(DIGITS[int(digit)] for digit in str(number))


def _full_width(number: int) -> str:
    return "".join(chr(0xFF10 + int(digit)) for digit in str(number))


def _legal(number: int) -> str:
    """As a cheque is written; 10 to 19 keep their 壹."""
    words = to_chinese(number)
    return ("一" * (10 <= number < 20) + words).translate(CAPITALS)


FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": to_chinese,
    "chineseCountingThousand": to_chinese,
    "taiwaneseCounting": to_chinese,
    "taiwaneseCountingThousand": to_chinese,
    "japaneseCounting": to_chinese,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "ideographTraditional": lambda number: STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: BRANCHES[(number - 1) % 12],
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "none": lambda number: "",
}
