"""Native Word charts: DrawingML chart parts with the workbook they are edited in."""

from __future__ import annotations

from xml.sax.saxutils import escape

from policydoc.gongwen.blocks import Chart
from policydoc.gongwen.package import Parts, relations_xml, zipped

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_COLOURS = ("4472C4", "C55A11", "70AD47", "7F7F7F", "FFC000", "5B9BD5")


def chart_parts(chart: Chart, number: int, parts: Parts) -> str:
    """Add the chart and its workbook to the package; returns the chart's relation id."""
    name = f"word/charts/chart{number}.xml"
    book = f"word/embeddings/chart{number}.xlsx"
    parts.contents[book] = workbook(chart)
    relation = parts.add(name, "chart", chart_xml(chart))
    parts.contents[f"word/charts/_rels/chart{number}.xml.rels"] = relations_xml(
        [("rId1", f"{_OFFICE}/relationships/package", f"../embeddings/chart{number}.xlsx")]
    ).encode()
    return relation


def _column(index: int) -> str:
    return chr(ord("A") + index)


def _texts(reference: str, texts: tuple[str, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{escape(text)}</c:v></c:pt>' for i, text in enumerate(texts)
    )
    return (
        f"<c:strRef><c:f>{reference}</c:f><c:strCache>"
        f'<c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'
    )


def _numbers(reference: str, numbers: tuple[float | None, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{number:.10g}</c:v></c:pt>'
        for i, number in enumerate(numbers)
        if number is not None
    )
    return (
        f"<c:numRef><c:f>{reference}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(numbers)}"/>{points}</c:numCache></c:numRef>'
    )


def _series(chart: Chart, index: int) -> str:
    name, numbers = chart.series[index]
    column, last = _column(index + 1), len(chart.categories) + 1
    colour = _COLOURS[index % len(_COLOURS)]
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    if chart.kind == "line":
        look = (
            f'<c:spPr><a:ln w="28575">{fill}</a:ln></c:spPr><c:marker><c:symbol val="circle"/>'
            f'<c:size val="6"/><c:spPr>{fill}</c:spPr></c:marker>'
        )
        ending = '<c:smooth val="0"/>'
    else:
        look, ending = f'<c:spPr>{fill}</c:spPr><c:invertIfNegative val="0"/>', ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
        f"<c:tx>{_texts(f'数据!${column}$1', (name,))}</c:tx>{look}"
        f"<c:cat>{_texts(f'数据!$A$2:$A${last}', chart.categories)}</c:cat>"
        f"<c:val>{_numbers(f'数据!${column}$2:${column}${last}', numbers)}</c:val>{ending}</c:ser>"
    )


_LABELS = (
    '<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
)


def _labels(chart: Chart) -> str:
    """The values as the tables write them: rates with two decimals, the rest as they are."""
    return _LABELS.replace("{code}", "0.00" if chart.unit == "%" else "General")


def _plot(chart: Chart) -> str:
    series = "".join(_series(chart, index) for index in range(len(chart.series)))
    axes = '<c:axId val="111111111"/><c:axId val="222222222"/>'
    if chart.kind == "line":
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}{_labels(chart)}'
            f'<c:marker val="1"/>{axes}</c:lineChart>'
        )
    return (
        f'<c:barChart><c:barDir val="{"bar" if chart.kind == "bar" else "col"}"/>'
        '<c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}{_labels(chart)}<c:gapWidth val="80"/>{axes}</c:barChart>'
    )


def _rich(text: str, half_points: int) -> str:
    size = f'sz="{half_points}"'
    return (
        f'<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr {size} b="0"/></a:pPr>'
        f'<a:r><a:rPr lang="zh-CN" {size} b="0"/><a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx>'
    )


def chart_xml(chart: Chart) -> str:
    """The chart part: columns, lying bars or lines, values shown, legend below, unit on the axis."""
    unit = (
        f'<c:title>{_rich(f"单位：{chart.unit}", 1000)}<c:overlay val="0"/></c:title>'
        if chart.unit
        else ""
    )
    # Long names stand beside lying bars: under columns they would be slanted.
    lying = chart.kind == "bar"
    order, below, beside = ("maxMin", "l", "b") if lying else ("minMax", "b", "l")
    legend = (
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
        if len(chart.series) > 1
        else ""
    )
    face = '<a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/>'
    return (
        f'{_HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'xmlns:r="{_OFFICE}/relationships"><c:date1904 val="0"/><c:lang val="zh-CN"/>'
        '<c:roundedCorners val="0"/><c:chart>'
        f'<c:title>{_rich(chart.title, 1200)}<c:overlay val="0"/></c:title>'
        f'<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>{_plot(chart)}'
        f'<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{below}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="222222222"/><c:crosses val="autoZero"/></c:catAx>'
        '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{beside}"/>{unit}<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="111111111"/><c:crosses val="{"max" if lying else "autoZero"}"/></c:valAx></c:plotArea>'
        f'{legend}<c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1000">{face}</a:defRPr></a:pPr>'
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def workbook(chart: Chart) -> bytes:
    """A small .xlsx with the chart's figures on the sheet 数据."""
    head = ("", *(name for name, _ in chart.series))
    rows = [head]
    for index, category in enumerate(chart.categories):
        rows.append((category, *(numbers[index] for _, numbers in chart.series)))  # type: ignore[arg-type]
    lines = "".join(_sheet_row(number, row) for number, row in enumerate(rows, 1))
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    package = "http://schemas.openxmlformats.org/package/2006"
    return zipped(
        {
            "[Content_Types].xml": (
                f'{_HEAD}<Types xmlns="{package}/content-types"><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
                f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>'
            ).encode(),
            "_rels/.rels": relations_xml(
                [("rId1", f"{_OFFICE}/relationships/officeDocument", "xl/workbook.xml")]
            ).encode(),
            "xl/_rels/workbook.xml.rels": relations_xml(
                [("rId1", f"{_OFFICE}/relationships/worksheet", "worksheets/sheet1.xml")]
            ).encode(),
            "xl/workbook.xml": (
                f'{_HEAD}<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}/relationships"><sheets>'
                '<sheet name="数据" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ).encode(),
            "xl/worksheets/sheet1.xml": (
                f'{_HEAD}<worksheet xmlns="{_SHEET}"><sheetData>{lines}</sheetData></worksheet>'
            ).encode(),
        }
    )


def _sheet_row(number: int, values: tuple[str | float | None, ...]) -> str:
    cells = []
    for index, value in enumerate(values):
        place = f'r="{_column(index)}{number}"'
        if isinstance(value, str):
            cells.append(f'<c {place} t="inlineStr"><is><t>{escape(value)}</t></is></c>')
        elif value is not None:
            cells.append(f"<c {place}><v>{value:.10g}</v></c>")
    return f'<row r="{number}">{"".join(cells)}</row>'
