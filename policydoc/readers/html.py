"""Web pages of government sites; how one is read stands in `_page`, imported when one comes."""

from __future__ import annotations

import re

from policydoc.model import Source
from policydoc.plugins import Reader

OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|article|section"
    rb"|script|style|center|span|font|h[1-6]|!--)[\s>-]",
    re.I,
)
INSIDE = re.compile(rb"<(?:html|body)[\s>]", re.I)
MIME = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:MIME-Version|From|Content-Type|Subject|Date):", re.I)


def _read(content: bytes, name: str) -> Source:
    from policydoc.readers._page import read_page

    return read_page(content, name)


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
