"""Word documents of the reports, written as text: a table of many rows takes no time this way.

The faces are those of GB/T 9704-2012 (小标宋 for the title, 黑体 and 仿宋 below), the sizes those a
table in a wide page needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from policydoc.chinese.characters import printable
from policydoc.gongwen.markup import NAMESPACES, text_xml
from policydoc.gongwen.package import Parts, zip_bytes

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
# Twips: width, height, the white on each side.
A3 = (23811, 16838, 1134)
A4 = (16838, 11906, 1134)
PORTRAIT = (11906, 16838, 1587)

TITLE, HEADING, BODY, NOTE, CELL, COLUMN = "title", "heading", "body", "note", "cell", "column"
INSERTED, DELETED, MOVED, CITED, VERDICT = "inserted", "deleted", "moved", "cited", "verdict"


@dataclass(frozen=True, slots=True)
class Style:
    """A named style: the face, the size in half points, and what else it sets."""

    key: str
    name: str
    face: str
    size: int
    paragraph: str = ""
    run: str = ""


PARAGRAPHS = (
    Style(TITLE, "对照标题", "方正小标宋简体", 44, '<w:keepNext/><w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>'),
    Style(HEADING, "对照章名", "黑体", 32, '<w:keepNext/><w:spacing w:before="300" w:after="120"/><w:outlineLvl w:val="1"/>'),
    Style(BODY, "对照正文", "仿宋_GB2312", 28, '<w:spacing w:line="480" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="560"/><w:jc w:val="both"/>'),
    Style(NOTE, "对照说明", "仿宋_GB2312", 21, '<w:spacing w:before="40" w:after="80" w:line="320" w:lineRule="exact"/>'),
    Style(CELL, "表格文字", "仿宋_GB2312", 21, '<w:spacing w:line="300" w:lineRule="exact"/>'),
    Style(COLUMN, "表头文字", "黑体", 21, '<w:spacing w:line="320" w:lineRule="exact"/><w:jc w:val="center"/>'),
)  # fmt: skip
CHARACTERS = (
    Style(INSERTED, "新增文字", "", 0, run='<w:color w:val="0A5227"/><w:u w:val="single"/>'),
    Style(DELETED, "删除文字", "", 0, run='<w:strike/><w:color w:val="931B17"/>'),
    Style(MOVED, "移动文字", "", 0, run='<w:color w:val="4A2F7C"/><w:u w:val="double"/>'),
    Style(CITED, "条号文字", "黑体", 0),
    Style(VERDICT, "结论文字", "黑体", 0),
)


def run(text: str, style: str = "") -> str:
    """A run in a character style; line feeds become breaks."""
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    content = text_xml(printable(text))
    return f'<w:r><w:rPr>{properties}<w:rFonts w:hint="eastAsia"/></w:rPr>{content}</w:r>'


def paragraph(runs: str | Iterable[str], style: str = BODY) -> str:
    """A paragraph of runs already made; a plain text goes through `run` first."""
    content = runs if isinstance(runs, str) else "".join(runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def plain(text: str, style: str = BODY) -> str:
    """A paragraph of one text."""
    return paragraph(run(text), style)


def cell(paragraphs: Sequence[str], width: int, shade: str = "") -> str:
    """A table cell; an empty one still holds a paragraph, as the format wants."""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    content = "".join(paragraphs) or paragraph("", CELL)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{content}</w:tc>'


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Sequence[str]]],
    widths: Sequence[int],
    *,
    whole_rows: bool = True,
) -> str:
    """A ruled table whose head is repeated on each page.

    Args:
        caption: What screen readers call the table.
        heads: One text a column.
        rows: For each row, for each column, the paragraphs.
        widths: Twips of each column.
        whole_rows: Keep a row on one page.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first = "".join(
        cell([plain(h, COLUMN)], width, "E8EDF3") for h, width in zip(heads, widths, strict=True)
    )
    unsplit = "<w:trPr><w:cantSplit/></w:trPr>" if whole_rows else ""
    body = "".join(f"<w:tr>{unsplit}{''.join(map(cell, row, widths))}</w:tr>" for row in rows)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="404040"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
        f'<w:right w:w="85" w:type="dxa"/></w:tblCellMar><w:tblCaption w:val={quoteattr(printable(caption))}/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{first}</w:tr>{body}</w:tbl>"
    )


def widths(total: int, shares: Sequence[float]) -> list[int]:
    """The columns' twips, in these shares of `total`."""
    whole = sum(shares)
    return [int(total * share / whole) for share in shares]


def document(
    title: str, body: str, page: tuple[int, int, int], styles: Sequence[Style] = PARAGRAPHS
) -> bytes:
    """A .docx of the given body, with page numbers; the same input gives the same bytes."""
    parts = Parts()
    parts.add(
        "docProps/core.xml",
        "core",
        f"{HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(printable(title))}</dc:title>'
        "<dc:language>zh-CN</dc:language></cp:coreProperties>",
    )
    parts.add(
        "docProps/app.xml",
        "extended",
        f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties">'
        "<Application>policydoc</Application></Properties>",
    )
    parts.add("word/settings.xml", "settings", SETTINGS)
    parts.add("word/styles.xml", "styles", _styles_xml(styles))
    footer = parts.add("word/footer1.xml", "footer", FOOTER)
    parts.add("word/document.xml", "document", _document_xml(body, page, footer))
    return zip_bytes(parts)


def _document_xml(body: str, page: tuple[int, int, int], footer: str) -> str:
    width, height, white = page
    orient = ' w:orient="landscape"' if width > height else ""
    return (
        f"{HEAD}<w:document {NAMESPACES}><w:body>{body}<w:sectPr>"
        f'<w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
        f'<w:pgMar w:top="{white}" w:right="{white}" w:bottom="{white}" w:left="{white}" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _styles_xml(styles: Sequence[Style]) -> str:
    rows = [
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{s.key}"><w:name w:val="{s.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{s.paragraph}</w:pPr>{_run_properties(s)}</w:style>'
        for s in styles
    ]
    rows += [
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{s.key}"><w:name w:val="{s.name}"/>'
        f"<w:qFormat/>{_run_properties(s)}</w:style>"
        for s in CHARACTERS
    ]
    return (
        f'{HEAD}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'{_faces("仿宋_GB2312")}<w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/></w:style>'
        f"{''.join(rows)}</w:styles>"
    )


def _run_properties(style: Style) -> str:
    size = f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>' if style.size else ""
    faces = _faces(style.face) if style.face else ""
    return f"<w:rPr>{faces}{style.run}{size}</w:rPr>"


def _faces(name: str) -> str:
    return f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{name}" w:cs="Times New Roman"/>'


SETTINGS = (
    f'{HEAD}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)


def _field(name: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


FOOTER = (
    f'{HEAD}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{COLUMN}"/></w:pPr>'
    f"{run('第 ')}{_field('PAGE')}{run(' 页，共 ')}{_field('NUMPAGES')}{run(' 页')}</w:p></w:ftr>"
)
