"""Checks of signature and date (7.3.5), 附注 (7.3.6), 附件 (7.3.7), 版记 (7.4), tables (8)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policydoc.gongwen.cascade import whole
from policydoc.gongwen.check_body import check_ink, check_plain
from policydoc.gongwen.inspection import (
    Inspection,
    check_face,
    check_indent,
    check_size,
)
from policydoc.gongwen.measures import CELL, millimetres, twips
from policydoc.gongwen.opened import W
from policydoc.gongwen.recognition import Role
from policydoc.gongwen.views import View, anchors, cell_of, indent_cells, line_extent
from policydoc.model import Finding

if TYPE_CHECKING:
    from lxml.etree import _Element

_DATE = re.compile(r"^((?:19|20)\d{2})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$")
_PRINTED = re.compile(r"((?:19|20)\d{2})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日\s*印发$")


def check(inspection: Inspection) -> Iterator[Finding]:
    """Everything under the text."""
    yield from _check_signature(inspection)
    for view in inspection.found.all(Role.NOTE):
        yield from _check_note(inspection, view)
    yield from _check_annexes(inspection)
    yield from _check_colophon(inspection)
    yield from _check_tables(inspection)


def is_real_date(match: re.Match[str]) -> bool:
    """Does the day exist."""
    try:
        datetime.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    return True


def _check_signature(inspection: Inspection) -> Iterator[Finding]:
    date = inspection.found.first(Role.DATE)
    issuers = list(inspection.found.all(Role.ISSUER))
    for view in issuers:
        yield from check_plain(inspection, view)
    if date is None:
        return
    match = _DATE.match(date.text)
    if match is None:
        yield inspection.fault(
            "date-form",
            f"成文日期“{date.text}”应用阿拉伯数字标全年、月、日，月、日不编虚位。",
            date,
            suggestion="2026年3月5日",
        )
        return
    if not is_real_date(match):
        yield inspection.fault("date-real", f"成文日期“{date.text}”不存在。", date)
    yield from check_plain(inspection, date)
    yield from _check_places(inspection, issuers, date)


def _check_places(inspection: Inspection, issuers: list[View], date: View) -> Iterator[Finding]:
    """Sealed, unsealed and name-stamped signatures each have their own place."""
    area, cell = inspection.area, cell_of(date)
    start, end = line_extent(date, area)
    right = (area - end) / cell
    spans = [line_extent(view, area) for view in issuers]
    name = max(spans, key=lambda span: span[1] - span[0], default=None)
    if name is None:
        if min(abs(right - 4), abs(right - 2)) > 0.4:
            yield inspection.fault(
                "sealed-date-indent",
                f"成文日期应右空四字（加盖印章），现右空 {right:.2g} 字。",
                date,
                suggestion="右空四字",
            )
        return
    centred = abs((name[0] + name[1]) / 2 - (start + end) / 2) <= 0.6 * cell
    name_right = (area - name[1]) / cell
    offset = (start - name[0]) / cell
    overlong = name[1] - name[0] > end - start + 8 * CELL
    sealed = centred and (abs(right - 4) <= 0.4 or (overlong and name_right >= -0.1))
    longer = (end - start) > (name[1] - name[0])
    unsealed = abs(offset - 2) <= 0.5 and abs((right if longer else name_right) - 2) <= 0.4
    if sealed or unsealed:
        return
    if centred or abs(right - 4) > 0.4:
        yield inspection.fault(
            "sealed-date-indent",
            f"成文日期应右空四字（加盖印章）；不加盖印章的，署名右空二字、日期首字比署名首字右移二字。"
            f"现日期右空 {right:.2g} 字。",
            date,
            suggestion="右空四字",
        )
    else:
        yield inspection.fault(
            "sealed-body",
            "署名应以成文日期为准居中编排。",
            issuers[-1],
            suggestion=f"右空 {4 + ((end - start) - (name[1] - name[0])) / 2 / cell:.2g} 字",
        )


def _check_note(inspection: Inspection, view: View) -> Iterator[Finding]:
    if not re.match(r"^（.*）$", view.text, re.S):
        yield inspection.fault(
            "note-brackets", "附注应加全角圆括号。", view, suggestion="（此件公开发布）"
        )
    yield from check_indent(inspection, "note-indent", view)
    yield from check_plain(inspection, view)


def _check_annexes(inspection: Inspection) -> Iterator[Finding]:
    labels = list(inspection.found.all(Role.ANNEX_LABEL))
    for view in labels:
        if view.number > 1 and not view.breaks_page:
            yield inspection.fault("annex-page", "附件应另面编排。", view, suggestion="段前分页")
        yield from check_face(inspection, "annex-face", view)
        yield from check_indent(inspection, "annex-indent", view)
    yield from _check_labels(inspection, labels)
    for view in inspection.found.all(Role.ANNEX_TITLE):
        yield from _check_annex_title(inspection, view)


def _number(text: str) -> str:
    return re.sub(r"[附件\s：:]", "", text)


def _check_labels(inspection: Inspection, labels: list[View]) -> Iterator[Finding]:
    listed = len(list(inspection.found.all(Role.ENCLOSURE)))
    for order, view in enumerate(labels, 1):
        number = _number(view.text)
        if listed == 1 and len(labels) == 1 and number:
            wanted = ""
        elif (len(labels) > 1 and listed in (0, len(labels)) and number != str(order)) or (
            listed > 1 and not number
        ):
            wanted = str(order)
        else:
            continue
        yield inspection.fault(
            "annex-numbers",
            f"“{view.text}”的序号应与附件说明一致，应为“附件{wanted}”。",
            view,
            suggestion=f"附件{wanted}",
        )


def _check_annex_title(inspection: Inspection, view: View) -> Iterator[Finding]:
    above = inspection.found.roles[view.number - 2]
    if above is not Role.ANNEX_TITLE:
        blanks = inspection.found.blanks_before(view)
        before = round(view.look.before / inspection.profile.line)
        if blanks is not None and blanks + before != 1:
            yield inspection.fault(
                "annex-title-line",
                f"附件标题应排在第三行，现为第 {blanks + before + 2} 行。",
                view,
                suggestion="“附件”与标题之间空一行",
            )
    if view.look.align != "center":
        yield inspection.fault("annex-title-align", "附件标题应居中。", view, suggestion="居中")
    yield from check_face(inspection, "annex-title-face", view)
    yield from check_size(inspection, "annex-title-size", view)
    yield from check_ink(inspection, view)


def _check_colophon(inspection: Inspection) -> Iterator[Finding]:
    found = inspection.found
    views = list(found.all(Role.COPIES, Role.PRINTED))
    if not views:
        return
    for view in found.all(Role.COPIES):
        yield from _check_copies(inspection, view)
    for view in found.all(Role.PRINTED):
        match = _PRINTED.search(view.text)
        if match is None or not is_real_date(match):
            yield inspection.fault(
                "printed-form",
                "印发日期应用阿拉伯数字标全年、月、日，不编虚位，后加“印发”二字。",
                view,
                suggestion="2026年3月6日印发",
            )
        yield from _check_sides(inspection, view)
    for view in views:
        yield from check_face(inspection, "colophon-face", view)
        yield from check_size(inspection, "colophon-size", view)
    if not inspection.is_letter:  # 信函 have no rules in the 版记
        yield from _check_rules(inspection, views)
    yield from _check_place(inspection, views)


def _check_copies(inspection: Inspection, view: View) -> Iterator[Finding]:
    if not re.match(r"^(抄\s*送|主\s*送|抄\s*报|分\s*送)：", view.text):
        yield inspection.fault("copies-colon", "“抄送”后应标全角冒号。", view, suggestion="：")
    if view.text[-1] != "。":
        yield inspection.fault("copies-stop", "抄送机关末尾应标句号。", view, suggestion="。")
    yield from _check_sides(inspection, view)


def _check_sides(inspection: Inspection, view: View) -> Iterator[Finding]:
    first, left, right = indent_cells(view)
    wanted = float(inspection.profile.value("colophon-indent"))
    if abs(first + left - wanted) > 0.3 or abs(right - wanted) > 0.3:
        yield inspection.fault(
            "colophon-indent",
            f"版记要素左右应各空一字，现左空 {first + left:.2g} 字、右空 {right:.2g} 字。",
            view,
            suggestion="左右各空一字",
        )


def _host_table(view: View) -> _Element | None:
    return next(view.element.iterancestors(f"{W}tbl"), None)


def _check_rules(inspection: Inspection, views: list[View]) -> Iterator[Finding]:
    """First and last rule thick, the ones between thin, all as wide as the type area."""
    table = _host_table(views[0])
    if table is None:
        if not any(v.look.top_rule or v.look.bottom_rule or v.pictures for v in views):
            yield inspection.fault(
                "colophon-rules", "版记没有分隔线。", views[0], suggestion="首末粗线、中间细线"
            )
        return
    width = table_width(table)
    if width and abs(millimetres(width) - float(inspection.profile.value("colophon-rules"))) > 2:
        yield inspection.fault(
            "colophon-rules",
            f"版记分隔线应与版心等宽（156 mm），现为 {millimetres(width):.0f} mm。",
            views[0],
        )
    rows = list(table.iter(f"{W}tr"))
    edges = [_edge(rows[0], "top"), *(_edge(row, "bottom") for row in rows)]
    if None in edges and _edge_of_table(table):
        return
    if edges[0] is None or edges[-1] is None:
        yield inspection.fault("colophon-rules", "版记首条或末条分隔线缺失。", views[0])
        return
    for edge in (edges[0], edges[-1]):
        if abs(_thickness(edge) - float(inspection.profile.value("colophon-thick"))) > 0.1:
            yield inspection.fault(
                "colophon-thick",
                f"版记首条、末条分隔线宜为 0.35 mm，现为 {_thickness(edge):.2f} mm。",
                views[0],
                suggestion="1 磅（0.35 mm）",
            )
            break
    for inner in edges[1:-1]:
        if (
            inner is not None
            and abs(_thickness(inner) - float(inspection.profile.value("colophon-thin"))) > 0.07
        ):
            yield inspection.fault(
                "colophon-thin",
                f"版记中间的分隔线宜为 0.25 mm，现为 {_thickness(inner):.2f} mm。",
                views[0],
                suggestion="0.75 磅（0.25 mm）",
            )
            break


def table_width(table: _Element) -> int:
    """Width in twips by the grid; 0 where the table does not say."""
    return sum(whole(c.get(f"{W}w")) or 0 for c in table.iterfind(f"{W}tblGrid/{W}gridCol"))


def _thickness(edge: int | None) -> float:
    return (edge or 0) / 8 * 25.4 / 72


def _edge(row: _Element, side: str) -> int | None:
    """Eighths of a point of the border of a row's first cell."""
    border = row.find(f"{W}tc/{W}tcPr/{W}tcBorders/{W}{side}")
    if border is None or border.get(f"{W}val") in ("nil", "none"):
        return None
    return whole(border.get(f"{W}sz"))


def _edge_of_table(table: _Element) -> bool:
    borders = table.find(f"{W}tblPr/{W}tblBorders")
    style = table.find(f"{W}tblPr/{W}tblStyle")
    return borders is not None or style is not None


def _check_place(inspection: Inspection, views: list[View]) -> Iterator[Finding]:
    places = [place for view in inspection.found.views for place in anchors(view)]
    if views[0].where == "box":
        if places and not any(
            relative in ("margin", "bottomMargin") and align == "bottom"
            for relative, align in places
        ):
            yield inspection.fault(
                "colophon-place",
                "版记应排在末面版心下边缘，现文本框未与页边距底端对齐。",
                views[0],
                suggestion="相对页边距底端对齐",
            )
    elif not _floats(views[0]):
        yield inspection.fault(
            "colophon-place",
            "版记随正文排列，能否落在末面版心下边缘要看排版结果，请加 --render 核对。",
            views[0],
            certain=False,
        )
    last = max(view.number for view in views)
    after = [v for v in inspection.found.views[last:] if v.text]
    if after:
        yield inspection.fault("colophon-place", "版记应是公文最后的要素。", after[0])


def _floats(view: View) -> bool:
    table = _host_table(view)
    if table is None:
        return view.look.frame is not None and view.look.frame[1] == "bottom"
    place = table.find(f"{W}tblPr/{W}tblpPr")
    return place is not None and place.get(f"{W}tblpYSpec") == "bottom"


def _check_tables(inspection: Inspection) -> Iterator[Finding]:
    widest = max(
        twips(float(inspection.profile.value("table-width"))),
        *(s.width - s.left - s.right for s in inspection.sections),
    )
    for number, table in enumerate(inspection.document.document.iter(f"{W}tbl"), 1):
        width = table_width(table)
        if width > widest + 120:
            yield inspection.fault(
                "table-width",
                f"第{number}个表格宽 {millimetres(width):.0f} mm，超出版心。",
                part=f"表格{number}",
                suggestion="不超过 156 mm",
            )
