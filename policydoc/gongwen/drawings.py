"""Anchored and inline drawings: the 版记 text box at the foot of the last page, and charts."""

from __future__ import annotations

import re

from policydoc.gongwen.blocks import Chart, Colophon, Paragraph
from policydoc.gongwen.lengths import SMALL_CELL, emu, run_width, twips
from policydoc.gongwen.markup import attribute, paragraph_xml
from policydoc.gongwen.standard import Profile, number_of

_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_COLOPHON_LINE = 500
_LIFT = 140  # the most a profile may lift the last rule
_LABELLED = re.compile(r"^(抄\s*送|主\s*送|抄\s*报|分\s*送)")


def _rule(side: str, size: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'


def colophon_rows(colophon: Colophon, area: int) -> tuple[tuple[Paragraph, ...], ...]:
    """The paragraphs of each element of the 版记: recipients and copies share one (no rule)."""
    upper = [
        Paragraph(line if _LABELLED.match(line) else f"{label}：{line}", "公文版记")
        for label, text in (("主送", colophon.recipients), ("抄送", colophon.copies))
        for line in text.splitlines()
    ]
    rows = [tuple(upper)] if upper else []
    if colophon.printer or colophon.printed:
        tabs = (("right", area - SMALL_CELL),)
        rows.append((Paragraph(f"{colophon.printer}\t{colophon.printed}", "公文印发", tabs=tabs),))
    return tuple(rows)


def _colophon_table(colophon: Colophon, profile: Profile, area: int, *, ruled: bool) -> str:
    rows = colophon_rows(colophon, area)
    lift = 20 + max(twips(number_of("margin-bottom") - profile.bottom), 0)
    cells = []
    for index, paragraphs in enumerate(rows):
        top = _rule("top", 8 if index == 0 else 6)
        bottom = _rule("bottom", 8 if index == len(rows) - 1 else 6)
        borders = f"<w:tcBorders>{top}{bottom}</w:tcBorders>" if ruled else ""
        inner = "".join(paragraph_xml(paragraph, profile) for paragraph in paragraphs)
        cells.append(
            f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{area}" w:type="dxa"/>'
            f"{borders}</w:tcPr>{inner}</w:tc></w:tr>"
        )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{area}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{area}"/></w:tblGrid>{"".join(cells)}</w:tbl>'
        # A table must be followed by a paragraph; it lifts the last rule to 35 mm from the foot.
        f'<w:p><w:pPr><w:pStyle w:val="gwAnchor"/><w:spacing w:before="0" w:after="0" w:line="{lift}" '
        'w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>'
    )


def colophon_height(colophon: Colophon) -> float:
    """Height in mm of the text box: its lines as wide as estimated, and the rules.

    Template tags say nothing of the length to come: they get room for four lines each.
    """
    room = 8845 - 5 * SMALL_CELL
    lines = sum(
        4 if "{" in text else -(-run_width(text, 14, 0) // room)
        for text in (colophon.recipients, colophon.copies)
        if text
    )
    lines += 1 if colophon.printer or colophon.printed else 0
    return (lines * _COLOPHON_LINE + 40 + 20 + _LIFT) * 25.4 / 1440


def colophon_xml(colophon: Colophon, profile: Profile, area: int, *, ruled: bool) -> str:
    """The anchor paragraph and its text box.

    The text stands at the foot of the box, so a box too high does no harm and one too low cuts
    off; LibreOffice leaves 2.5 mm under a box that fits itself to its text (docs/adr/0070).
    """
    table = _colophon_table(colophon, profile, area, ruled=ruled)
    return (
        '<w:p><w:pPr><w:pStyle w:val="gwAnchor"/></w:pPr><w:r><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:drawing>'
        + _anchor(round(area * 635), emu(colophon_height(colophon)), table)
        + "</w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    )


def _anchor(width: int, height: int, inner: str) -> str:
    """The text box of the 版记 at the foot of the page; extents in EMU."""
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapTopAndBottom/><wp:docPr id="1" name="版记" descr="版记：抄送机关、印发机关和印发日期"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_WPS}"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor>"
    )


_NUMBER_ROOM = 9.0  # mm between the foot of the page number's line and the type area, and no more


def turned_number_xml(number: str, profile: Profile, index: int) -> str:
    """The page number of a landscape sheet, where an upright sheet has it (clause 8).

    Bound, the head of the table lies at the left: the sheet's left edge is the foot of the page.
    The box is as long as the type area is wide, so the number keeps its side and its indent.
    """
    width, length = emu(_NUMBER_ROOM), emu(number_of("area-width"))
    x, y = emu(profile.footer), emu(profile.left)
    return (
        '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="3" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{length}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{51 + index}" name="横排页页码" descr="横排页的页码"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_WPS}"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{length}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{number}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def chart_drawing(chart: Chart, relation: str, number: int) -> str:
    """The paragraph that shows a chart part."""
    words = chart.description or chart.title
    extent = f'cx="{emu(chart.width)}" cy="{emu(chart.height)}"'
    return (
        '<w:p><w:pPr><w:pStyle w:val="gwFigure"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name={attribute(chart.name)} descr={attribute(words)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
