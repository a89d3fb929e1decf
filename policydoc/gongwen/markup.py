"""Blocks → WordprocessingML text; element order is that of the schema (ISO/IEC 29500-1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from policydoc.gongwen.blocks import Blank, Cell, Paragraph, Run, Table, Words
from policydoc.gongwen.lengths import twips
from policydoc.gongwen.standard import Profile
from policydoc.gongwen.styles import KEYS, faces_xml, indent_xml

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile("(\r\n|\r|\n|\t)")


def text_xml(text: str) -> str:
    """The content of a run: line feeds become breaks, tabs tabs, illegal characters go."""
    parts = []
    for piece in _BREAKS.split(_ILLEGAL.sub("", text)):
        if piece == "\t":
            parts.append("<w:tab/>")
        elif _BREAKS.fullmatch(piece):
            parts.append("<w:br/>")
        elif piece:
            parts.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(parts)


def run_xml(run: Run, profile: Profile, size: float) -> str:
    """One run; the hint sends “ ” — … to the Chinese face, not the western one."""
    parts = []
    if run.face:
        parts.append(
            faces_xml(run.face, profile).replace("<w:rFonts", '<w:rFonts w:hint="eastAsia"')
        )
    else:
        parts.append('<w:rFonts w:hint="eastAsia"/>')
    if run.bold:
        parts.append("<w:b/>")
    if run.red:
        parts.append('<w:color w:val="FF0000"/>')
    if size:
        half = round(size * 2)
        parts.append(f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
    if run.highlight:
        parts.append('<w:highlight w:val="yellow"/>')
    return f"<w:r><w:rPr>{''.join(parts)}</w:rPr>{text_xml(run.text)}</w:r>"


def runs_xml(words: Words, profile: Profile, size: float) -> str:
    """The runs of a paragraph; an empty text has none."""
    runs = (Run(words),) if isinstance(words, str) else words
    return "".join(run_xml(run, profile, size) for run in runs if run.text)


RED_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="5" w:color="FF0000"/></w:pBdr>'


def properties_xml(paragraph: Paragraph, section: str) -> str:
    """w:pPr of a paragraph, with the section that ends in it."""
    parts = [f'<w:pStyle w:val="{KEYS.get(paragraph.style, paragraph.style)}"/>']
    if paragraph.keep_next:
        parts.append("<w:keepNext/>")
    if paragraph.new_page:
        parts.append("<w:pageBreakBefore/>")
    if paragraph.rule:
        parts.append(RED_RULE)
    if paragraph.tabs:
        stops = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in paragraph.tabs)
        parts.append(f"<w:tabs>{stops}</w:tabs>")
    if paragraph.style == "公文发文机关标志" and paragraph.size:
        line = round(paragraph.size * 21)
        parts.append(f'<w:spacing w:line="{line}" w:lineRule="exact"/>')
    if paragraph.indent is not None:
        parts.append(indent_xml(*paragraph.indent))
    if paragraph.align:
        parts.append(f'<w:jc w:val="{paragraph.align}"/>')
    return f"<w:pPr>{''.join(parts)}{section}</w:pPr>"


def paragraph_xml(paragraph: Paragraph, profile: Profile, section: str = "") -> str:
    """One w:p."""
    runs = runs_xml(paragraph.words, profile, paragraph.size)
    return f"<w:p>{properties_xml(paragraph, section)}{runs}</w:p>"


def blank_xml(blank: Blank) -> str:
    """Empty lines as real empty paragraphs: renderers drop space before at the top of a page."""
    keep = "<w:keepNext/>" if blank.keep_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="gwBlank"/>{keep}</w:pPr></w:p>' * blank.lines


def line_xml(height: int) -> str:
    """One empty line of exactly `height` twips."""
    return (
        '<w:p><w:pPr><w:pStyle w:val="gwSpacer"/>'
        f'<w:spacing w:line="{height}" w:lineRule="exact"/></w:pPr></w:p>'
    )


# Without room above and below, two lines of a cell touch its rules in LibreOffice.
CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_ROW_HEIGHT = 8.0
_FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def column_widths(table: Table, area: int) -> tuple[int, ...]:
    """Widths of the columns in twips; without given widths, equal shares of the type area."""
    if table.widths:
        return tuple(twips(width) for width in table.widths)
    count = max(sum(_cell(c).columns for c in row) for row in table.rows)
    share = area // count
    return (*(share,) * (count - 1), area - share * (count - 1))


def _cell(cell: str | Cell) -> Cell:
    return Cell(cell) if isinstance(cell, str) else cell


def table_xml(table: Table, profile: Profile, area: int) -> str:
    """One w:tbl of fixed layout; its left frame stands on the edge of the type area."""
    widths = column_widths(table, area)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    frame = _FRAME if table.border else ""
    borders = f"<w:tblBorders>{frame}</w:tblBorders>" if frame else ""
    rows = []
    open_cells: dict[int, tuple[int, Cell]] = {}
    for index, row in enumerate(table.rows):
        rows.append(_row_xml(table, index, row, widths, profile, open_cells))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{borders}'
        f'<w:tblLayout w:type="fixed"/>{CELL_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _row_xml(
    table: Table,
    index: int,
    row: Sequence[str | Cell],
    widths: tuple[int, ...],
    profile: Profile,
    open_cells: dict[int, tuple[int, Cell]],
) -> str:
    last = index == len(table.rows) - 1
    keep = table.keep_next if last else table.together
    cells, column = [], 0
    if len(row) == 1 and isinstance(row[0], str) and len(widths) > 1:
        row = (Cell(row[0], columns=len(widths)),)
    pending = [_cell(cell) for cell in row]
    while column < len(widths):
        left, above = open_cells.get(column, (0, Cell()))
        if left:
            open_cells[column] = (left - 1, above)
            cells.append(_cell_xml(above, column, widths, profile, "continue", keep=keep))
            column += above.columns
            continue
        if not pending:
            break
        cell = pending.pop(0)
        if index < table.heads and cell.style == "公文表格文字":
            cell = Cell(cell.texts, cell.columns, cell.rows, cell.align, "公文表格表头")
        if cell.rows > 1:
            open_cells[column] = (cell.rows - 1, cell)
        cells.append(
            _cell_xml(cell, column, widths, profile, "restart" if cell.rows > 1 else "", keep=keep)
        )
        column += cell.columns
    height = twips(table.heights.get(index, _ROW_HEIGHT))
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    head = "<w:tblHeader/>" if index < table.heads else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{least}{head}</w:trPr>{''.join(cells)}</w:tr>"


def _cell_xml(
    cell: Cell,
    column: int,
    widths: tuple[int, ...],
    profile: Profile,
    merge: str,
    *,
    keep: bool,
) -> str:
    width = sum(widths[column : column + cell.columns])
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    texts = (cell.texts,) if isinstance(cell.texts, str) else cell.texts
    if merge == "continue":
        texts = ("",)
    paragraphs = "".join(
        paragraph_xml(Paragraph(text, cell.style, align=cell.align, keep_next=keep), profile)
        for text in texts
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{down}'
        f'<w:vAlign w:val="center"/></w:tcPr>{paragraphs}</w:tc>'
    )


def attribute(text: str) -> str:
    """`text` as a quoted XML attribute."""
    return quoteattr(_ILLEGAL.sub("", text))
