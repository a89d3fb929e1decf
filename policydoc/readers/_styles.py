"""What the styles and lists of a Word file say of a paragraph: its label and its look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydoc.readers._numbering import VAL, Numbering, W, read_numbering
from policydoc.readers._package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

TABLE_STYLES = (b'<w:style w:type="table"', b"</w:style>")


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style with what its chain of w:basedOn settles."""

    name: str = ""
    based_on: str = ""
    num: str | None = None
    at: int | None = None
    outline: int | None = None


@dataclass
class Styles:
    """The styles and lists of one document; a part is parsed when it is first asked."""

    package: Package
    known: dict[str, _Style | None] = field(default_factory=dict)
    elements: dict[str, _Element] | None = None
    numbering: Numbering | None = None


def _named_style(styles: Styles, name: str) -> _Style | None:
    """A style by its id; the part is only parsed when a paragraph names a style."""
    if styles.elements is None:
        root = styles.package.part("word/styles.xml", TABLE_STYLES)
        found = () if root is None else root.iterfind(f"{W}style")
        styles.elements = {element.get(f"{W}styleId", ""): element for element in found}
    if name not in styles.known:
        element = styles.elements.get(name)
        styles.known[name] = None if element is None else _settled(element)
    return styles.known[name]


def _settled(element: _Element) -> _Style:
    settings = element.find(f"{W}pPr")
    num, at = _numbers(settings)
    outline = None if settings is None else settings.find(f"{W}outlineLvl")
    return _Style(
        name=_value(element, "name").lower(),
        based_on=_value(element, "basedOn"),
        num=num,
        at=at,
        outline=None if outline is None else _digit(outline.get(VAL)),
    )


def _value(element: _Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(VAL, "")


def _digit(text: str | None) -> int | None:
    return int(text) if text is not None and len(text) == 1 and text.isdecimal() else None


def _numbers(settings: _Element | None) -> tuple[str | None, int | None]:
    """w:numId and w:ilvl as printed in w:numPr, each None where it is not."""
    numbers = None if settings is None else settings.find(f"{W}numPr")
    if numbers is None:
        return None, None
    num = numbers.find(f"{W}numId")
    at = numbers.find(f"{W}ilvl")
    return (
        None if num is None else num.get(VAL),
        None if at is None else _digit(at.get(VAL)),
    )


def _chain(styles: Styles, name: str) -> Iterator[tuple[str, _Style]]:
    """A style and those it is based on; a loop ends."""
    seen: set[str] = set()
    while name and name not in seen and (style := _named_style(styles, name)) is not None:
        seen.add(name)
        yield name, style
        name = style.based_on


def _numbering(styles: Styles) -> Numbering:
    """The lists of the document; the part is only parsed when a paragraph is numbered."""
    if styles.numbering is None:
        root = styles.package.part("word/numbering.xml")

        def num_of(style: str) -> str:
            return (_named_style(styles, style) or _Style()).num or ""

        styles.numbering = read_numbering(root, num_of)
    return styles.numbering


def label_of(styles: Styles, settings: _Element | None) -> str:
    """The label Word counts for this paragraph, or ""."""
    if settings is None:
        return ""
    num, at = _numbers(settings)
    bearer = ""
    for name, style in () if num is not None else _chain(styles, _style_name(settings)):
        num, bearer = style.num, name
        at = style.at if at is None else at
        if num is not None:
            break
    if num is None or num == "0":
        return ""
    numbering = _numbering(styles)
    if at is None:
        at = numbering.level_of_style(num, bearer or _style_name(settings))
    return numbering.label(num, at)


def _style_name(settings: _Element | None) -> str:
    return "" if settings is None else _value(settings, "pStyle")


def look_of(styles: Styles, settings: _Element | None) -> str:
    """`title`, `heading n` or "" by the style's name or its outline level."""
    if settings is None:
        return ""
    own = settings.find(f"{W}outlineLvl")
    if own is not None and (level := _digit(own.get(VAL))) is not None and level < 9:
        return f"heading {level + 1}"
    for _, style in _chain(styles, _style_name(settings)):
        if style.name == "title" or style.name.startswith("heading "):
            return style.name
        if style.outline is not None and style.outline < 9:
            return f"heading {style.outline + 1}"
    return ""
