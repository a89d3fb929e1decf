"""A Word file as its parts: read within limits, written with fixed times, so bytes can be compared."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from policydoc.errors import TemplateError

LIMIT_FILE = 20 * 1024 * 1024
LIMIT_UNPACKED = 100 * 1024 * 1024
LIMIT_PARTS = 2000
MAIN = "word/document.xml"
_TIME, _DATE = 0, (1980 - 1980) << 9 | 1 << 5 | 1
_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class Part:
    """A part ready to be written: deflated, with its checksum and its size before."""

    name: bytes
    crc: int
    size: int
    deflated: bytes


def read_parts(content: bytes, name: str = "模板") -> dict[str, bytes]:
    """The parts of a .docx by name, in the file's order.

    Raises:
        TemplateError: Not a .docx, with macros, with entities, or beyond the limits.
    """
    if len(content) > LIMIT_FILE:
        raise TemplateError(f"{name}过大（上限 20 MB），请压缩其中的图片后重试。", subject=name)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise TemplateError(
            f"{name}是旧版 .doc 或加了密码的文件，请在 Word 中另存为不加密的 .docx。", subject=name
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _unpack(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise TemplateError(
            f"{name}不是完好的 Word 文件（.docx），请用 Word 或 WPS 打开后另存一份。", subject=name
        ) from error
    _inspect(parts, name)
    return parts


def _unpack(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if any(entry.flag_bits & 1 for entry in entries):
        raise TemplateError(f"{name}加了密码，请去掉密码后重试。", subject=name)
    if len(entries) > LIMIT_PARTS or sum(e.file_size for e in entries) > LIMIT_UNPACKED:
        raise TemplateError(f"{name}解压后过大（上限 100 MB），请检查文件。", subject=name)
    return {entry.filename: archive.read(entry) for entry in entries}


def _inspect(parts: dict[str, bytes], name: str) -> None:
    if MAIN not in parts or "[Content_Types].xml" not in parts:
        raise TemplateError(
            f"{name}不是 Word 文件（缺少正文），请用 Word 或 WPS 另存为 .docx。", subject=name
        )
    if any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise TemplateError(f"{name}含有宏，请另存为不含宏的 .docx。", subject=name)
    for part, words in parts.items():
        if part.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in words or b"<!ENTITY" in words):
            raise TemplateError(f"{name}的 {part} 含有实体声明，不予处理。", subject=name)


def deflate(name: str, words: bytes, level: int = 6) -> Part:
    """A part compressed once, to be written many times."""
    squeezer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return Part(
        name.encode(), zlib.crc32(words), len(words), squeezer.compress(words) + squeezer.flush()
    )


def join(parts: Iterable[Part]) -> bytes:
    """The parts as one zip file; every entry bears the same date, 1980-01-01."""
    pieces: list[bytes] = []
    index: list[bytes] = []
    offset = count = 0
    for part in parts:
        common = struct.pack(
            "<HHHHHIIIHH",
            20, _UTF8, 8, _TIME, _DATE, part.crc, len(part.deflated), part.size, len(part.name), 0,
        )  # fmt: skip
        pieces += (b"PK\x03\x04", common, part.name, part.deflated)
        index += (
            b"PK\x01\x02\x14\x00",
            common,
            struct.pack("<HHHII", 0, 0, 0, 0, offset),
            part.name,
        )
        offset += 30 + len(part.name) + len(part.deflated)
        count += 1
    directory = b"".join(index)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), offset, 0)
    return b"".join((*pieces, directory, end))
