"""Web pages of government sites: the document in its box, line by line; the rest is set aside.

Scripts, styles, comments and frames hold no words of the page and are not kept. Words that are
not shown go to `Source.removed` as hidden, the navigation around the document as web-page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from policydoc.errors import ReadError
from policydoc.model import Block, Line, Source, Table
from policydoc.plugins import Reader
from policydoc.readers._pages import CHROME, Weights, body_box, is_noise, title_above, weigh
from policydoc.readers._tables import as_blocks
from policydoc.readers._text import decode, taken_out

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT_BYTES = 64 * 1024 * 1024
LIMIT_TAGS = 2_000_000
LIMIT_TABLES = 20  # tables within tables; deeper ones are read as running text
OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|article|section"
    rb"|script|style|center|span|font|h[1-6]|!--)[\s>-]",
    re.I,
)
INSIDE = re.compile(rb"<(?:html|body)[\s>]", re.I)
MIME = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:MIME-Version|From|Content-Type|Subject|Date):", re.I)
NESTING = re.compile(r"</?(?:div|span|font|section|center|b|i|u|strong|em|a)(?:\s[^<>]*)?>", re.I)
NO_WORDS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "frame",
        "object",
        "embed",
        "svg",
        "canvas",
        "audio",
        "video",
        "map",
        "meta",
        "link",
        "base",
        "head",
    ]
)
CONTROLS = frozenset(("select", "button", "textarea", "input", "option", "datalist"))
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
        "summary",
        "details",
    ]
)
BOLD = frozenset(("b", "strong"))
UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.I)
UNSHOWN_RULE = re.compile(r"([.#][\w-]+)\s*\{[^{}]*display\s*:\s*none", re.I)
WIDE = r"[\u2e80-\u9fff\uf900-\uffef“”‘’…—]"
WRAPPED = re.compile(rf"(?<={WIDE})[ \t\r\n\f]*[\r\n][ \t\r\n\f]*(?={WIDE})")
BLANKS = re.compile(r"[ \t\r\n\f]+")
NUMBERED = re.compile(r"\s*[（(第]?[〇零一二三四五六七八九十百\d]+\s*[）)、.．条章节]")


def _read(content: bytes, name: str) -> Source:
    if len(content) > LIMIT_BYTES:
        raise ReadError(f"网页过大（上限 64 MB）：{name}，请拆分后重试。", subject=name)
    text, findings = decode(_page_of(content, name), name)
    if text.count("<") > LIMIT_TAGS:
        raise ReadError(
            f"网页标记过多（上限 {LIMIT_TAGS} 个）：{name}，请拆分后重试。", subject=name
        )
    root = _tree(text, name)
    hidden, aside = _strip(root)
    weights = weigh(root)
    box = body_box(root, weights)
    title = title_above(root, box)
    aside += _around(root, box, title)
    blocks = [*_title_lines(title, weights), *_blocks(box, weights, aside)]
    blocks = _without_chrome(blocks, aside)
    if not blocks:
        raise ReadError(f"网页里没有找到正文：{name}，请复制正文另存为 .txt。", subject=name)
    source = Source(name, hashlib.sha256(content).hexdigest(), tuple(blocks))
    removed = (*taken_out("hidden", hidden), *taken_out("web-page", aside))
    return replace(source, findings=findings, removed=removed)


def _page_of(content: bytes, name: str) -> bytes:
    """The page itself; of a web archive (.mht, also saved as .doc) the part that is HTML."""
    if not MIME.match(content[:2048]):
        return content
    import email

    for part in email.message_from_bytes(content).walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else b""
    raise ReadError(f"网页归档里没有网页：{name}，请另存为 .docx 后重试。", subject=name)


def _tree(text: str, name: str) -> _Element:
    """The page as a tree; one nested too deep for the parser is read without its nesting."""
    root = _parsed(text)
    if root is None:
        root = _parsed(NESTING.sub("<br>", text))
    if root is None:
        raise ReadError(f"网页结构无法解析：{name}，请复制正文另存为 .txt。", subject=name)
    return root


def _parsed(text: str) -> _Element | None:
    from lxml import etree

    parser: Any = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    too_deep = any("depth" in entry.message for entry in parser.error_log)
    return None if too_deep or root is None else root


# What is not shown


def _strip(root: _Element) -> tuple[list[str], list[str]]:
    """Take out what holds no words, what is hidden, and form controls; the texts of the latter."""
    unshown = _unshown_names(root)
    hidden: list[str] = []
    aside: list[str] = []
    stack = list(root)
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str):
            continue
        if element.tag in NO_WORDS:
            aside += [(element.findtext("title") or "")] if element.tag == "head" else []
        elif _is_unshown(element, unshown):
            hidden.append(_words(element))
        elif element.tag in CONTROLS:
            aside.append(_words(element))
        else:
            stack += element
            continue
        _drop(element)
    return hidden, aside


def _words(element: _Element) -> str:
    """The words of an element, without scripts and styles in it."""
    pieces = []
    for child in element.iter():
        if isinstance(child.tag, str) and child.tag not in NO_WORDS:
            pieces.append(child.text or "")
        if child is not element:
            pieces.append(child.tail or "")
    return BLANKS.sub(" ", " ".join(pieces)).strip()


def _drop(element: _Element) -> None:
    """Remove an element but keep the text behind it."""
    parent = element.getparent()
    assert parent is not None
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)


def _unshown_names(root: _Element) -> frozenset[str]:
    """Classes and ids (.x, #x) that the page's own style sheets do not show."""
    sheets = " ".join(style.text or "" for style in root.iter("style"))[:200_000]
    return frozenset(UNSHOWN_RULE.findall(sheets))


def _is_unshown(element: _Element, unshown: frozenset[str]) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if "style" in attributes and UNSHOWN.search(str(attributes["style"])):
        return True
    names = {f".{name}" for name in attributes.get("class", "").split()}
    return bool(unshown & (names | {f"#{attributes.get('id', '')}"}))


def _around(root: _Element, box: _Element, title: _Element | None) -> list[str]:
    """The texts of the page outside the box, one a text node."""
    texts: list[str] = []
    stack: list[tuple[_Element, bool]] = [(root, False)]
    while stack:
        element, is_tail = stack.pop()
        if is_tail:
            texts.append(element.tail or "")
            continue
        if element is not root:
            stack.append((element, True))
        if element is box or element is title or not isinstance(element.tag, str):
            continue
        texts.append(element.text or "")
        stack += [(child, False) for child in reversed(element)]
    return [BLANKS.sub(" ", text).strip() for text in texts if text.strip()]


# Lines


@dataclass
class _Lines:
    """Lines being put together."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    style: str = ""
    label: str = ""
    bold: int = 0
    bold_first: bool | None = None
    bold_all: bool = True
    counted: dict[_Element, int] = field(default_factory=dict)

    def add(self, text: str, verbatim: bool) -> None:
        """Add the words of a text node to the line."""
        if verbatim:
            first, *others = text.splitlines() or [""]
            self.pieces.append(first)
            for line in others:
                self.end()
                self.pieces.append(line)
            return
        words = BLANKS.sub(" ", WRAPPED.sub("", text))
        if words.strip():
            is_bold = self.bold > 0
            self.bold_first = is_bold if self.bold_first is None else self.bold_first
            self.bold_all = self.bold_all and is_bold
        self.pieces.append(words)

    def end(self) -> None:
        """End the line, if it holds a word."""
        text = WRAPPED.sub("", "".join(self.pieces)).strip(" \t\r\n\f\xa0")
        if text.strip():
            if self.label and not NUMBERED.match(text):
                text = f"{self.label} {text}"
            look = ("bold" if self.bold_all else "bold-lead") if self.bold_first else ""
            self.blocks.append(Line(text, self.style or look))
            self.label = ""
        self.pieces, self.bold_first, self.bold_all = [], None, True


def _title_lines(title: _Element | None, weights: Weights) -> list[Block]:
    if title is None:
        return []
    blocks = _blocks(title, weights, [])
    return [Line(b.text, "title") if isinstance(b, Line) else b for b in blocks]


def _blocks(box: _Element, weights: Weights, aside: list[str], tables: int = 0) -> list[Block]:
    """The lines and tables of an element in reading order; no recursion but for tables."""
    lines = _Lines()
    stack: list[tuple[str, _Element]] = [("open", box)]
    while stack:
        step, element = stack.pop()
        if step == "tail":
            lines.add(element.tail or "", False)
        elif step == "close":
            _close(element, lines)
        elif not isinstance(element.tag, str):
            continue
        elif element is not box and is_noise(element, weights):
            aside.append(_words(element))
        elif element.tag == "table" and tables < LIMIT_TABLES:
            lines.end()
            rows = [[_cell(cell, weights, aside, tables) for cell in row] for row in _rows(element)]
            lines.blocks += as_blocks(rows)
        else:
            _open(element, lines)
            stack.append(("close", element))
            for child in reversed(element):
                stack += [("tail", child), ("open", child)]
    lines.end()
    return lines.blocks


def _open(element: _Element, lines: _Lines) -> None:
    tag = element.tag
    if tag == "br" or tag in BLOCKS:
        lines.end()
    if tag in BLOCKS:
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            lines.style = f"heading {tag[1]}"
        elif tag == "li":
            lines.label = _list_label(element, lines)
            lines.style = "" if lines.label else "list"
    lines.bold += tag in BOLD
    lines.add(element.text or "", tag == "pre")


def _close(element: _Element, lines: _Lines) -> None:
    lines.bold -= element.tag in BOLD
    if element.tag in BLOCKS:
        lines.end()
        lines.style = lines.label = ""


def _list_label(item: _Element, lines: _Lines) -> str:
    """The number the browser prints before an item of <ol>; "" for <ul>."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    begun = parent.get("start", "1")
    first = int(begun) if begun.isdecimal() and len(begun) < 6 else 1
    number = lines.counted.get(parent, first - 1) + 1
    lines.counted[parent] = number
    return f"{number}."


def _rows(table: _Element) -> Iterator[list[_Element]]:
    """The cells of each row of this table, not of tables in it."""
    for part in table:
        if part.tag == "caption":
            yield [part]
        if part.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(part)
        elif part.tag == "tr":
            yield [cell for cell in part if cell.tag in ("td", "th")]


def _cell(cell: _Element, weights: Weights, aside: list[str], tables: int) -> list[Line]:
    lines: list[Line] = []
    for block in _blocks(cell, weights, aside, tables + 1):
        if isinstance(block, Table):
            lines += [Line("\t".join(row)) for row in block.rows]
        else:
            lines.append(block)
    return lines


def _without_chrome(blocks: list[Block], aside: list[str]) -> list[Block]:
    """The blocks without the lines sites print around a document: 打印本页, 来源：…"""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Line) and CHROME.fullmatch(block.text.strip()):
            aside.append(block.text)
        else:
            kept.append(block)
    return kept


def _claims(head: bytes, suffix: str) -> bool:
    if head.startswith((b"PK", b"%PDF", b"\xd0\xcf\x11\xe0")):
        return False
    if OPENING.match(head) or INSIDE.search(head):
        return suffix not in (".md", ".markdown") or INSIDE.search(head) is not None
    is_archive = MIME.match(head) and b"multipart/related" in head
    return bool(is_archive) or suffix in (".html", ".htm", ".xhtml", ".shtml")


READER = Reader(
    "网页（HTML）", (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml"), _claims, _read, rank=50
)
