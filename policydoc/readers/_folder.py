"""The files of a folder, each real file once: links that loop end, links that fail are named."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from policydoc.chinese.characters import escaped
from policydoc.errors import ReadError

LIMIT_FILES = 100_000
# Not texts: what the toolkit itself and other programs leave beside them.
SKIPPED_SUFFIXES = (".toml",)
SKIPPED_STARTS = (".", "~$")
BROKEN, OUTSIDE = "链接失效或循环", "链接指向本文件夹之外，未进入"


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the folder, or a place in it that cannot be entered, with the reason."""

    path: Path
    shown: str
    fault: str = ""


def files_in(folder: Path) -> tuple[Found, ...]:
    """The regular files below `folder`, sorted, each once however many links lead to it.

    Raises:
        ReadError: The folder cannot be opened, or holds more than LIMIT_FILES files.
    """
    found: list[Found] = []
    for item in _Walk(folder).walk():
        found.append(item)
        if len(found) > LIMIT_FILES:
            raise ReadError(
                f"文件夹里的文件过多（上限 {LIMIT_FILES} 个）：{escaped(str(folder))}，请分批处理。"
            )
    return tuple(found)


class _Walk:
    """One walk: what was met is known by device and inode, not by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: set[tuple[int, int]] = set()
        try:
            self.real = folder.resolve(strict=True)
            os.listdir(folder)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise ReadError(
                f"打不开文件夹 {escaped(str(folder))}（{reason}），请检查路径和权限。"
            ) from error

    def walk(self) -> Iterator[Found]:
        waiting = [self.folder]
        while waiting:
            here = waiting.pop()
            try:
                names = sorted(os.listdir(here))
            except OSError as error:
                yield self._fault(here, f"打不开（{error.strerror}）")
                continue
            inner = []
            for name in names:
                path = here / name
                if _is_skipped(name):
                    continue
                item = self._look(path)
                if item == path:
                    inner.append(path)
                elif isinstance(item, Found):
                    yield item
            waiting += reversed(inner)

    def _look(self, path: Path) -> Found | Path | None:
        """A file, a folder to enter (as a path), or None for what was met before."""
        try:
            status = path.stat()
        except OSError:
            return self._fault(path, BROKEN if path.is_symlink() else "打不开")
        is_folder = stat.S_ISDIR(status.st_mode)
        if is_folder and path.is_symlink() and not self._is_inside(path):
            return self._fault(path, OUTSIDE)
        key = (status.st_dev, status.st_ino)
        if key in self.seen:
            return None
        self.seen.add(key)
        return path if is_folder else Found(path, self._shown(path))

    def _is_inside(self, path: Path) -> bool:
        real = path.resolve()
        return self.real in real.parents

    def _fault(self, path: Path, reason: str) -> Found:
        return Found(path, self._shown(path), reason)

    def _shown(self, path: Path) -> str:
        return escaped(str(path.relative_to(self.folder)))


def _is_skipped(name: str) -> bool:
    return name.startswith(SKIPPED_STARTS) or name.lower().endswith(SKIPPED_SUFFIXES)
