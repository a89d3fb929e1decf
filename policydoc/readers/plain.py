"""Plain text, one block a line; the encoding is found by trial, see `_text`."""

from __future__ import annotations

from dataclasses import replace

from policydoc.model import Source
from policydoc.plugins import Reader
from policydoc.readers._text import decode, source_of


def _read(content: bytes, name: str) -> Source:
    text, findings = decode(content, name)
    return replace(source_of(text, name, content), findings=findings)


READER = Reader("纯文本", (".txt", ".text"), lambda head, suffix: True, _read, rank=90)
