"""Checks of the 版头 (7.2): 份号 to the red rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.gongwen.inspection import (
    Inspection,
    check_blanks,
    check_face,
    chinese_look,
    is_red,
)
from policydoc.gongwen.lengths import millimetres
from policydoc.gongwen.recognition import number_text
from policydoc.gongwen.roles import Role
from policydoc.gongwen.standard import number_of
from policydoc.gongwen.views import View, indent_cells, line_extent
from policydoc.model import Finding

_SERIAL = re.compile(r"^\d{6}$")
_SECRECY = re.compile(r"^(绝密|机密|秘密)(★\d+(年|个月|日)|★长期)?$")
_URGENCY = ("特急", "加急", "特提", "平急")
_NUMBER = re.compile(r"^.{1,15}?〔(19|20)\d{2}〕[1-9]\d*号")


def check(inspection: Inspection) -> Iterator[Finding]:
    """份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, 分隔线."""
    found = inspection.found
    for view in found.all(Role.SERIAL):
        yield from _form(
            inspection, "serial", view, bool(_SERIAL.match(view.text)), "六位阿拉伯数字"
        )
    for view in found.all(Role.SECRECY):
        yield from check_face(inspection, "secrecy", view)
        good = bool(_SECRECY.match(view.text))
        yield from _form(inspection, "secrecy", view, good, "密级★期限，如 机密★1年")
    for view in found.all(Role.URGENCY):
        yield from check_face(inspection, "urgency", view)
        yield from _form(inspection, "urgency", view, view.text in _URGENCY, "特急 或 加急")
    yield from _check_mark(inspection)
    number = found.first(Role.NUMBER)
    if found.form != "general":  # the number of an order or of minutes has a form of its own
        return
    if number is not None and inspection.is_letter:
        yield from _check_letter(inspection, number)
    elif number is not None:
        yield from _check_number(inspection, number)
        yield from _check_rule(inspection, number)
    elif found.first(Role.MARK) is not None:
        yield inspection.fault(
            "number-form", "版头没有发文字号。", part="版头", suggestion="机关代字〔年份〕序号号"
        )


def _form(
    inspection: Inspection, name: str, view: View, good: bool, suggestion: str
) -> Iterator[Finding]:
    """The text form, and flush left."""
    if not good:
        yield inspection.fault(
            name,
            f"“{view.text[:20]}”写法不合要求，应为{suggestion}。",
            view,
            suggestion=suggestion,
        )
    elif view.where == "body" and abs(line_extent(view, inspection.area)[0]) > 200:
        yield inspection.fault(name, "应顶格编排在版心左上角。", view, suggestion="左侧顶格")


def _check_mark(inspection: Inspection) -> Iterator[Finding]:
    marks = [v for v in inspection.found.all(Role.MARK) if v.where == "body"]
    for view in marks:
        look = chinese_look(view)
        if look is None:
            continue
        yield from check_face(inspection, "mark-face", view)
        if not is_red(look.colour):
            yield inspection.fault("mark-colour", "发文机关标志应为红色。", view, suggestion="红色")
        if view.look.align != "center" and view.look.frame is None:
            yield inspection.fault("mark-align", "发文机关标志应居中。", view, suggestion="居中")
    if marks and not inspection.is_letter and inspection.found.form != "order":
        yield from _check_mark_place(inspection, marks[0])


def _check_mark_place(inspection: Inspection, mark: View) -> Iterator[Finding]:
    """The height of the lines above, where all of them are exact."""
    above = inspection.found.views[: mark.number - 1]
    if mark.look.frame is not None or any(
        v.where != "body" or v.look.line_rule != "exact" for v in (*above, mark)
    ):
        return
    height = sum(v.look.line + v.look.before + v.look.after for v in above) + mark.look.before
    profile = inspection.profile
    from_area = millimetres(height) + profile.top - number_of("margin-top")
    wanted = float(profile.value("mark-place"))
    # In an exact line much higher than the type, the type stands at the foot of the line.
    look = chinese_look(mark)
    slack = millimetres(max(mark.look.line - (look.size if look else 0) * 21, 0)) * 0.8
    if abs(from_area + slack - wanted) > 3:
        yield inspection.fault(
            "mark-place",
            f"发文机关标志上边缘至版心上边缘应为 {wanted:g} mm，按行高推算约为 {from_area + slack:.1f} mm。",
            mark,
            suggestion=f"{wanted:g} mm",
        )


def _check_letter(inspection: Inspection, number: View) -> Iterator[Finding]:
    """信函: the mark's place, the double rule under it, no number on page 1."""
    yield from _check_number_form(inspection, number)
    for mark in inspection.found.all(Role.MARK):
        if mark.text.endswith("文件"):
            yield inspection.fault(
                "letter-mark", "信函的发文机关标志不加“文件”二字。", mark, suggestion="发文机关名称"
            )
        rule = mark.look.bottom_rule
        if rule is not None and not is_red(rule[0]):
            yield inspection.fault("rule-colour", "信函的双线应为红色。", mark, suggestion="红色")
        elif rule is None and not any(v.pictures for v in inspection.found.views[: number.number]):
            yield inspection.fault(
                "letter-rule-width",
                "发文机关标志下没有红色双线。",
                mark,
                suggestion="170 mm 红色双线",
            )
    if inspection.numbers_first_page:
        yield inspection.fault(
            "letter-page-number", "信函首页不显示页码。", part="页脚", suggestion="首页不同"
        )


def _check_number(inspection: Inspection, view: View) -> Iterator[Finding]:
    yield from _check_number_form(inspection, view)
    if inspection.found.first(Role.MARK) is not None:
        yield from _blanks_over_number(inspection, view)
    upward = "签发人" in view.text or inspection.found.first(Role.SIGNER) is not None
    if upward:
        yield from _check_signers(inspection)
    elif view.where == "body" and view.look.align != "center":
        yield inspection.fault("number-align", "发文字号应居中编排。", view, suggestion="居中")
    elif abs(indent_cells(view)[0]) > 0.2:
        yield inspection.fault("number-align", "发文字号有首行缩进，未居中。", view)


def _check_number_form(inspection: Inspection, view: View) -> Iterator[Finding]:
    if not _NUMBER.match(number_text(view.text)):
        yield inspection.fault(
            "number-form",
            f"发文字号“{view.text[:25]}”写法不合要求：年份应用六角括号〔〕括四位年份，"
            "序号不加“第”、不编虚位。",
            view,
            suggestion="机关代字〔2026〕1号",
        )


def _blanks_over_number(inspection: Inspection, number: View) -> Iterator[Finding]:
    signers = list(inspection.found.all(Role.SIGNER))
    yield from check_blanks(inspection, "number-blank", signers[0] if signers else number)


def _check_signers(inspection: Inspection) -> Iterator[Finding]:
    for view in inspection.found.all(Role.SIGNER, Role.NUMBER):
        at = view.raw.find("签发人")
        names = at + len("签发人：") if at >= 0 else len(view.raw)
        if view.raw[names:].strip():
            yield from check_face(inspection, "signer-face", view, names)


def _check_rule(inspection: Inspection, number: View) -> Iterator[Finding]:
    """The red rule: a border under the number or over what follows, or a drawn line."""
    views = inspection.found.views
    host, rule = _red_rule(inspection, number)
    if rule is None:
        around = views[max(number.number - 3, 0) : number.number + 3]
        if number.where == "body" and not any(v.pictures for v in around):
            yield inspection.fault(
                "rule-width",
                "发文字号下没有红色分隔线。",
                number,
                suggestion="与版心等宽的红色分隔线",
            )
        return
    colour, _, space = rule
    if not is_red(colour):
        yield inspection.fault("rule-colour", "版头分隔线应为红色。", host, suggestion="红色")
    _, left, right = indent_cells(host)
    if abs(left) + abs(right) > 0.2:
        told = "版头分隔线应与版心等宽，现随段落缩进变短或变长。"
        yield inspection.fault("rule-width", told, host, suggestion="156 mm")
    # Measured: 5 pt of border distance under an exact 579 line leave 3.9 mm of white.
    gap = space * 0.353 + 2.13
    is_exact = host is number and number.look.line_rule == "exact"
    if is_exact and abs(gap - number_of("rule-gap")) > 1.5:
        told = f"分隔线距发文字号应为 4 mm，按边框距离推算约为 {gap:.1f} mm。"
        yield inspection.fault("rule-gap", told, number, suggestion="边框距文字 5 磅")


def _red_rule(inspection: Inspection, number: View) -> tuple[View, tuple[str, int, float] | None]:
    """The paragraph that bears the rule under the number, and the rule."""
    if number.look.bottom_rule is not None:
        return number, number.look.bottom_rule
    views = inspection.found.views[number.number :]
    following = next((view for view in views if view.where == "body"), None)
    if following is None:
        return number, None
    under = following.look.bottom_rule if not following.text else None
    return following, following.look.top_rule or under
