"""Bytes that are no Chinese text in any encoding."""

from __future__ import annotations

NO_CHINESE_TEXT = [
    b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    bytes(range(256)) * 4,
    "第一條 為了規範管理，制定本辦法。本市行政區域內適用本辦法".encode("big5"),
    "café très œuvre déjà vu".encode("cp1252"),
]
