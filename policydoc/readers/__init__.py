"""read: any published file → Source, judged by its content and not by its suffix.

One file a format, with the constant READER, whose `claims` knows the first bytes; to add a format,
add a file. The work stands in modules with an underscore, imported when a file needs them.
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

from policydoc.chinese.characters import escaped
from policydoc.errors import EncodingError, ReadError
from policydoc.model import Finding, Severity, Source
from policydoc.plugins import Reader, discover
from policydoc.readers import _text
from policydoc.readers._folder import Found, files_in

__all__ = ["Found", "content_of", "files_in", "from_bytes", "from_text", "read"]

LIMIT_BYTES = 256 * 1024 * 1024
HEAD_BYTES = 4096


def read(path: Path) -> Source:
    """Read a regular file with the reader that claims its content.

    Raises:
        ReadError: Missing, a folder, not a regular file, empty, too large, or of no known type.
    """
    return from_bytes(content_of(path), path.name)


def from_bytes(content: bytes, name: str, *, mend: bool = False) -> Source:
    """Read what a file of that name holds; the suffix is only asked where content cannot tell.

    Args:
        content: The whole file.
        name: Its name.
        mend: Read a text of several encodings line by line, each doubt named, and not refuse it.

    Raises:
        EncodingError: A text of no one encoding.
        ReadError: Empty, too large, damaged, encrypted, or of no known type.
    """
    shown = escaped(name)
    if not content:
        raise ReadError(f"文件是空的：{shown}，请检查是否选错文件。", subject=shown)
    if len(content) > LIMIT_BYTES:
        raise _too_large(shown)
    suffix = Path(name).suffix.lower()
    known = discover(__name__, Reader).values()
    for reader in sorted(known, key=lambda reader: reader.rank):
        if reader.claims(content[:HEAD_BYTES], suffix):
            take = _or_mended if mend else _strictly
            source = replace(take(reader, content, shown), kind=reader.name)
            surprising = suffix not in reader.suffixes and any(suffix in r.suffixes for r in known)
            return _naming_type(source, reader, suffix) if surprising else source
    raise ReadError(f"认不出文件类型：{shown}，请另存为 .docx 或 .txt 后重试。", subject=shown)


def _strictly(reader: Reader, content: bytes, shown: str) -> Source:
    return reader.read(content, shown)


def _or_mended(reader: Reader, content: bytes, shown: str) -> Source:
    """As read, or line by line where the bytes are not of one encoding."""
    try:
        return reader.read(content, shown)
    except EncodingError as fault:
        from policydoc.readers._mended import mend

        mended = mend(content, shown)
        if mended is None:
            raise fault
        text, doubts = mended
    source = reader.read(text.encode("utf-8"), shown)
    if reader.name != "纯文本":  # lines of the file and blocks are not one to one
        doubts = tuple(replace(finding, span=None) for finding in doubts)
    digest = hashlib.sha256(content).hexdigest()
    return replace(source, sha256=digest, findings=(*doubts, *source.findings))


def from_text(text: str, name: str) -> Source:
    """Text already in hand as a Source, one block a line."""
    return _text.source_of(text, name)


def _naming_type(source: Source, reader: Reader, suffix: str) -> Source:
    finding = Finding(
        "reader/type-differs",
        Severity.WARNING,
        f"{source.name} 的后缀是 {suffix}，内容其实是{reader.name}，已按内容读取。",
        suggestion=f"请把后缀改为 {reader.suffixes[0]}。",
    )
    return replace(source, findings=(finding, *source.findings))


def content_of(path: Path) -> bytes:
    """The bytes of a regular file; a pipe or a device is never waited for.

    Raises:
        ReadError: Missing, a folder, not a regular file, too large, or not to be opened.
    """
    shown = escaped(str(path))
    try:
        _check_kind(path.stat(), shown)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            _check_kind(os.fstat(file.fileno()), shown)
            return file.read(LIMIT_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = REASONS.get(type(error)) or getattr(error, "strerror", None) or "路径不合格"
        raise ReadError(
            f"打不开文件 {shown}（{reason}），请检查路径和权限。", subject=shown
        ) from error


REASONS: dict[type[Exception], str] = {
    FileNotFoundError: "文件不存在",
    PermissionError: "没有读取权限",
    NotADirectoryError: "路径中有一段不是文件夹",
}


def _check_kind(status: os.stat_result, shown: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ReadError(f"{shown} 是文件夹，不是文件，请指定其中的文件。", subject=shown)
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(f"{shown} 不是普通文件（管道、设备等），请换成普通文件。", subject=shown)
    if status.st_size > LIMIT_BYTES:
        raise _too_large(shown)


def _too_large(shown: str) -> ReadError:
    return ReadError(f"文件过大（上限 256 MB）：{shown}，请拆分后重试。", subject=shown)
