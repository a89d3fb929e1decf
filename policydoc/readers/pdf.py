"""PDF with a text layer, through PDFium: printed lines → paragraphs, see `_layout`.

PDFium is not safe in threads (libraries.md §4): one lock around all of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
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
# Where PDFium jumps back within a line it puts a blank; beside Chinese writing few blanks are real.
JUMP = re.compile(r"[\u2e80-\uffef“”‘’…—] | [\u2e80-\uffef“”‘’…—]")
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
                words = words.strip()
                if JUMP.search(words) and max(text) <= "\uffff":
                    words = _in_print_order(layer, first, words)
                clean = words.replace("\x02", "-").replace("\ufffe", "-")
                yield Printed(clean.replace("\0", ""), number, *box, height, width)
            start += len(printed) + 2


def _in_print_order(layer: Any, first: int, words: str) -> str:
    """The characters of a line from left to right: a program may print the quotation marks last.

    Where they already stand so, the line is left as it is.
    """
    placed = [(layer.get_charbox(first + at), char) for at, char in enumerate(words) if char != " "]
    if all(one[0][0] <= two[0][2] for one, two in pairwise(placed)):
        return words
    em = max(top - bottom for (_, bottom, _, top), _ in placed)
    placed.sort(key=lambda item: item[0][0])
    pieces = [placed[0][1]]
    for (one, before), (two, char) in pairwise(placed):
        is_latin = before.isascii() and char.isascii()
        gap = two[0] - one[2] > (0.2 if is_latin else 1.0) * em
        pieces += [" ", char] if gap else [char]
    return "".join(pieces)


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
