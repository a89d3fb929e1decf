"""PDF with a text layer, through PDFium: printed lines → paragraphs, see `_layout`.

PDFium is not safe in threads (libraries.md §4): one lock around all of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from math import isfinite
from threading import Lock
from typing import TYPE_CHECKING, Any

from policydoc.errors import ReadError
from policydoc.model import Finding, Severity, Source
from policydoc.plugins import Reader
from policydoc.readers._text import doubt

if TYPE_CHECKING:
    from policydoc.readers._layout import Printed

LIMIT_PAGES = 3000
LIMIT_CHARACTERS = 30_000_000
TAIL = 4096  # bytes at the end in which a whole file says %%EOF
OCR = "请先用 OCR（文字识别）软件转成可复制文字的 PDF 或 .docx。"
_LOCK = Lock()


def _read(content: bytes, name: str) -> Source:
    if b"%%EOF" not in content[-TAIL:]:
        raise _damaged(name)
    from policydoc.readers._layout import paragraphs

    with _LOCK:
        lines, blank, pages = _printed(content, name)
    if not lines:
        raise ReadError(f"PDF 没有文字层（像是扫描件）：{name}，{OCR}", subject=name)
    blocks, removed = paragraphs(lines)
    if not blocks:
        raise ReadError(f"PDF 里没有正文：{name}，{OCR}", subject=name)
    findings = _findings(blank, pages, name)
    digest = hashlib.sha256(content).hexdigest()
    return Source(name, digest, tuple(blocks), findings, tuple(removed))


def _findings(blank: list[int], pages: int, name: str) -> tuple[Finding, ...]:
    if not blank:
        return ()
    shown = "、".join(map(str, blank[:20])) + ("等" if len(blank) > 20 else "")
    message = f"{name} 共 {pages} 页，第 {shown} 页没有文字层，页上的内容未读到。"
    return (doubt("page-without-text", Severity.WARNING, message, OCR),)


def _damaged(name: str) -> ReadError:
    return ReadError(f"PDF 已损坏或不完整：{name}，请重新下载或向发文单位索取。", subject=name)


def _printed(content: bytes, name: str) -> tuple[list[Printed], list[int], int]:
    """The printed lines of all pages, the pages without text, and how many pages there are."""
    import pypdfium2

    lines: list[Printed] = []
    blank: list[int] = []
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            pages = len(document)
            if pages > LIMIT_PAGES:
                raise ReadError(
                    f"PDF 页数过多（{pages} 页，上限 {LIMIT_PAGES} 页）：{name}，请拆分后重试。",
                    subject=name,
                )
            total = 0
            for number in range(pages):
                found = list(_lines(document, number))
                lines += found
                blank += [] if found else [number + 1]
                total += sum(len(line.text) for line in found)
                if total > LIMIT_CHARACTERS:
                    raise ReadError(f"PDF 文字过多：{name}，请拆分后重试。", subject=name)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error, name) from error
    return lines, blank, pages


def _refusal(error: Exception, name: str) -> ReadError:
    if "password" in str(error).lower() or "security" in str(error).lower():
        return ReadError(f"PDF 有密码保护：{name}，请取消密码后另存再试。", subject=name)
    return _damaged(name)


def _lines(document: Any, number: int) -> Iterator[Printed]:
    from policydoc.readers._layout import Printed

    with closing(document[number]) as page, closing(page.get_textpage()) as layer:
        width, height = page.get_size()
        text = layer.get_text_range()
        start = 0
        for printed in text.split("\r\n"):
            words = printed.rstrip()
            if words.strip():
                first = start + len(words) - len(words.lstrip())
                box = _box(layer, first, start + len(words) - 1, text)
                clean = words.strip().replace("\x02", "-").replace("\ufffe", "-")
                yield Printed(clean.replace("\0", ""), number, *box, height, width)
            start += len(printed) + 2


def _box(layer: Any, first: int, last: int, text: str) -> tuple[float, float, float, float]:
    """Left, right, bottom, top of a line; the first and the last character settle them.

    The bottom and top are of the tallest of a few characters: 。 and — are low ones.
    """
    if not text.isascii() and any(char > "\uffff" for char in text[:last]):
        extra = sum(1 for char in text[:first] if char > "\uffff")
        first, last = first + extra, last + sum(1 for char in text[: last + 1] if char > "\uffff")
    left, low, _, high = layer.get_charbox(first)
    _, bottom, right, top = layer.get_charbox(last)
    _, middle_low, _, middle_high = layer.get_charbox((first + last) // 2)
    box = left, right, min(low, bottom, middle_low), max(high, top, middle_high)
    return box if all(map(isfinite, box)) else (0.0, 0.0, 0.0, 0.0)


READER = Reader("PDF", (".pdf",), lambda head, suffix: b"%PDF-" in head[:1024], _read, rank=10)
