"""Checks of the page: paper, margins, lines and characters (5), page numbers (7.5)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policydoc.gongwen.cascade import (
    ParagraphLook,
    base_run_look,
    paragraph_look,
    run_look,
    switched,
)
from policydoc.gongwen.faces import face_class
from policydoc.gongwen.inspection import Inspection, chinese_look
from policydoc.gongwen.measures import millimetres, twips
from policydoc.gongwen.opened import W
from policydoc.gongwen.recognition import Role
from policydoc.gongwen.standard import PROFILES, STANDARD, Profile, number_of
from policydoc.gongwen.views import SectionView
from policydoc.model import Finding

if TYPE_CHECKING:
    from lxml.etree import _Element

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
        return sum(miss > number_of("margin-tolerance") for miss in misses), sum(misses)

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
    yield from _check_page_numbers(inspection)


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


_FIELD = re.compile(r"(?:^|\s)PAGE(?:\s|$|\\)", re.I)


def has_page_field(footer: _Element) -> bool:
    """Does a footer, or a paragraph of it, hold the page number."""
    codes = "".join(e.text or "" for e in footer.iter(f"{W}instrText"))
    simple = (e.get(f"{W}instr", "") for e in footer.iter(f"{W}fldSimple"))
    return bool(_FIELD.search(codes)) or any(_FIELD.search(code) for code in simple)


def _check_page_numbers(inspection: Inspection) -> Iterator[Finding]:
    first = inspection.sections[0]
    footers = {
        kind: inspection.document.footers[target]
        for kind, target in first.references.items()
        if target in inspection.document.footers
    }
    numbered = {kind: f for kind, f in footers.items() if has_page_field(f)}
    if "default" not in numbered:
        yield inspection.fault(
            "page-number", "没有页码。", part="页脚", suggestion="— 1 —，单页居右，双页居左"
        )
        return
    yield from _check_sides(inspection, numbered)
    for kind, footer in numbered.items():
        if kind != "first":
            yield from _check_number_form(inspection, footer, kind)
    yield from _check_number_gap(inspection, first)
    for index, section in enumerate(inspection.sections[1:], 2):
        if section.start is not None:
            yield inspection.fault(
                "page-number-through",
                f"第{index}节重新从 {section.start} 起编页码，正文与附件应连续编排。",
                part="页脚",
                suggestion="续前节",
            )


def _number_paragraph(footer: _Element) -> _Element:
    for paragraph in footer.iter(f"{W}p"):
        if has_page_field(paragraph):
            return paragraph
    return footer


def _check_sides(inspection: Inspection, numbered: dict[str, _Element]) -> Iterator[Finding]:
    wanted = inspection.profile.value("page-number-side")
    sides = {
        kind: _side(inspection, footer) for kind, footer in numbered.items() if kind != "first"
    }
    if wanted == "center":
        if any(side[0] != "center" for side in sides.values()):
            yield inspection.fault("page-number-side", "页码应居中。", part="页脚")
        return
    if sides.get("default", ("", None))[0] == "outside":
        return
    even_odd = switched(inspection.document.settings, "evenAndOddHeaders")
    if not even_odd or "even" not in sides:
        yield inspection.fault(
            "page-number-side",
            "页码未区分单双页：单页码应居右，双页码应居左。",
            part="页脚",
            suggestion="设置“奇偶页不同”，单页居右空一字，双页居左空一字",
        )
        return
    for kind, right, label in (("default", "right", "单"), ("even", "left", "双")):
        side, gap = sides[kind]
        if side != right:
            yield inspection.fault(
                "page-number-side",
                f"{label}页码应居{'右' if right == 'right' else '左'}。",
                part=f"页脚（{label}页）",
            )
        elif (
            gap is not None
            and abs(gap - float(inspection.profile.value("page-number-indent"))) > 0.3
        ):
            yield inspection.fault(
                "page-number-indent",
                f"{label}页码应空一字，现空 {gap:.2g} 字。",
                part=f"页脚（{label}页）",
                suggestion="空一字",
            )


def _side(inspection: Inspection, footer: _Element) -> tuple[str, float | None]:
    """Side of the page number, and its distance from that edge in its own characters."""
    paragraph = _number_paragraph(footer)
    look = paragraph_look(inspection.styles, paragraph)
    if look.frame is not None and look.frame[0]:
        return look.frame[0], None
    align = {"end": "right", "start": "left", "both": "left"}.get(look.align, look.align)
    cell = base_run_look(inspection.styles, paragraph).size * 20
    raw = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
    if align == "right":
        given = look.right_chars if look.right_chars is not None else look.right / cell
        return align, given + raw[len(raw.rstrip("　")) :].count("　")
    given = look.left_chars if look.left_chars is not None else look.left / cell
    first = look.first_chars if look.first_chars is not None else look.first / cell
    return align, given + first + len(raw) - len(raw.lstrip("　"))


def _check_number_form(inspection: Inspection, footer: _Element, kind: str) -> Iterator[Finding]:
    part = "页脚（双页）" if kind == "even" else "页脚（单页）"
    paragraph = _number_paragraph(footer)
    base = base_run_look(inspection.styles, paragraph)
    words = "".join(t.text or "" for t in paragraph.iter(f"{W}t")).strip(" 　")
    if not re.fullmatch(r"—[\s　]*\d*[\s　]*—", words):
        yield inspection.fault(
            "page-number-dash",
            f"页码左右应各放一条一字线（— 1 —），现为“{words}”。",
            part=part,
            suggestion="— 1 —",
        )
    looks = [run_look(inspection.styles, base, run) for run in paragraph.iter(f"{W}r")]
    look = looks[len(looks) // 2] if looks else base
    if face_class(look.latin) != inspection.profile.value("page-number-face"):
        yield inspection.fault(
            "page-number-face", f"页码应为宋体，现为 {look.latin}。", part=part, suggestion="宋体"
        )
    if abs(look.size - float(inspection.profile.value("page-number-size"))) > 0.26:
        yield inspection.fault(
            "page-number-size",
            f"页码应为四号（14 磅），现为 {look.size:g} 磅。",
            part=part,
            suggestion="四号",
        )


# Measured: a footer distance of 25.25 mm puts the dash 7.0 mm under the type area (35 mm).
_FOOTER_AT = 25.25


def _check_number_gap(inspection: Inspection, section: SectionView) -> Iterator[Finding]:
    gap = number_of("page-number-gap") + _FOOTER_AT - millimetres(section.footer)
    if abs(gap - float(inspection.profile.value("page-number-gap"))) > 2:
        yield inspection.fault(
            "page-number-gap",
            f"页码一字线上距版心下边缘应为 7 mm，按页脚距离推算约为 {gap:.1f} mm。",
            part="页脚",
            suggestion=f"页脚距离 {millimetres(twips(_FOOTER_AT)):.2f} mm",
        )
