"""A Word file: a walk over its XML that finds every word once, and the labels Word counts itself.

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
from policydoc.readers._numbering import VAL, W
from policydoc.readers._package import Package
from policydoc.readers._styles import Styles, label_of, look_of
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
OFF = ("0", "false", "off", "none")


@dataclass
class _Walk:
    """One document being read."""

    package: Package
    styles: Styles
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


def read_word(content: bytes, name: str) -> Source:
    """The words of a .docx.

    Raises:
        ReadError: Damaged, no Word file, encrypted, too large when unpacked, or empty.
    """
    package = Package(content, name, ADVICE)
    root = package.part(DOCUMENT)
    if root is None:
        raise _no_word_document(package)
    if root.tag.startswith(f"{{{STRICT}}}"):
        raise ReadError(
            f"{name} 是“严格 Open XML”格式，暂不支持，请在 Word 中另存为普通 .docx。", subject=name
        )
    walk = _Walk(package, Styles(package))
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
    style = look_of(walk.styles, settings)
    text = walk.carried + label_of(walk.styles, settings) + "".join(found.pieces)
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
