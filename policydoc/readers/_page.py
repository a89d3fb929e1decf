"""A web page: the document in its box, line by line; the rest is set aside.

Scripts, styles, comments and frames hold no words of the page and are not kept. Words that are
not shown go to `Source.removed` as hidden, the navigation around the document as web-page.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from policydoc.errors import ReadError
from policydoc.model import Block, Line, Source
from policydoc.readers._page_lines import BLANKS, NO_WORDS, blocks_of, words_of
from policydoc.readers._pages import CHROME, Weights, body_box, title_above, weigh
from policydoc.readers._text import decode, taken_out

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT_BYTES = 64 * 1024 * 1024
LIMIT_TAGS = 2_000_000
# What no XML tree holds; the parser of HTML lets it in, but the tree does not let it be moved.
ILLEGAL = re.compile("[\x01-\x08\x0b\x0e-\x1f\ufffe\uffff]")
MIME = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:MIME-Version|From|Content-Type|Subject|Date):", re.I)
NESTING = re.compile(r"</?(?:div|span|font|section|center|b|i|u|strong|em|a)(?:\s[^<>]*)?>", re.I)
CONTROLS = frozenset(("select", "button", "textarea", "input", "option", "datalist"))
UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.I)
UNSHOWN_RULE = re.compile(r"([.#][\w-]+)\s*\{[^{}]*display\s*:\s*none", re.I)


def read_page(content: bytes, name: str) -> Source:
    """The document on a page.

    Raises:
        ReadError: Too large, no text, no known encoding, or no document on it.
    """
    if len(content) > LIMIT_BYTES:
        raise ReadError(f"网页过大（上限 64 MB）：{name}，请拆分后重试。", subject=name)
    text, findings = decode(_page_of(content, name), name)
    if text.count("<") > LIMIT_TAGS:
        raise ReadError(
            f"网页标记过多（上限 {LIMIT_TAGS} 个）：{name}，请拆分后重试。", subject=name
        )
    controls = ILLEGAL.findall(text)
    text = text.replace("\f", " ")
    root = _tree(ILLEGAL.sub("", text) if controls else text, name)
    hidden, aside = _strip(root)
    weights = weigh(root)
    box = body_box(root, weights)
    title = title_above(root, box)
    aside += _around(root, box, title)
    blocks = [*_title_lines(title, weights), *blocks_of(box, weights, aside)]
    blocks = _without_chrome(blocks, aside)
    if not blocks:
        raise ReadError(f"网页里没有找到正文：{name}，请复制正文另存为 .txt。", subject=name)
    source = Source(name, hashlib.sha256(content).hexdigest(), tuple(blocks))
    removed = (
        *taken_out("hidden", hidden),
        *taken_out("web-page", aside),
        *taken_out("control-character", controls),
    )
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


def _title_lines(title: _Element | None, weights: Weights) -> list[Block]:
    if title is None:
        return []
    blocks = blocks_of(title, weights, [])
    return [Line(b.text, "title") if isinstance(b, Line) else b for b in blocks]


def _without_chrome(blocks: list[Block], aside: list[str]) -> list[Block]:
    """The blocks without the lines sites print around a document: 打印本页, 来源：…"""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Line) and CHROME.fullmatch(block.text.strip()):
            aside.append(block.text)
        else:
            kept.append(block)
    return kept


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
            hidden.append(words_of(element))
        elif element.tag in CONTROLS:
            aside.append(words_of(element))
        else:
            stack += element
            continue
        _drop(element)
    return hidden, aside


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
