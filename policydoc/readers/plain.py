"""Plain text; the encoding is found by trial (BOM, UTF-8, GB18030), never guessed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from policydoc.errors import ReadError
from policydoc.model import Line, Source
from policydoc.plugins import Reader


def _read(path: Path) -> Source:
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise ReadError(f"不是文本文件：{path}，请另存为 UTF-8 文本后重试。", subject=str(path))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Source(path.name, hashlib.sha256(content).hexdigest(), tuple(map(Line, lines)))


READER = Reader("纯文本", (".txt", ".md"), lambda head, suffix: True, _read, rank=90)
