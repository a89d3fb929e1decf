"""Checks of the page: paper, margins, lines and characters (5), page numbers (7.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policydoc.gongwen.cascade import (
    ParagraphLook,
)
from policydoc.gongwen.inspection import Inspection, chinese_look
from policydoc.gongwen.lengths import millimetres, twips
from policydoc.gongwen.opened import W
from policydoc.gongwen.roles import Role
from policydoc.gongwen.standard import PROFILES, STANDARD, Profile, number_of
from policydoc.gongwen.views import SectionView
from policydoc.model import Finding

if TYPE_CHECKING:
    pass

_TEXTS = (Role.BODY, Role.LEVEL1, Role.LEVEL2, Role.LEVEL3, Role.LEVEL4, Role.ARTICLE)

_LEAST_TEXT = 60  # a form of tables has no lines to count


def nearest_profile(section: SectionView) -> Profile:
    """The profile whose top and bottom margins the document keeps most of."""
    if section.landscape:
        return PROFILES["gbt9704"]

    def distance(profile: Profile) -> tuple[int, float]:
        misses = (
            abs(millimetres(section.top) - profile.top),
            abs(millimetres(section.bottom) - profile.bottom),
        )
        missed = sum(miss > number_of("margin-tolerance") for miss in misses)
        # Where neither margin is kept there is nothing to go by: the standard itself.
        return missed, sum(misses) if missed < len(misses) else 0.0

    return min(PROFILES.values(), key=distance)


def check(inspection: Inspection) -> Iterator[Finding]:
    """Paper, margins, grid, page numbers."""
    for index, section in enumerate(inspection.sections):
        yield from _check_paper(inspection, section, index)
    yield from _check_margins(inspection, inspection.sections[0])
    length = sum(len(view.text) for view in inspection.found.all(*_TEXTS))
    if length >= _LEAST_TEXT and not inspection.sections[0].landscape:
        yield from _check_lines(inspection)
        yield from _check_characters(inspection)


def _check_paper(inspection: Inspection, section: SectionView, index: int) -> Iterator[Finding]:
    width, height = section.width, section.height
    if section.landscape or width > height:
        width, height = height, width
    for name, length in (("paper-width", width), ("paper-height", height)):
        wanted = number_of(name)
        if abs(millimetres(length) - wanted) > number_of("margin-tolerance"):
            yield inspection.fault(
                name,
                f"第{index + 1}节{STANDARD[name].label}应为 {wanted:g} mm（A4），"
                f"现为 {millimetres(length):.1f} mm。",
                suggestion="A4（210 mm×297 mm）",
            )


def _check_margins(inspection: Inspection, section: SectionView) -> Iterator[Finding]:
    if section.landscape:
        return
    profile = inspection.profile
    for name, length, wanted in (
        ("margin-top", section.top, profile.top),
        ("margin-bottom", section.bottom, profile.bottom),
        ("margin-left", section.left, profile.left),
        ("margin-right", section.right, profile.right),
    ):
        actual = millimetres(length)
        if abs(actual - wanted) > number_of("margin-tolerance"):
            yield inspection.fault(
                name,
                f"{STANDARD[name].label}应为 {wanted:g} mm（±1 mm），现为 {actual:.1f} mm。",
                suggestion=f"{wanted:g} mm",
            )


def _usual_text(inspection: Inspection) -> Counter[ParagraphLook]:
    """How the text is set, weighted by its length; only looks that decide the lines."""
    usual: Counter[ParagraphLook] = Counter()
    for view in inspection.found.all(*_TEXTS):
        look = view.look
        usual[ParagraphLook(line=look.line, line_rule=look.line_rule, grid=look.grid)] += len(
            view.text
        )
    return usual


def _check_lines(inspection: Inspection) -> Iterator[Finding]:
    usual = _usual_text(inspection)
    if not usual:
        return
    look = usual.most_common(1)[0][0]
    kind, pitch, _ = inspection.sections[0].grid
    line: float = look.line
    if look.line_rule == "auto":
        if not (kind in ("lines", "linesAndChars") and look.grid and pitch):
            yield inspection.fault(
                "lines",
                "正文行距未固定，无法保证每面 22 行。",
                suggestion=f"固定值 {inspection.profile.line / 20:g} 磅",
            )
            return
        line = pitch * look.line / 240
    profile = inspection.profile
    # Counted in the type area that should be: a wrong margin is a finding of its own.
    height = twips(number_of("paper-height") - profile.top - profile.bottom)
    wanted = int(profile.value("lines"))
    lines = int((height + 1) // max(line, 1))
    if lines != wanted:
        yield inspection.fault(
            "lines",
            f"每面应排 {wanted} 行，按现行距（{line / 20:g} 磅）可排 {lines} 行。",
            suggestion=f"固定值 {inspection.profile.line / 20:g} 磅",
        )


def _check_characters(inspection: Inspection) -> Iterator[Finding]:
    cells: Counter[tuple[float, int]] = Counter()
    for view in inspection.found.all(*_TEXTS):
        if look := chinese_look(view):
            cells[(look.size, look.spacing)] += len(view.text)
    if not cells:
        return
    size, spacing = cells.most_common(1)[0][0]
    kind, _, char_space = inspection.sections[0].grid
    pitch = size * 20 + spacing
    if kind in ("linesAndChars", "snapToChars"):
        normal = _normal_size(inspection)
        pitch = max(pitch, normal * 20 + char_space * 20 / 4096)
    profile = inspection.profile
    wanted = int(profile.value("characters"))
    width = twips(number_of("paper-width") - profile.left - profile.right)
    characters = int((width + 2) / max(pitch, 1.0))
    if characters != wanted:
        yield inspection.fault(
            "characters",
            f"每行应排 {wanted} 字，按现字号、字距和版心宽度可排 {characters} 字。",
            suggestion="三号字，字符间距紧缩 0.25 磅",
        )


def _normal_size(inspection: Inspection) -> float:
    """Size of the default paragraph style, against which a character grid counts."""
    styles = inspection.styles
    element = styles.elements.get(styles.default_style)
    size = element.find(f"{W}rPr/{W}sz") if element is not None else None
    return float(size.get(f"{W}val", "0")) / 2 if size is not None else styles.run_default.size
