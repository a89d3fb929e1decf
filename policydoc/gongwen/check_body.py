"""Checks of the 主体 (7.3): title, 主送机关, text, levels, 附件说明."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.gongwen.inspection import (
    CHINESE,
    JUDGED,
    Inspection,
    check_blanks,
    check_face,
    check_indent,
    check_size,
    chinese_look,
    chinese_runs,
)
from policydoc.gongwen.lengths import run_width
from policydoc.gongwen.roles import Role
from policydoc.gongwen.views import View, cell_of, indent_cells
from policydoc.model import Finding

_LEVELS = (
    (Role.LEVEL1, "level-1-face", re.compile(r"^[一二三四五六七八九十]{1,3}、")),
    (Role.LEVEL2, "level-2-face", re.compile(r"^（[一二三四五六七八九十]{1,3}）(?![、，．.])")),
    (Role.LEVEL3, "level-3-face", re.compile(r"^\d{1,2}[.．]")),
    (Role.LEVEL4, "level-4-face", re.compile(r"^（\d{1,2}）(?![、，．.])")),
)
_SHOWN = {
    Role.LEVEL1: "一、",
    Role.LEVEL2: "（一）",
    Role.LEVEL3: "1.",
    Role.LEVEL4: "（1）",
}
_BLACK = ("auto", "000000", "windowText")
_LONGEST_HEADING, _LONGEST_RUN_IN = 25, 20


def check(inspection: Inspection) -> Iterator[Finding]:
    """Title to 附件说明, and the colour and weight of everything."""
    yield from _check_title(inspection)
    yield from _check_addressee(inspection)
    for role, name, form in _LEVELS:
        for view in inspection.found.all(role):
            yield from _check_level(inspection, view, role, name, form)
    for view in inspection.found.all(Role.BODY, Role.ARTICLE):
        yield from _check_text(inspection, view)
    yield from _check_enclosures(inspection)
    for view in inspection.found.all(*JUDGED):
        yield from check_ink(inspection, view)


def _check_title(inspection: Inspection) -> Iterator[Finding]:
    titles = list(inspection.found.all(Role.TITLE))
    for view in titles:
        yield from check_face(inspection, "title-face", view)
        yield from check_size(inspection, "title-size", view)
        if view.look.align != "center":
            yield inspection.fault("title-align", "标题应居中。", view, suggestion="居中")
        elif abs(indent_cells(view)[0]) > 0.2:
            yield inspection.fault("title-align", "标题有首行缩进，未居中。", view)
        yield from check_ink(inspection, view)
    if not titles:
        return
    if titles[-1].text[-1] in "。；，,;":
        yield inspection.fault("title-stop", "标题末尾不用标点。", titles[-1], suggestion="删去")
    if inspection.found.first(Role.NUMBER) is not None and inspection.found.form == "general":
        yield from check_blanks(inspection, "title-blank", titles[0])


def _check_addressee(inspection: Inspection) -> Iterator[Finding]:
    view = inspection.found.first(Role.ADDRESSEE)
    if view is None:
        return
    if view.text[-1] != "：":
        yield inspection.fault(
            "addressee-colon", "主送机关末尾应标全角冒号。", view, suggestion="："
        )
    yield from check_indent(inspection, "addressee-indent", view)
    above = inspection.found.roles[: view.number - 1]
    if Role.TITLE in above and Role.SUBTITLE not in above:
        yield from check_blanks(inspection, "addressee-blank", view)
    yield from check_plain(inspection, view)


def heading_end(text: str) -> int:
    """Where the heading part of a numbered paragraph ends; 0 where it is no heading.

    A short first sentence that more text follows is a run-in heading; a short paragraph without
    a mark at its end is one on its own line; everything else is numbered text.
    """
    stop = text.find("。")
    if 0 <= stop < len(text) - 1:
        head = text[:stop]
        return stop + 1 if stop <= _LONGEST_RUN_IN and "，" not in head and "," not in head else 0
    if text and text[-1] not in "。；：，;:,、" and len(text) <= 2 * _LONGEST_HEADING:
        return len(text)
    return 0


def _check_level(
    inspection: Inspection, view: View, role: Role, name: str, form: re.Pattern[str]
) -> Iterator[Finding]:
    text = view.text
    if not form.match(text):
        yield inspection.fault(
            "level-form",
            f"层次序号应写作“{_SHOWN[role]}”，现为“{text[:4]}”。",
            view,
            suggestion=_SHOWN[role],
        )
    lead = len(view.raw) - len(view.raw.lstrip())
    end = heading_end(text)
    if role in (Role.LEVEL3, Role.LEVEL4):
        yield from check_face(inspection, name, view)
    elif end:
        yield from check_face(inspection, name, view, lead, lead + end)
        if end < len(text):
            yield from check_face(inspection, "body-face", view, lead + end)
    yield from _check_measure(inspection, view)


def _check_text(inspection: Inspection, view: View) -> Iterator[Finding]:
    if not chinese_runs(view) or (view.look.align == "center" and len(view.text) < 40):
        return
    if "此页无正文" in view.text:
        yield inspection.fault(
            "no-text-page", "不用“此页无正文”，可调整行距、字距使落款与正文同处一面。", view
        )
    yield from check_face(inspection, "body-face", view)
    yield from _check_measure(inspection, view)
    if view.look.align in ("center", "right", "end"):
        yield inspection.fault("body-align", "正文应两端对齐。", view, suggestion="两端对齐")


def _check_measure(inspection: Inspection, view: View) -> Iterator[Finding]:
    """Size, first line two in, turnovers flush."""
    yield from check_size(inspection, "body-size", view)
    if view.look.align in ("center", "right", "end"):
        return
    first, left, _ = indent_cells(view)
    if abs(left) > 0.2 and abs(first + left - 2) <= 0.2:
        yield inspection.fault(
            "body-turnover", f"正文回行应顶格，现左缩进 {left:.2g} 字。", view, suggestion="0 字"
        )
    else:
        yield from check_indent(inspection, "body-indent", view)


def check_plain(inspection: Inspection, view: View) -> Iterator[Finding]:
    """Face and size of the text."""
    yield from check_face(inspection, "body-face", view)
    yield from check_size(inspection, "body-size", view)


def check_ink(inspection: Inspection, view: View) -> Iterator[Finding]:
    """Black, not bold."""
    for run in view.runs:
        if CHINESE.search(run.text) and run.look.colour not in _BLACK:
            yield inspection.fault(
                "colour",
                f"文字应为黑色，“{run.text.strip()[:12]}”现为 {run.look.colour}。",
                view,
                suggestion="黑色",
            )
            break
    bold = "".join(run.text for run in view.runs if run.look.bold).strip()
    if CHINESE.search(bold):
        yield inspection.fault(
            "weight", f"标准以字体区分层次，不用加粗：“{bold[:12]}”。", view, suggestion="取消加粗"
        )


def _check_enclosures(inspection: Inspection) -> Iterator[Finding]:
    views = list(inspection.found.all(Role.ENCLOSURE))
    if not views:
        return
    first = views[0]
    yield from check_blanks(inspection, "enclosure-blank", first)
    if not re.match(r"^附件：", first.text):
        yield inspection.fault(
            "enclosure-colon", "“附件”后应标全角冒号。", first, suggestion="附件："
        )
    for view in views:
        yield from check_plain(inspection, view)
        if view.text[-1] in "。；，、;,.":
            yield inspection.fault(
                "enclosure-stop", "附件名称后不加标点。", view, suggestion="删去末尾标点"
            )
        if view is first:
            yield from check_indent(inspection, "enclosure-indent", view)
        yield from _check_turnover(inspection, view)


def _check_turnover(inspection: Inspection, view: View) -> Iterator[Finding]:
    """A turned line begins under the first character of the name (only where it turns)."""
    first, left, right = indent_cells(view)
    cell, look = cell_of(view), chinese_look(view)
    if look is None:
        return
    width = run_width(view.text, look.size, look.spacing)
    if width <= inspection.area - (first + left + right) * cell:
        return
    label = re.match(r"^(附件[：:])?\s*(\d{1,2}[.．、])?", view.text)
    shown = label[0].replace(":", "：") if label else ""
    lead = run_width(shown, look.size, look.spacing) / cell
    if abs(first + lead) > 0.6:
        yield inspection.fault(
            "enclosure-turnover",
            "附件名称回行时应与上一行名称的首字对齐。",
            view,
            suggestion=f"悬挂缩进 {lead:.2g} 字",
        )
