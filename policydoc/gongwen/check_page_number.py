"""Checks of the page number (7.5): side, dashes, face, size, place, counting through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policydoc.gongwen.cascade import base_run_look, paragraph_look, run_look, switched
from policydoc.gongwen.faces import face_class
from policydoc.gongwen.inspection import Inspection
from policydoc.gongwen.lengths import millimetres, twips
from policydoc.gongwen.opened import W
from policydoc.gongwen.standard import number_of
from policydoc.gongwen.views import SectionView, has_page_field
from policydoc.model import Finding

if TYPE_CHECKING:
    from lxml.etree import _Element


def check(inspection: Inspection) -> Iterator[Finding]:
    """The page numbers of every section."""
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
    yield from _check_landscape(inspection)
    for index, section in enumerate(inspection.sections[1:], 2):
        if section.start is not None:
            yield inspection.fault(
                "page-number-through",
                f"第{index}节重新从 {section.start} 起编页码，正文与附件应连续编排。",
                part="页脚",
                suggestion="续前节",
            )


def _check_landscape(inspection: Inspection) -> Iterator[Finding]:
    """The number of a landscape page stands where the upright pages have it (clause 8)."""
    sections = inspection.sections
    if all(section.landscape for section in sections):
        return
    for index, section in enumerate(sections, 1):
        footer = inspection.document.footers.get(section.references.get("default", ""))
        if not section.landscape or footer is None or not has_page_field(footer):
            continue
        boxed = any(has_page_field(box) for box in footer.iter(f"{W}txbxContent"))
        if not boxed and paragraph_look(inspection.styles, _number_paragraph(footer)).frame is None:
            yield inspection.fault(
                "table-page-number",
                f"第{index}节是横排页，页码应与竖排各页在同一位置（装订后的下方），现在横页的下方。",
                part="页脚",
                suggestion="把页码放在横页左侧的文本框中，文字顺时针转 90°",
                certain=False,
            )
            return


def _number_paragraph(footer: _Element) -> _Element:
    """The paragraph that holds the number itself, not one whose text box holds it."""
    holding = [p for p in footer.iter(f"{W}p") if has_page_field(p)]
    return next((p for p in holding if p.find(f".//{W}p") is None), footer)


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
    yield from _check_side(inspection, "单", "右", sides["default"])
    yield from _check_side(inspection, "双", "左", sides["even"])


def _check_side(
    inspection: Inspection, label: str, wanted: str, placed: tuple[str, float | None]
) -> Iterator[Finding]:
    """The number of odd or of even pages: its side, and one cell from the edge."""
    side, gap = placed
    part = f"页脚（{label}页）"
    if side != {"右": "right", "左": "left"}[wanted]:
        yield inspection.fault("page-number-side", f"{label}页码应居{wanted}。", part=part)
    elif gap is not None and abs(gap - float(inspection.profile.value("page-number-indent"))) > 0.3:
        told = f"{label}页码应空一字，现空 {gap:.2g} 字。"
        yield inspection.fault("page-number-indent", told, part=part, suggestion="空一字")


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
