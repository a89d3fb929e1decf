"""The named styles of an official document → word/styles.xml.

Headings are based on Word's own `heading 1`… so that a table of contents and the navigation
pane work; nothing refers to the theme, because a theme attribute beats the explicit face.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from policydoc.gongwen.lengths import CELL, SMALL_CELL
from policydoc.gongwen.standard import STANDARD, Profile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; lengths in twips, `size` in pt, `line` 0 = the profile's body line.

    `face`, `latin` and `size` may be names of facts: the profile says what they are.

    `first` is negative for a hanging indent; `grid` False keeps big type off the line grid.
    `auto` lets the line grow with its content (tables).
    """

    key: str
    name: str
    based: str = "gwBody0"
    face: str = ""
    size: float | str = 0.0
    align: str = ""
    first: int | None = None
    left: int = 0
    right: int = 0
    line: int = 0
    grid: bool = True
    auto: bool = False
    red: bool = False
    keep: bool = False
    following: str = ""
    new_page: bool = False
    latin: str = ""
    spacing: int | None = None
    before: int = 0


_TITLE_LINE, _TITLE_SIZE = 640, 22
STYLES: tuple[Style, ...] = (
    Style("gwBody0", "公文版面", based="Normal"),
    Style("gwBody", "公文正文", align="both", first=2 * CELL),
    Style("gwBlank", "公文空行"),
    Style("gwSerial", "公文份号", align="left"),
    Style("gwSecrecy", "公文密级", face="secrecy", align="left"),
    Style("gwUrgency", "公文紧急程度", face="urgency", align="left"),
    Style("gwSpacer", "公文版头留白", grid=False),
    Style("gwMark", "公文发文机关标志", face="mark-face", size=62, align="center", red=True, grid=False,
          spacing=0),
    Style("gwNumber", "公文发文字号", align="center"),
    Style("gwSigner", "公文签发人", align="left", first=CELL),
    Style("gwTitle", "公文标题", face="title-face", size="title-size", align="center", line=_TITLE_LINE, grid=False,
          following="gwAddressee", keep=True, spacing=0),
    Style("gwSubtitle", "公文题注", face="楷体", align="center"),
    Style("gwAddressee", "公文主送机关", align="both", following="gwBody"),
    Style("gwLevel1", "公文一级标题", based="Heading1", face="level-1-face", align="both", first=2 * CELL,
          following="gwBody", keep=True),
    Style("gwLevel2", "公文二级标题", based="Heading2", face="level-2-face", align="both", first=2 * CELL,
          following="gwBody", keep=True),
    Style("gwLevel3", "公文三级标题", based="Heading3", face="level-3-face", align="both", first=2 * CELL,
          following="gwBody"),
    Style("gwLevel4", "公文四级标题", based="Heading4", face="level-4-face", align="both", first=2 * CELL,
          following="gwBody"),
    Style("gwChapter", "公文章标题", based="Heading1", face="黑体", align="center", keep=True,
          following="gwBody"),
    Style("gwSection", "公文节标题", based="Heading2", face="黑体", align="center", keep=True,
          following="gwBody"),
    Style("gwEnclosure", "公文附件说明", align="both", first=-3 * CELL, left=5 * CELL),
    Style("gwIssuer", "公文署名", align="right", right=4 * CELL, keep=True, following="gwDate"),
    Style("gwDate", "公文成文日期", align="right", right=4 * CELL),
    Style("gwIssuerPlain", "公文署名（不盖章）", align="right", right=2 * CELL, keep=True,
          following="gwDatePlain"),
    Style("gwDatePlain", "公文成文日期（不盖章）", align="right", right=2 * CELL),
    Style("gwNote", "公文附注", align="both", first=2 * CELL),
    Style("gwAnnexLabel", "公文附件标识", face="annex-face", align="left", new_page=True, keep=True),
    Style("gwAnnexTitle", "公文附件标题", based="gwTitle", face="annex-title-face", size="annex-title-size", align="center",
          line=_TITLE_LINE, grid=False, keep=True, following="gwBody", spacing=0),
    Style("gwColophon", "公文版记", size="colophon-size", align="left", left=4 * SMALL_CELL, right=SMALL_CELL,
          first=-3 * SMALL_CELL, line=500, grid=False, spacing=0),
    Style("gwPrinter", "公文印发", size="colophon-size", align="left", left=SMALL_CELL, right=SMALL_CELL, line=500,
          grid=False, spacing=0),
    Style("gwAnchor", "公文版记锚点", line=20, grid=False),
    Style("gwPageOdd", "公文页码（单页）", based="Footer", face="page-number-face", latin="page-number-face", size="page-number-size",
          align="right", right=SMALL_CELL, auto=True, grid=False, spacing=0),
    Style("gwPageEven", "公文页码（双页）", based="Footer", face="page-number-face", latin="page-number-face", size="page-number-size",
          align="left", left=SMALL_CELL, auto=True, grid=False, spacing=0),
    Style("gwTable", "公文表格文字", size=12, auto=True, grid=False, spacing=0),
    Style("gwTableHead", "公文表格表头", face="黑体", size=12, align="center", auto=True, grid=False,
          spacing=0, keep=True),
    Style("gwTableTitle", "公文表题", face="黑体", size=14, align="center", grid=False, keep=True),
    Style("gwFigure", "公文图", align="center", auto=True, grid=False, before=120),
    Style("gwSource", "公文表注", size=12, align="left", auto=True, grid=False, spacing=0),
)  # fmt: skip
KEYS = {style.name: style.key for style in STYLES}


def settled_style(style: Style, profile: Profile) -> Style:
    """The style with the faces and the size that the profile gives its facts."""

    def fact(name: str) -> str:
        return str(profile.value(name)) if name in STANDARD else name

    size = float(profile.value(style.size)) if isinstance(style.size, str) else style.size
    line = style.line
    if size > _TITLE_SIZE and line == _TITLE_LINE:
        line = round(size / _TITLE_SIZE * _TITLE_LINE)
    settled = replace(style, face=fact(style.face), latin=fact(style.latin), size=size, line=line)
    if style.key in ("gwPageOdd", "gwPageEven") and profile.value("page-number-side") == "center":
        settled = replace(settled, align="center", left=0, right=0)
    return settled


def faces_xml(face: str, profile: Profile, latin: str = "") -> str:
    """w:rFonts for a class of face, or for the face that a fact asks."""
    face = str(profile.value(face)) if face in STANDARD else face
    east = quoteattr(profile.faces.get(face, face))
    west = quoteattr(profile.faces.get(latin, latin)) if latin else ""
    plain = f" w:ascii={west} w:hAnsi={west}" if latin else ""
    return f"<w:rFonts{plain} w:eastAsia={east}/>"


def _run_xml(style: Style, profile: Profile) -> str:
    parts = []
    if style.face:
        parts.append(faces_xml(style.face, profile, style.latin))
    if style.red:
        parts.append('<w:color w:val="FF0000"/>')
    if style.spacing is not None:
        parts.append(f'<w:spacing w:val="{style.spacing}"/>')
    if style.size:
        half = round(float(style.size) * 2)
        parts.append(f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def _paragraph_xml(style: Style, profile: Profile) -> str:
    parts = []
    if style.keep:
        parts.append("<w:keepNext/>")
    if style.new_page:
        parts.append("<w:pageBreakBefore/>")
    if not style.grid:
        parts.append('<w:snapToGrid w:val="0"/>')
    if style.auto:
        parts.append(
            f'<w:spacing w:before="{style.before}" w:after="0" w:line="240" w:lineRule="auto"/>'
        )
    elif style.line or style.key == "gwBody0" or style.based.startswith("Heading"):
        line = style.line or profile.line
        parts.append(f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>')
    parts.append(indent_xml(style.first or 0, style.left, style.right, float(style.size or 16)))
    if style.align:
        parts.append(f'<w:jc w:val="{style.align}"/>')
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def indent_xml(first: int, left: int, right: int, size: float = 16) -> str:
    """w:ind in twips and in hundredths of a character, of which Word takes the latter first."""
    cell = CELL if size == 16 else size * 20
    texts = []
    for name, length in (("left", left), ("right", right)):
        texts.append(f'w:{name}Chars="{_hundredths(length, cell)}" w:{name}="{length}"')
    name = "hanging" if first < 0 else "firstLine"
    if first < 0:
        texts.append('w:firstLineChars="0"')
    texts.append(f'w:{name}Chars="{_hundredths(abs(first), cell)}" w:{name}="{abs(first)}"')
    return f"<w:ind {' '.join(texts)}/>"


def _hundredths(length: int, cell: float) -> int:
    """Whole characters only: a computed indent is given in twips alone (0 switches Chars off)."""
    share = length / cell
    return round(share * 100) if abs(share - round(share)) < 0.01 else 0


def _style_xml(style: Style, profile: Profile) -> str:
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.key}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based}"/>{following}'
        f"<w:qFormat/>{_paragraph_xml(style, profile)}{_run_xml(style, profile)}</w:style>"
    )


def _heading_xml(level: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="gwBody"/><w:uiPriority w:val="9"/><w:qFormat/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    )


def styles_xml(profile: Profile) -> str:
    """The whole word/styles.xml of a profile."""
    latin = quoteattr(profile.faces["西文"])
    face = str(profile.value("body-face"))
    song = quoteattr(profile.faces.get(face, face))
    body = round(float(profile.value("body-size")) * 2)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="{W}">'
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f"<w:rFonts w:ascii={latin} w:eastAsia={song} w:hAnsi={latin} w:cs={latin}/>"
        f'<w:spacing w:val="{profile.spacing}"/><w:kern w:val="0"/><w:sz w:val="{body}"/><w:szCs w:val="{body}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl w:val="0"/>'
        # Space between 汉字 and figures breaks the 28 characters of a line. LibreOffice 7.4 reads
        # overflowPunct the wrong way round: 1, Word's own default, is what keeps it in the area.
        '<w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        '<w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        + "".join(_heading_xml(level) for level in (1, 2, 3, 4))
        + '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>'
        '<w:uiPriority w:val="99"/><w:unhideWhenUsed/></w:style>'
        + "".join(_style_xml(settled_style(style, profile), profile) for style in STYLES)
        + "</w:styles>"
    )
