"""Writing files whole: beside their place first, then moved there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from policydoc.errors import ReadError


def write_whole(path: Path, content: bytes) -> Path:
    """Write `content` to `path` so that a half-written file is never seen there.

    Raises:
        ReadError: The place cannot be written to.
    """
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    except OSError as error:
        raise _refusal(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError as error:
        with suppress(OSError):
            os.unlink(name)
        raise _refusal(path, error) from error
    return path


def write_folder(place: Path, contents: Mapping[str, bytes]) -> Path:
    """Make the folder `place` with these files, so that a half-filled one is never seen there.

    Raises:
        ReadError: It exists, or the place cannot be written to.
    """
    import shutil
    import tempfile

    try:
        draft = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name[:40]}."))
    except OSError as error:
        raise _refusal(place, error) from error
    try:
        for name, content in contents.items():
            (draft / name).write_bytes(content)
        os.chmod(draft, 0o755)
        draft.rename(place)
    except OSError as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise _refusal(place, error) from error
    return place


def _refusal(path: Path, error: OSError) -> ReadError:
    reason = error.strerror or type(error).__name__
    return ReadError(f"无法写入 {path}（{reason}），请检查路径和权限。", subject=str(path))
