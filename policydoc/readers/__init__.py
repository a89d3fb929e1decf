"""read: any published file → Source, judged by its content and not by its suffix."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from policydoc.errors import ReadError
from policydoc.model import Line, Source
from policydoc.plugins import Reader, discover

LIMIT_BYTES = 256 * 1024 * 1024
HEAD_BYTES = 4096


def read(path: Path) -> Source:
    """Read a regular file with the reader that claims its content.

    Raises:
        ReadError: Missing, a folder, not a regular file, empty, too large, or of no known type.
    """
    head = _first_bytes(path)
    readers = sorted(discover(__name__, Reader).values(), key=lambda reader: reader.rank)
    for reader in readers:
        if reader.claims(head, path.suffix.lower()):
            return reader.read(path)
    raise ReadError(f"认不出文件类型：{path}，请另存为 .docx 或 .txt 后重试。", subject=str(path))


def from_text(text: str, name: str) -> Source:
    """Text already in hand as a Source, one block a line."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(name, digest, tuple(Line(line) for line in text.split("\n")))


def _first_bytes(path: Path) -> bytes:
    try:
        status = path.stat()
    except OSError as error:
        raise ReadError(
            f"打不开文件 {path}（{error.strerror}），请检查路径。", subject=str(path)
        ) from error
    if stat.S_ISDIR(status.st_mode):
        raise ReadError(f"{path} 是文件夹，不是文件，请指定其中的文件。", subject=str(path))
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(f"{path} 不是普通文件，无法读取，请换成普通文件。", subject=str(path))
    if status.st_size > LIMIT_BYTES:
        raise ReadError(f"文件过大（上限 256 MB）：{path}，请拆分后重试。", subject=str(path))
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head:
        raise ReadError(f"文件是空的：{path}，请检查是否选错文件。", subject=str(path))
    return head
