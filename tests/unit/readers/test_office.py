from __future__ import annotations

import struct

import pytest

from policydoc.errors import ReadError
from policydoc.readers import from_bytes
from policydoc.readers._ole import MAGIC, stream_names


def container(*names: str) -> bytes:
    """An OLE container with a directory of these names and nothing else."""
    header = bytearray(512)
    header[:8] = MAGIC
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, 1)  # the directory is sector 1, the table sector 0
    struct.pack_into("<I", header, 76, 0)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    directory = bytearray(512)
    for place, name in enumerate(names):
        coded = name.encode("utf-16-le")
        directory[place * 128 : place * 128 + len(coded)] = coded
        struct.pack_into("<H", directory, place * 128 + 64, len(coded) + 2)
    return bytes(header) + table + bytes(directory)


def test_the_directory_names_the_streams() -> None:
    assert stream_names(container("Root Entry", "WordDocument")) == {"Root Entry", "WordDocument"}


@pytest.mark.parametrize("cut", [0, 8, 100, 600, 1030])
def test_a_broken_directory_is_empty_not_a_crash(cut: int) -> None:
    assert stream_names(container("Root Entry")[:cut]) in (frozenset(), {"Root Entry"})


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (("Root Entry", "EncryptedPackage"), "有密码保护"),
        (("Root Entry", "Workbook"), "Excel"),
        (("Root Entry", "PowerPoint Document"), "演示文稿"),
    ],
)
def test_what_is_no_readable_word_file_is_named(names: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(ReadError, match=sentence):
        from_bytes(container(*names), "a.docx")
