"""What stands in an OLE container (Word 97, WPS, or an encrypted .docx), by its directory."""

from __future__ import annotations

import struct

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRY = 128
LIMIT_ENTRIES = 4096
END = 0xFFFFFFFA  # sector numbers from here on are marks


def stream_names(content: bytes) -> frozenset[str]:
    """The names in the directory; empty where the container is broken."""
    try:
        return frozenset(_names(content))
    except (struct.error, IndexError, ValueError):
        return frozenset()


def _names(content: bytes) -> list[str]:
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in (9, 12):
        raise ValueError("no sector size of OLE")
    size = 1 << shift
    (sector,) = struct.unpack_from("<I", content, 48)
    table = struct.unpack_from("<109I", content, 76)
    names: list[str] = []
    for _ in range(LIMIT_ENTRIES):
        if sector >= END or len(names) >= LIMIT_ENTRIES:
            break
        start = (sector + 1) * size
        for entry in range(start, start + size, ENTRY):
            (length,) = struct.unpack_from("<H", content, entry + 64)
            if 2 <= length <= 64:
                names.append(content[entry : entry + length - 2].decode("utf-16-le", "replace"))
        of_table = table[sector // (size // 4)]
        (sector,) = struct.unpack_from(
            "<I", content, (of_table + 1) * size + sector % (size // 4) * 4
        )
    return names
