"""What every check looks at, and how a departure becomes a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policydoc.gongwen.cascade import RunLook, Styles, read_styles
from policydoc.gongwen.faces import face_class
from policydoc.gongwen.lengths import CELL
from policydoc.gongwen.opened import Opened, opened
from policydoc.gongwen.recognition import Recognised, number_text, recognise
from policydoc.gongwen.roles import Role
from policydoc.gongwen.standard import GBT9704, SEVERITY, STANDARD, Profile
from policydoc.gongwen.views import (
    RunView,
    SectionView,
    View,
    has_page_field,
    indent_cells,
    line_extent,
    read_sections,
    read_views,
)
from policydoc.model import Finding

CHINESE = re.compile("[\u4e00-\u9fff]")
_PARTS = {"body": "正文", "table": "表格", "box": "文本框"}
QUOTE = 40


@dataclass(frozen=True, slots=True)
class Inspection:
    """A document opened, recognised, and the profile it is judged by."""

    document: Opened
    styles: Styles
    sections: tuple[SectionView, ...]
    found: Recognised
    profile: Profile

    @property
    def area(self) -> int:
        """Width of the type area of the first section, in twips."""
        first = self.sections[0]
        return first.width - first.left - first.right

    @property
    def is_letter(self) -> bool:
        """信函格式 (10.1): the 发文字号 stands at the right, and no 签发人 beside it.

        A number in a text box has no side: then a mark without 文件 and a first page without a
        page number make it a letter.
        """
        number = self.found.first(Role.NUMBER)
        if number is None or "签发人" in number.text or self.found.form != "general":
            return False
        if self.found.first(Role.SIGNER) is not None:
            return False
        if number.where != "body":
            marks = [view.text for view in self.found.all(Role.MARK)]
            filed = any(mark.endswith("文件") for mark in marks)
            return bool(marks) and not filed and not self.numbers_first_page
        tabbed = number_text(number.text) != number.text
        return tabbed or line_extent(number, self.area)[1] > self.area - CELL / 2

    @property
    def numbers_first_page(self) -> bool:
        """Does page 1 show its number."""
        first = self.sections[0]
        footer = self.document.footers.get(first.references.get("first", ""))
        return not first.title_page or (footer is not None and has_page_field(footer))

    def fault(
        self,
        name: str,
        message: str,
        view: View | None = None,
        *,
        suggestion: str = "",
        part: str = "",
        certain: bool = True,
    ) -> Finding:
        """A finding on the fact `name` of the standard, at a paragraph or at a whole part."""
        fact = STANDARD[name]
        return Finding(
            rule=f"gongwen/{name}",
            severity=SEVERITY[fact.strength],
            message=message,
            quote=view.text[:QUOTE] if view is not None else "",
            suggestion=suggestion,
            basis=f"GB/T 9704-2012 第{fact.clause}条（{fact.strength}）",
            certain=certain,
            part=part or (_PARTS[view.where] if view is not None else "页面设置"),
            paragraph=view.number if view is not None else 0,
            strength=str(fact.strength),
        )


def inspect(content: bytes, profile: Profile | None = None, subject: str = "") -> Inspection:
    """Open a .docx and recognise its elements; without a profile the nearer of both is taken.

    Raises:
        ReadError: Not a Word document, damaged or too large.
    """
    from policydoc.gongwen.check_page import nearest_profile

    document = opened(content, subject)
    styles = read_styles(document)
    sections = read_sections(document) or (_default_section(document),)
    area = sections[0].width - sections[0].left - sections[0].right
    found = recognise(read_views(document, styles), area)
    chosen = profile or nearest_profile(sections[0]) or GBT9704
    return Inspection(document, styles, sections, found, chosen)


def _default_section(document: Opened) -> SectionView:
    element = document.document
    return SectionView(
        12240, 15840, 1440, 1440, 1800, 1800, 720, False, ("", 0, 0), {}, False, None, element
    )


def chinese_runs(view: View) -> tuple[RunView, ...]:
    """The runs that hold Chinese characters."""
    return tuple(run for run in view.runs if CHINESE.search(run.text))


def chinese_look(view: View, start: int = 0, end: int | None = None) -> RunLook | None:
    """The look of most Chinese characters between two offsets of the raw text."""
    counts: dict[RunLook, int] = {}
    at = 0
    for run in view.runs:
        piece = run.text[max(start - at, 0) : None if end is None else max(end - at, 0)]
        at += len(run.text)
        if count := len(CHINESE.findall(piece)):
            counts[run.look] = counts.get(run.look, 0) + count
    return max(counts, key=lambda look: counts[look]) if counts else None


def is_red(colour: str) -> bool:
    """Any hue in the red range: FF0000, E60012, C00000 are all in use."""
    try:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    except ValueError:
        return False
    return red > 150 and green < 90 and blue < 90


def check_face(
    inspection: Inspection, name: str, view: View, start: int = 0, end: int | None = None
) -> Iterator[Finding]:
    """The face of the Chinese characters is of the class the fact asks."""
    look, wanted = chinese_look(view, start, end), str(inspection.profile.value(name))
    if look is not None and face_class(look.east) != wanted:
        label = STANDARD[name].label
        yield inspection.fault(
            name, f"{label}应为{wanted}，现为{look.east or '未指定'}。", view, suggestion=wanted
        )


SIZES = {42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号", 15: "小三",
         14: "四号", 12: "小四", 10.5: "五号", 9: "小五"}  # fmt: skip


def size_name(size: float) -> str:
    """16 → 三号（16 磅）."""
    return f"{SIZES[size]}（{size:g} 磅）" if size in SIZES else f"{size:g} 磅"


def check_size(inspection: Inspection, name: str, view: View) -> Iterator[Finding]:
    """The size of most Chinese characters."""
    look, wanted = chinese_look(view), float(inspection.profile.value(name))
    if look is not None and abs(look.size - wanted) > 0.26:
        label = STANDARD[name].label
        yield inspection.fault(
            name,
            f"{label}应为{size_name(wanted)}，现为{size_name(look.size)}。",
            view,
            suggestion=size_name(wanted),
        )


def check_indent(inspection: Inspection, name: str, view: View) -> Iterator[Finding]:
    """The first line begins so many characters in."""
    first, left, _ = indent_cells(view)
    actual = first + left
    wanted = float(inspection.profile.value(name))
    if abs(actual - wanted) > 0.2:
        yield inspection.fault(
            name,
            f"{STANDARD[name].label}应为 {wanted:g} 字，现为 {actual:.3g} 字。",
            view,
            suggestion=f"{wanted:g} 字",
        )


def check_blanks(inspection: Inspection, name: str, view: View | None) -> Iterator[Finding]:
    """So many empty lines right above; space before a paragraph counts as lines."""
    if view is None or view.where != "body":
        return
    blanks = inspection.found.blanks_before(view)
    if blanks is None:
        return
    wanted = int(inspection.profile.value(name))
    actual = blanks + view.look.before / inspection.profile.line
    if abs(actual - wanted) > 0.4:
        yield inspection.fault(
            name,
            f"{STANDARD[name].label}应为 {wanted} 行，现为 {actual:.2g} 行。",
            view,
            suggestion=f"空 {wanted} 行",
        )


JUDGED = (
    Role.BODY, Role.LEVEL1, Role.LEVEL2, Role.LEVEL3, Role.LEVEL4, Role.ARTICLE,
    Role.ENCLOSURE, Role.ISSUER, Role.DATE, Role.NOTE, Role.ADDRESSEE, Role.NUMBER,
)  # fmt: skip
