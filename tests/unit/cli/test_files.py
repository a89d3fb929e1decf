from __future__ import annotations

from pathlib import Path

import pytest

from policydoc.cli._files import write_whole
from policydoc.errors import ReadError


def test_it_makes_the_folder_and_replaces_the_file(tmp_path: Path) -> None:
    path = tmp_path / "结果" / "报告.txt"
    write_whole(path, b"1")
    write_whole(path, b"2")
    assert path.read_bytes() == b"2"
    assert [p.name for p in path.parent.iterdir()] == ["报告.txt"]


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "报告").mkdir()
    with pytest.raises(ReadError, match="无法写入"):
        write_whole(tmp_path / "报告", b"1")
    assert [p.name for p in tmp_path.iterdir()] == ["报告"]
