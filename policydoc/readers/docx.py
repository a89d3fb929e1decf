"""Word .docx: a walk over its XML that finds every word once, and the labels Word counts itself.

python-docx's `paragraph.text` loses insertions, content controls, old smart tags, simple fields,
text boxes and automatic numbers (guide: libraries.md §4), so the parts are walked here. Read as
the document would print: deleted and moved-away text is left out, hidden text goes to
`Source.removed`, headers and footers go there too, notes stand behind the line with their mark.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydoc.errors import ReadError
from policydoc.model import Block, Finding, Line, Removed, Severity, Source
from policydoc.plugins import Reader
from policydoc.readers._numbering import VAL, Numbering, W, read_numbering
from policydoc.readers._package import Package
from policydoc.readers._tables import as_blocks
from policydoc.readers._text import doubt, taken_out

if TYPE_CHECKING:
    from lxml.etree import _Element

DOCUMENT = "word/document.xml"
ADVICE = "请用 Word 或 WPS 打开后重新另存为 .docx。"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

TEXT, RUN, PARAGRAPH, TABLE = f"{W}t", f"{W}r", f"{W}p", f"{W}tbl"
LEFT_OUT = frozenset(
    f"{W}{name}" for name in (
        "del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr",
        "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "rt", "object", "fldData", "ffData", "rubyPr",
    )
)  # fmt: skip
BOX = f"{W}txbxContent"
RUN_SETTINGS, BOLD, VANISH = f"{W}rPr", f"{W}b", f"{W}vanish"
NOTE_MARKS = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
DELETED = (f"{W}del", f"{W}moveFrom")
SIGNS = {
    f"{W}br": "\n",
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
TABLE_STYLES = (b'<w:style w:type="table"', b"</w:style>")
OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style with what its chain of w:basedOn settles."""

    name: str = ""
    based_on: str = ""
    num: str | None = None
    at: int | None = None
    outline: int | None = None


@dataclass
class _Walk:
    """One document being read."""

    package: Package
    styles: dict[str, _Style | None] = field(default_factory=dict)
    style_elements: dict[str, _Element] | None = None
    numbering: Numbering | None = None
    hidden: list[str] = field(default_factory=list)
    deletions: int = 0
    carried: str = ""
    notes: dict[str, dict[str, _Element]] = field(default_factory=dict)


@dataclass
class _Found:
    """The words of a paragraph, and what hangs on it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    bold_first: bool | None = None
    bold_all: bool = True


def _read(content: bytes, name: str) -> Source:
    package = Package(content, name, ADVICE)
    root = package.part(DOCUMENT)
    if root is None:
        raise _no_word_document(package)
    if root.tag.startswith(f"{{{STRICT}}}"):
        raise ReadError(
            f"{name} 是“严格 Open XML”格式，暂不支持，请在 Word 中另存为普通 .docx。", subject=name
        )
    walk = _Walk(package)
    body = root.find(f"{W}body")
    blocks = tuple(_blocks(walk, root if body is None else body))
    if not any(not isinstance(block, Line) or block.text.strip() for block in blocks):
        raise ReadError(f"文件是空的（没有文字）：{name}，请检查是否选错文件。", subject=name)
    removed = (*taken_out("hidden", walk.hidden), *_running_heads(walk))
    digest = hashlib.sha256(content).hexdigest()
    return Source(name, digest, blocks, _findings(walk), removed)


def _no_word_document(package: Package) -> ReadError:
    kinds = {"xl/": "Excel 表格", "ppt/": "PowerPoint 演示文稿", "OFD.xml": "OFD 版式文件"}
    found = (k for start, k in kinds.items() if any(m.startswith(start) for m in package.members))
    kind = next(found, "压缩包")
    return ReadError(
        f"{package.name} 不是 Word 文档（没有 {DOCUMENT}，像是{kind}），请另存为 .docx 后重试。",
        subject=package.name,
    )


def _findings(walk: _Walk) -> tuple[Finding, ...]:
    found = []
    name = walk.package.name
    if walk.deletions:
        message = f"{name} 带有修订痕迹：插入的文字已计入，删除的 {walk.deletions} 处已略去。"
        found.append(doubt("tracked-changes", Severity.NOTE, message, "请核对是否为定稿。"))
    if any(text.strip() for text in walk.hidden):
        message = f"{name} 有隐藏文字，未作为正文，已另行记录。"
        found.append(doubt("hidden-text", Severity.WARNING, message, "请在 Word 中显示后核对。"))
    return tuple(found)


# Blocks


def _blocks(walk: _Walk, parent: _Element) -> Iterator[Block]:
    for element in parent:
        tag = element.tag
        if tag == PARAGRAPH:
            yield from _paragraph(walk, element)
        elif tag == TABLE:
            yield from as_blocks([_cells(walk, row) for row in _rows(element)])
        elif tag == f"{MC}AlternateContent":
            chosen = _choice(element)
            yield from _blocks(walk, chosen) if chosen is not None else ()
        elif tag not in LEFT_OUT:
            yield from _blocks(walk, element)
    if walk.carried:
        text, walk.carried = walk.carried, ""
        yield Line(text)


def _rows(parent: _Element) -> Iterator[_Element]:
    for element in parent:
        if element.tag == f"{W}tr":
            if element.find(f"{W}trPr/{W}del") is None:
                yield element
        elif element.tag not in LEFT_OUT:
            yield from _rows(element)


def _cells(walk: _Walk, parent: _Element) -> list[list[Line]]:
    """The cells of a row; the places a merged cell covers are empty."""
    cells: list[list[Line]] = []
    for element in parent:
        if element.tag == f"{W}tc":
            cells.append([line for block in _blocks(walk, element) for line in _as_lines(block)])
            span = element.find(f"{W}tcPr/{W}gridSpan")
            wide = "" if span is None else span.get(VAL, "")
            cells += [[] for _ in range(min(int(wide), 100) - 1)] if wide.isdecimal() else []
        elif element.tag not in LEFT_OUT:
            cells += _cells(walk, element)
    return cells


def _as_lines(block: Block) -> list[Line]:
    if isinstance(block, Line):
        return [block]
    return [Line("\t".join(row)) for row in block.rows]


def _choice(alternate: _Element) -> _Element | None:
    """The first w:Choice of an AlternateContent; the fallback says the same again."""
    choice = alternate.find(f"{MC}Choice")
    return alternate.find(f"{MC}Fallback") if choice is None else choice


def _paragraph(walk: _Walk, element: _Element) -> Iterator[Line]:
    settings = element[0] if len(element) and element[0].tag == f"{W}pPr" else None
    found = _Found()
    _inline(walk, element, found)
    style = _style(walk, settings)
    text = walk.carried + _label(walk, settings) + "".join(found.pieces)
    walk.carried = ""
    if settings is not None and settings.find(f"{W}rPr/{W}del") is not None:
        walk.carried = text  # its end is deleted: the next paragraph goes on
    else:
        look = style or _emphasis(found, text)
        for number, line in enumerate(text.split("\n")):
            yield Line(line, look if not number or style else "")
    for box in found.boxes:
        for block in _blocks(walk, box):
            yield from (Line(line.text, line.style or "textbox") for line in _as_lines(block))
    for part, identity in found.notes:
        yield from _note(walk, part, identity)


def _inline(walk: _Walk, parent: _Element, found: _Found) -> None:
    """Collect the words below `parent`, and the text boxes and note marks met on the way."""
    for element in parent:
        tag = element.tag
        if tag == RUN:
            _run(walk, element, found)
        elif tag in (TEXT, MATH_TEXT):
            found.pieces.append((element.text or "").replace("\n", " "))
        elif tag in LEFT_OUT:
            walk.deletions += tag in DELETED
        elif tag in SIGNS:
            found.pieces.append(SIGNS[tag])
        elif tag == BOX:
            found.boxes.append(element)
        elif tag in NOTE_MARKS:
            found.notes.append((NOTE_MARKS[tag], element.get(f"{W}id", "")))
        elif tag == f"{W}sym":
            found.pieces.append(_symbol(element))
        elif tag == f"{MC}AlternateContent":
            chosen = _choice(element)
            _inline(walk, element if chosen is None else chosen, found)
        else:
            _inline(walk, element, found)


def _run(walk: _Walk, run: _Element, found: _Found) -> None:
    is_hidden = is_bold = False
    if len(run) and run[0].tag == RUN_SETTINGS:
        for setting in run[0]:
            if setting.tag == BOLD:
                is_bold = setting.get(VAL, "1") not in OFF
            elif setting.tag == VANISH:
                is_hidden = setting.get(VAL, "1") not in OFF
    if is_hidden:
        aside = _Found(boxes=found.boxes, notes=found.notes)
        _inline(walk, run, aside)
        walk.hidden.append("".join(aside.pieces))
        return
    before = len(found.pieces)
    _inline(walk, run, found)
    if len(found.pieces) > before:
        found.bold_first = is_bold if found.bold_first is None else found.bold_first
        found.bold_all = found.bold_all and is_bold


def _symbol(element: _Element) -> str:
    try:
        return chr(int(element.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""


def _emphasis(found: _Found, text: str) -> str:
    """`bold` or `bold-lead` where the first run with words is bold."""
    if not found.bold_first or not text.strip():
        return ""
    return "bold" if found.bold_all else "bold-lead"


def _note(walk: _Walk, part: str, identity: str) -> Iterator[Line]:
    if part not in walk.notes:
        root = walk.package.part(f"word/{part}.xml")
        walk.notes[part] = {} if root is None else {n.get(f"{W}id", ""): n for n in root}
    note = walk.notes[part].pop(identity, None)  # a second mark of one note adds nothing
    if note is not None:
        for block in _blocks(walk, note):
            yield from (Line(line.text, "footnote") for line in _as_lines(block) if line.text)


def _running_heads(walk: _Walk) -> list[Removed]:
    """Headers and footers, each text once."""
    texts: dict[str, None] = {}
    for kind in ("header", "footer"):
        for path in walk.package.matching(f"word/{kind}"):
            root = walk.package.part(path)
            for block in () if root is None else _blocks(walk, root):
                texts |= dict.fromkeys(line.text for line in _as_lines(block))
    return list(taken_out("running-head", list(texts)))


# Styles and numbers


def _named_style(walk: _Walk, name: str) -> _Style | None:
    """A style by its id; the part is only parsed when a paragraph names a style."""
    if walk.style_elements is None:
        root = walk.package.part("word/styles.xml", TABLE_STYLES)
        found = () if root is None else root.iterfind(f"{W}style")
        walk.style_elements = {element.get(f"{W}styleId", ""): element for element in found}
    if name not in walk.styles:
        element = walk.style_elements.get(name)
        walk.styles[name] = None if element is None else _settled(element)
    return walk.styles[name]


def _settled(element: _Element) -> _Style:
    settings = element.find(f"{W}pPr")
    num, at = _numbers(settings)
    outline = None if settings is None else settings.find(f"{W}outlineLvl")
    return _Style(
        name=_value(element, "name").lower(),
        based_on=_value(element, "basedOn"),
        num=num,
        at=at,
        outline=None if outline is None else _digit(outline.get(VAL)),
    )


def _value(element: _Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(VAL, "")


def _digit(text: str | None) -> int | None:
    return int(text) if text is not None and len(text) == 1 and text.isdecimal() else None


def _numbers(settings: _Element | None) -> tuple[str | None, int | None]:
    """w:numId and w:ilvl as printed in w:numPr, each None where it is not."""
    numbers = None if settings is None else settings.find(f"{W}numPr")
    if numbers is None:
        return None, None
    num = numbers.find(f"{W}numId")
    at = numbers.find(f"{W}ilvl")
    return (
        None if num is None else num.get(VAL),
        None if at is None else _digit(at.get(VAL)),
    )


def _chain(walk: _Walk, name: str) -> Iterator[tuple[str, _Style]]:
    """A style and those it is based on; a loop ends."""
    seen: set[str] = set()
    while name and name not in seen and (style := _named_style(walk, name)) is not None:
        seen.add(name)
        yield name, style
        name = style.based_on


def _numbering(walk: _Walk) -> Numbering:
    """The lists of the document; the part is only parsed when a paragraph is numbered."""
    if walk.numbering is None:
        root = walk.package.part("word/numbering.xml")

        def num_of(style: str) -> str:
            return (_named_style(walk, style) or _Style()).num or ""

        walk.numbering = read_numbering(root, num_of)
    return walk.numbering


def _label(walk: _Walk, settings: _Element | None) -> str:
    """The label Word counts for this paragraph, or ""."""
    if settings is None:
        return ""
    num, at = _numbers(settings)
    bearer = ""
    for name, style in () if num is not None else _chain(walk, _style_name(settings)):
        num, bearer = style.num, name
        at = style.at if at is None else at
        if num is not None:
            break
    if num is None or num == "0":
        return ""
    numbering = _numbering(walk)
    if at is None:
        at = numbering.level_of_style(num, bearer or _style_name(settings))
    return numbering.label(num, at)


def _style_name(settings: _Element | None) -> str:
    return "" if settings is None else _value(settings, "pStyle")


def _style(walk: _Walk, settings: _Element | None) -> str:
    """`title`, `heading n` or "" by the style's name or its outline level."""
    if settings is None:
        return ""
    own = settings.find(f"{W}outlineLvl")
    if own is not None and (level := _digit(own.get(VAL))) is not None and level < 9:
        return f"heading {level + 1}"
    for _, style in _chain(walk, _style_name(settings)):
        if style.name == "title" or style.name.startswith("heading "):
            return style.name
        if style.outline is not None and style.outline < 9:
            return f"heading {style.outline + 1}"
    return ""


READER = Reader(
    "Word 文档（.docx）",
    (".docx", ".docm", ".dotx", ".dotm"),
    lambda head, suffix: head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"),
    _read,
    rank=30,
)
