"""settle: after a template is filled, lay out again what depends on the words filled in.

Four things do: the size of the 发文机关标志, the right indents of 署名 and 成文日期, the height of
the 版记 box, and which row of a table is its first. Works on the text of word/document.xml, so that bulk rendering stays fast.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from policydoc.gongwen.blocks import Chart, Colophon
from policydoc.gongwen.charts import chart_xml, workbook
from policydoc.gongwen.drawings import colophon_height
from policydoc.gongwen.elements import signature_indents
from policydoc.gongwen.head import mark_size
from policydoc.gongwen.lengths import emu, run_width
from policydoc.gongwen.package import unzipped, zipped
from policydoc.gongwen.styles import KEYS, indent_xml

_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(br|tab)/>")
_STYLE = re.compile(
    r'<w:style [^>]*w:styleId="([^"]+)"[^>]*>(?:(?!</w:style>).)*?<w:name w:val="([^"]+)"', re.S
)
_INDENT = re.compile(r"<w:ind [^>]*/>")
_BOX = re.compile(r'(<wp:anchor(?:(?!</wp:anchor>).)*?name="版记".*?</wp:anchor>)', re.S)


def style_keys(styles_xml: str) -> dict[str, str]:
    """Style ids by the names Word shows; an editor may have given our styles other ids."""
    found = {html.unescape(name): key for key, name in _STYLE.findall(styles_xml)}
    return {**KEYS, **found}


def settle(document_xml: str, keys: Mapping[str, str] = KEYS) -> str:
    """word/document.xml with the mark, signature, tables and 版记 box fitted to their words."""
    document_xml = _settle_mark(document_xml, keys["公文发文机关标志"])
    for name, date, sealed in (
        ("公文署名", "公文成文日期", True),
        ("公文署名（不盖章）", "公文成文日期（不盖章）", False),
    ):
        document_xml = _settle_signature(document_xml, (keys[name], keys[date]), sealed=sealed)
    document_xml = _hold_first_rows(document_xml)
    return _BOX.sub(lambda match: _settle_box(match.group(1), keys), document_xml)


_HEAD_ROW = "<w:tblHeader/>"
_LOW = 30  # characters in a cell
_UNHELD = re.compile(r'(<w:pStyle w:val="[^"]+"/>)(?!<w:keepNext/>)')


def _is_low(row: str) -> bool:
    """A row of a line or two; to hold high rows would leave half a page empty above them."""
    return all(len(words) <= _LOW for words, _ in _TEXT.findall(row))


def _hold_first_rows(document_xml: str) -> str:
    """Hold the first row under a table's head with the second: no page ends in a lone first row."""
    place = document_xml.rfind(_HEAD_ROW)
    while place >= 0:
        start = document_xml.find("</w:tr>", place) + len("</w:tr>")
        end = document_xml.find("</w:tr>", start)
        table = document_xml.find("</w:tbl>", start)
        row = document_xml[start:end]
        follows = 0 < end < table and document_xml.startswith("<w:tr", end + 7)
        if follows and _HEAD_ROW not in row and _is_low(row):
            row = _UNHELD.sub(r"\1<w:keepNext/>", row)
            document_xml = document_xml[:start] + row + document_xml[end:]
        place = document_xml.rfind(_HEAD_ROW, 0, place)
    return document_xml


def settled(content: bytes) -> bytes:
    """The same for a whole .docx."""
    parts = unzipped(content)
    keys = style_keys(parts["word/styles.xml"].decode("utf-8"))
    text = parts["word/document.xml"].decode("utf-8")
    return zipped({**parts, "word/document.xml": settle(text, keys).encode("utf-8")})


def with_charts(content: bytes, charts: Mapping[str, Chart]) -> bytes:
    """A .docx whose charts of these names (`Chart.name`) show these figures instead.

    The alternative text follows; a name the file does not have is left out.
    """
    parts = unzipped(content)
    document = parts["word/document.xml"].decode("utf-8")
    relations = dict(
        re.findall(
            r'Id="([^"]+)"[^>]*Target="(charts/[^"]+)"',
            parts["word/_rels/document.xml.rels"].decode("utf-8"),
        )
    )
    for name, chart in charts.items():
        found = re.search(
            rf'<wp:docPr id="\d+" name="{re.escape(name)}" descr="[^"]*"/>.*?r:id="([^"]+)"',
            document,
            re.S,
        )
        if found is None or found[1] not in relations:
            continue
        part = f"word/{relations[found[1]]}"
        words = html.escape(chart.description or chart.title)
        new = re.sub(r'descr="[^"]*"', lambda _: f'descr="{words}"', found[0], count=1)  # noqa: B023
        document = document.replace(found[0], new)
        parts[part] = chart_xml(chart).encode("utf-8")
        parts[part.replace("charts/", "embeddings/").replace(".xml", ".xlsx")] = workbook(chart)
    return zipped({**parts, "word/document.xml": document.encode("utf-8")})


def _words(xml: str) -> str:
    return html.unescape("".join(m[1] or " " for m in _TEXT.finditer(xml)))


def _paragraphs(document_xml: str, key: str) -> list[tuple[int, int]]:
    """Start (of w:pPr's content) and end of each paragraph in the style `key`."""
    mark = f'<w:pStyle w:val="{key}"/>'
    places, start = [], document_xml.find(mark)
    while start >= 0:
        end = document_xml.find("</w:p>", start)
        places.append((start, end))
        start = document_xml.find(mark, end)
    return places


def _settle_mark(document_xml: str, key: str) -> str:
    for start, end in reversed(_paragraphs(document_xml, key)):
        xml = document_xml[start:end]
        if not _words(xml):
            continue
        size = mark_size(_words(xml))
        xml = re.sub(r'(<w:sz(?:Cs)? w:val=")\d+', rf"\g<1>{size * 2}", xml)
        xml = re.sub(r'(<w:spacing w:line=")\d+', rf"\g<1>{size * 21}", xml, count=1)
        document_xml = document_xml[:start] + xml + document_xml[end:]
    return document_xml


def _settle_signature(document_xml: str, keys: tuple[str, str], *, sealed: bool) -> str:
    """Fit each 署名 block to the date that follows it; the widest name of a block decides."""
    dates = _paragraphs(document_xml, keys[1])
    names = _paragraphs(document_xml, keys[0])
    for index in reversed(range(len(dates))):
        start, end = dates[index]
        after = dates[index - 1][1] if index else 0
        block = [place for place in names if after < place[0] < start]
        if not block:
            continue
        widest = max((_words(document_xml[s:e]) for s, e in block), key=run_width)
        date = _words(document_xml[start:end])
        name_right, date_right = signature_indents(widest, date, sealed=sealed)
        for (s, e), right in [
            *((place, name_right) for place in block),
            ((start, end), date_right),
        ][::-1]:
            xml = _INDENT.sub(indent_xml(0, 0, right), document_xml[s:e], count=1)
            document_xml = document_xml[:s] + xml + document_xml[e:]
    return document_xml


def _settle_box(anchor: str, keys: Mapping[str, str]) -> str:
    texts = [_words(anchor[s:e]) for s, e in _paragraphs(anchor, keys["公文版记"])]
    printers = [_words(anchor[s:e]) for s, e in _paragraphs(anchor, keys["公文印发"])]
    copies, recipients = (*texts, "", "")[:2]
    height = emu(colophon_height(Colophon(copies, "".join(printers), "", recipients)))
    return re.sub(r'\bcy="\d+"', f'cy="{height}"', anchor)
