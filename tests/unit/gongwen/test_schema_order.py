"""Word calls a file damaged when properties stand in another order than the schema's."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from policydoc.gongwen import PROFILES, Chart, Document, Run, build, elements
from tests.unit.gongwen._samples import letter, notice, upward

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
    "vAlign hideMark",
    "pBdr": "top left bottom right between bar",
    "tcBorders": "top start left bottom end right insideH insideV",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "zoom bordersDoNotSurroundHeader bordersDoNotSurroundFooter defaultTabStop "
    "evenAndOddHeaders characterSpacingControl compat themeFontLang",
}
DOCUMENTS = {
    "notice": notice(PROFILES["gbt33476"]),
    "request": upward(),
    "letter": letter("000001"),
    "runs": Document(
        (
            elements.run_in(2, "（一）要求。", "正文。"),
            *elements.body((Run("待填", "黑体", bold=True, red=True, highlight=True),)),
            Chart("c", "产值", ("甲",), (("乙", (1.0,)),), kind="line"),
        )
    ),
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_properties_stand_in_the_order_of_the_schema(document: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(build(document))) as archive:
        parts = [
            archive.read(n)
            for n in archive.namelist()
            if n.startswith("word/") and n[-4:] == ".xml"
        ]
    for part in parts:
        for name, order in ORDERS.items():
            ranks = {f"{W}{child}": rank for rank, child in enumerate(order.split())}
            for element in etree.fromstring(part).iter(f"{W}{name}"):
                found = [ranks[child.tag] for child in element]
                assert found == sorted(found), etree.tostring(element)


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_nothing_points_outside_and_no_macro_is_there(document: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(build(document))) as archive:
        names = archive.namelist()
        rels = b"".join(archive.read(n) for n in names if n.endswith(".rels"))
        types = archive.read("[Content_Types].xml").decode()
    assert b"External" not in rels
    assert "macro" not in types
    assert not any("vba" in name for name in names)
    for name in names:
        suffix = name.rpartition(".")[2]
        assert f'PartName="/{name}"' in types or f'Extension="{suffix}"' in types
