"""The style cascade of Word: document defaults → style chain → direct, with theme faces.

At one place a theme attribute beats the explicit face; a nearer place beats a farther one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from policydoc.gongwen.opened import A, Opened, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_OFF = ("0", "false", "off")
_DEEPEST = 20  # styles based on one another; more is a loop


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run is set: `size` in pt, `spacing` in twips, `colour` as RRGGBB or auto."""

    east: str = "宋体"
    latin: str = "Times New Roman"
    size: float = 10.0
    bold: bool = False
    colour: str = "auto"
    spacing: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph is set: lengths in twips, `*_chars` in characters where given so."""

    align: str = "left"
    first: int = 0
    left: int = 0
    right: int = 0
    first_chars: float | None = None
    left_chars: float | None = None
    right_chars: float | None = None
    line: int = 240
    line_rule: str = "auto"
    before: int = 0
    after: int = 0
    new_page: bool = False
    grid: bool = True
    outline: int | None = None
    bottom_rule: tuple[str, int, float] | None = None
    top_rule: tuple[str, int, float] | None = None
    frame: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document, ready to be asked."""

    elements: dict[str, _Element]
    theme: dict[str, str]
    run_default: RunLook
    paragraph_default: ParagraphLook
    default_style: str
    names: dict[str, str] = field(default_factory=dict)


def value(element: _Element | None, name: str, attribute: str = "val") -> str | None:
    """The attribute of a child: <w:jc w:val="center"/>."""
    child = element.find(f"{W}{name}") if element is not None else None
    return None if child is None else child.get(f"{W}{attribute}")


def switched(element: _Element | None, name: str) -> bool | None:
    """An on/off property, or None where it is not given."""
    child = element.find(f"{W}{name}") if element is not None else None
    return None if child is None else child.get(f"{W}val", "1") not in _OFF


def whole(text: str | None) -> int | None:
    """A number as Word writes it, or None; a faulty one counts as not given."""
    try:
        return None if text is None else round(float(text))
    except (ValueError, OverflowError):
        return None


def read_styles(document: Opened) -> Styles:
    """Index the styles and resolve the document defaults."""
    theme = _theme_faces(document.theme)
    elements: dict[str, _Element] = {}
    names: dict[str, str] = {}
    default = ""
    run, paragraph = RunLook(), ParagraphLook()
    if document.styles is not None:
        for style in document.styles.iter(f"{W}style"):
            key = style.get(f"{W}styleId", "")
            elements[key] = style
            names[key] = value(style, "name") or key
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                default = key
        defaults = document.styles.find(f"{W}docDefaults")
        if defaults is not None:
            run = _run(run, defaults.find(f"{W}rPrDefault/{W}rPr"), theme)
            paragraph = _paragraph(paragraph, defaults.find(f"{W}pPrDefault/{W}pPr"))
    return Styles(elements, theme, run, paragraph, default, names)


def _theme_faces(theme: _Element | None) -> dict[str, str]:
    """Face by theme name: minorEastAsia → 等线."""
    faces: dict[str, str] = {}
    if theme is None:
        return faces
    for group, prefix in (("majorFont", "major"), ("minorFont", "minor")):
        fonts = next(theme.iter(f"{A}{group}"), None)
        if fonts is None:
            continue
        east = fonts.find(f"{A}ea")
        hans = next((f for f in fonts.iter(f"{A}font") if f.get("script") == "Hans"), None)
        latin = fonts.find(f"{A}latin")
        own = east.get("typeface", "") if east is not None else ""
        chinese = hans.get("typeface", "") if hans is not None else ""
        western = latin.get("typeface", "") if latin is not None else ""
        faces[f"{prefix}EastAsia"] = own or chinese
        faces[f"{prefix}Ascii"] = faces[f"{prefix}HAnsi"] = western
    return faces


def _chain(styles: Styles, key: str | None) -> Iterator[_Element]:
    """The style and those it is based on, the farthest first."""
    chain: list[_Element] = []
    while key and key in styles.elements and len(chain) < _DEEPEST:
        chain.append(styles.elements[key])
        key = value(styles.elements[key], "basedOn")
    return reversed(chain)


def paragraph_look(styles: Styles, paragraph: _Element) -> ParagraphLook:
    """The look of a paragraph after the whole cascade."""
    own = paragraph.find(f"{W}pPr")
    look = styles.paragraph_default
    for style in _chain(styles, value(own, "pStyle") or styles.default_style):
        look = _paragraph(look, style.find(f"{W}pPr"))
    return _paragraph(look, own)


def style_name(styles: Styles, paragraph: _Element) -> str:
    """The name of a paragraph's style as Word shows it."""
    key = value(paragraph.find(f"{W}pPr"), "pStyle") or styles.default_style
    return styles.names.get(key, "")


def base_run_look(styles: Styles, paragraph: _Element) -> RunLook:
    """The look of text in a paragraph before its runs say anything."""
    look = styles.run_default
    key = value(paragraph.find(f"{W}pPr"), "pStyle") or styles.default_style
    for style in _chain(styles, key):
        look = _run(look, style.find(f"{W}rPr"), styles.theme)
    return look


def run_look(styles: Styles, base: RunLook, run: _Element) -> RunLook:
    """The look of a run: paragraph's, then character style, then direct."""
    own = run.find(f"{W}rPr")
    for style in _chain(styles, value(own, "rStyle")):
        base = _run(base, style.find(f"{W}rPr"), styles.theme)
    return _run(base, own, styles.theme)


def _run(look: RunLook, properties: _Element | None, theme: dict[str, str]) -> RunLook:
    if properties is None:
        return look
    fonts = properties.find(f"{W}rFonts")
    if fonts is not None:
        look = replace(
            look,
            east=_face(fonts, ("eastAsia",), theme) or look.east,
            latin=_face(fonts, ("ascii", "hAnsi"), theme) or look.latin,
        )
    size = whole(value(properties, "sz"))
    spacing = whole(value(properties, "spacing"))
    bold, hidden = switched(properties, "b"), switched(properties, "vanish")
    return replace(
        look,
        size=look.size if size is None else size / 2,
        bold=look.bold if bold is None else bold,
        colour=value(properties, "color") or look.colour,
        spacing=look.spacing if spacing is None else spacing,
        hidden=look.hidden if hidden is None else hidden,
    )


def _face(fonts: _Element, names: tuple[str, ...], theme: dict[str, str]) -> str:
    for name in names:
        themed = fonts.get(f"{W}{name}Theme")
        if themed and theme.get(themed):
            return theme[themed]
        if plain := fonts.get(f"{W}{name}"):
            return plain
    return ""


def _paragraph(look: ParagraphLook, properties: _Element | None) -> ParagraphLook:
    if properties is None:
        return look
    look = _indents(look, properties.find(f"{W}ind"))
    look = _spacing(look, properties.find(f"{W}spacing"))
    new_page, grid = switched(properties, "pageBreakBefore"), switched(properties, "snapToGrid")
    outline = whole(value(properties, "outlineLvl"))
    frame = properties.find(f"{W}framePr")
    for borders in properties.iterfind(f"{W}pBdr"):  # LibreOffice writes an empty one first
        look = replace(look, bottom_rule=_rule(borders, "bottom"), top_rule=_rule(borders, "top"))
    if frame is not None:
        look = replace(look, frame=(frame.get(f"{W}xAlign", ""), frame.get(f"{W}yAlign", "")))
    return replace(
        look,
        align=value(properties, "jc") or look.align,
        new_page=look.new_page if new_page is None else new_page,
        grid=look.grid if grid is None else grid,
        outline=look.outline if outline is None else outline,
    )


def _rule(borders: _Element, side: str) -> tuple[str, int, float] | None:
    """Colour, eighths of a point, and distance in pt of a border; None where there is none."""
    border = borders.find(f"{W}{side}")
    if border is None or border.get(f"{W}val") in ("none", "nil"):
        return None
    return (
        border.get(f"{W}color", "auto"),
        whole(border.get(f"{W}sz")) or 0,
        float(whole(border.get(f"{W}space")) or 0),
    )


def _spacing(look: ParagraphLook, spacing: _Element | None) -> ParagraphLook:
    if spacing is None:
        return look
    line = whole(spacing.get(f"{W}line"))
    before, after = whole(spacing.get(f"{W}before")), whole(spacing.get(f"{W}after"))
    rule = spacing.get(f"{W}lineRule")
    return replace(
        look,
        line=look.line if line is None else line,
        line_rule=rule or ("auto" if line is not None else look.line_rule),
        before=look.before if before is None else before,
        after=look.after if after is None else after,
    )


def _indents(look: ParagraphLook, indent: _Element | None) -> ParagraphLook:
    """Each attribute is inherited by itself: only a *Chars of 0 switches inherited ones off."""
    if indent is None:
        return look
    changed: dict[str, float | int | None] = {}
    for name, sides in (("left", ("left", "start")), ("right", ("right", "end"))):
        for side in sides:
            if (length := whole(indent.get(f"{W}{side}"))) is not None:
                changed[name] = length
            if (chars := whole(indent.get(f"{W}{side}Chars"))) is not None:
                changed[f"{name}_chars"] = chars / 100 or None
    for name, sign in (("firstLine", 1), ("hanging", -1)):
        if (length := whole(indent.get(f"{W}{name}"))) is not None:
            changed["first"] = sign * length
        if (chars := whole(indent.get(f"{W}{name}Chars"))) is not None:
            changed["first_chars"] = sign * chars / 100 or None
    return replace(look, **changed)  # type: ignore[arg-type]
