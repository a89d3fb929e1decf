"""Zip packages (docx, odt) and their XML from strangers: sizes first, then no DTD, no network."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from zlib import error as ZlibError

from policydoc.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT_PART = 64 * 1024 * 1024  # bytes of one XML part when unpacked
LIMIT_TAGS = 2_000_000  # marks of one XML part: a tree takes memory by elements, not by bytes
LIMIT_TOTAL = 512 * 1024 * 1024  # bytes of all parts
LIMIT_RATIO = 100  # times a package over LIMIT_PART may grow when it is unpacked
LIMIT_MEMBERS = 20_000
MEGABYTE = 1024 * 1024

ZIP_FAULTS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, ZlibError, EOFError, OSError, NotImplementedError,
    RuntimeError, ValueError, IndexError, KeyError, UnicodeDecodeError,
)  # fmt: skip
DOCTYPES = (b"<!DOCTYPE", b"<\0!\0D\0O\0C\0T\0", b"\0<\0!\0D\0O\0C\0T")


class Package:
    """An opened zip package whose directory has been checked."""

    def __init__(self, content: bytes, name: str, advice: str) -> None:
        """Open and check.

        Raises:
            ReadError: Damaged, or larger when unpacked than the stated limits.
        """
        self.name = name
        self._advice = advice
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
            members = self._zip.infolist()
        except ZIP_FAULTS as error:
            raise self.damaged("压缩包不完整") from error
        _check_sizes(members, len(content), name)
        self.members = frozenset(member.filename for member in members)

    def part(self, path: str, aside: tuple[bytes, bytes] | None = None) -> _Element | None:
        """The root of an XML part, or None where there is no such part.

        Args:
            path: The member's path in the package.
            aside: Begin and end of elements nobody asks for, cut out before parsing, the slow step.

        Raises:
            ReadError: Too large, not well-formed, or with a document type declaration.
        """
        if path not in self.members:
            return None
        size = self._zip.getinfo(path).file_size
        if size > LIMIT_PART:
            raise _too_large(self.name, f"{path} 展开后 {size // MEGABYTE} MB", LIMIT_PART)
        try:
            content = self._zip.read(path)
        except ZIP_FAULTS as error:
            raise self.damaged(f"{path} 读不出来") from error
        if content.count(b"<") > LIMIT_TAGS:
            raise _too_large(self.name, f"{path} 有 {content.count(b'<')} 个标记", LIMIT_PART)
        return self._xml(content if aside is None else _without(content, *aside), path)

    def matching(self, start: str) -> list[str]:
        """The XML parts whose path begins so, sorted."""
        return sorted(m for m in self.members if m.startswith(start) and m.endswith(".xml"))

    def damaged(self, what: str) -> ReadError:
        """The refusal of a file that is broken."""
        return ReadError(f"文件已损坏（{what}）：{self.name}，{self._advice}", subject=self.name)

    def _xml(self, content: bytes, path: str) -> _Element:
        from lxml import etree

        if any(mark in content for mark in DOCTYPES):
            raise ReadError(
                f"文件含有文档类型声明（DTD），出于安全不予读取：{self.name} 的 {path}，"
                "请用 Word 或 WPS 打开后重新另存为 .docx。",
                subject=self.name,
            )
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            line, column = getattr(error, "position", (0, 0))
            raise self.damaged(f"{path} 第 {line} 行第 {column} 列不是合格的 XML") from error


def _without(content: bytes, begin: bytes, end: bytes) -> bytes:
    pieces, start = [], 0
    while (cut := content.find(begin, start)) >= 0 and (after := content.find(end, cut)) >= 0:
        pieces.append(content[start:cut])
        start = after + len(end)
    return b"".join([*pieces, content[start:]])


def _check_sizes(members: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    total = sum(member.file_size for member in members)
    if len(members) > LIMIT_MEMBERS:
        raise ReadError(f"压缩包内文件过多（上限 {LIMIT_MEMBERS} 个）：{name}", subject=name)
    is_bomb = total > LIMIT_PART and total > LIMIT_RATIO * packed
    if total > LIMIT_TOTAL or is_bomb:
        limit = LIMIT_PART if is_bomb else LIMIT_TOTAL
        raise _too_large(name, f"展开后 {total // MEGABYTE} MB", limit)


def _too_large(name: str, what: str, limit: int) -> ReadError:
    return ReadError(
        f"文件展开后过大（{what}，上限 {limit // MEGABYTE} MB）：{name}，"
        "可能是压缩炸弹，请核对来源或删减后重试。",
        subject=name,
    )
