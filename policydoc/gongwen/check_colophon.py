"""Checks of the 版记 (7.4) and of tables (8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from policydoc.gongwen.cascade import whole
from policydoc.gongwen.check_tail import is_real_date
from policydoc.gongwen.inspection import Inspection, check_face, check_size
from policydoc.gongwen.lengths import millimetres, twips
from policydoc.gongwen.opened import W
from policydoc.gongwen.roles import Role
from policydoc.gongwen.views import View, anchors, indent_cells
from policydoc.model import Finding

if TYPE_CHECKING:
    from lxml.etree import _Element

_PRINTED = re.compile(r"((?:19|20)\d{2})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日\s*印发$")


def check(inspection: Inspection) -> Iterator[Finding]:
    """The 版记 and every table."""
    yield from _check_colophon(inspection)
    yield from _check_tables(inspection)


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
    width = millimetres(table_width(table))
    if width and abs(width - float(inspection.profile.value("colophon-rules"))) > 2:
        told = f"版记分隔线应与版心等宽（156 mm），现为 {width:.0f} mm。"
        yield inspection.fault("colophon-rules", told, views[0])
    rows = list(table.iter(f"{W}tr"))
    edges = [_edge(rows[0], "top"), *(_edge(row, "bottom") for row in rows)]
    if None in edges and _edge_of_table(table):
        return
    if edges[0] is None or edges[-1] is None:
        yield inspection.fault("colophon-rules", "版记首条或末条分隔线缺失。", views[0])
        return
    yield from _check_thickness(
        inspection, views[0], "colophon-thick", (edges[0], edges[-1]), 0.1,
        "版记首条、末条分隔线宜为 0.35 mm", "1 磅（0.35 mm）",
    )  # fmt: skip
    inner = [edge for edge in edges[1:-1] if edge is not None]
    yield from _check_thickness(
        inspection, views[0], "colophon-thin", inner, 0.07,
        "版记中间的分隔线宜为 0.25 mm", "0.75 磅（0.25 mm）",
    )  # fmt: skip


def _check_thickness(
    inspection: Inspection, view: View, name: str, edges: Iterable[int], slack: float,
    wanted: str, suggestion: str,
) -> Iterator[Finding]:  # fmt: skip
    """One finding at the first rule that is thicker or thinner; `slack` in mm."""
    due = float(inspection.profile.value(name))
    for thickness in map(_thickness, edges):
        if abs(thickness - due) > slack:
            told = f"{wanted}，现为 {thickness:.2f} mm。"
            yield inspection.fault(name, told, view, suggestion=suggestion)
            return


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
