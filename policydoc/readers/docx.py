"""Word .docx; how one is read stands in `_word`, imported when one comes."""

from __future__ import annotations

from policydoc.model import Source
from policydoc.plugins import Reader


def _read(content: bytes, name: str) -> Source:
    from policydoc.readers._word import read_word

    return read_word(content, name)


READER = Reader(
    "Word 文档（.docx）",
    (".docx", ".docm", ".dotx", ".dotm"),
    lambda head, suffix: head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"),
    _read,
    rank=30,
)
