"""Where the reports go, and what is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from policydoc.cli.compare import COMMAND, _formats, _targets
from policydoc.cli.redline import COMMAND as REDLINE
from policydoc.errors import ReadError
from policydoc.pipeline import parse_text
from tests.sample_comparison import by_number

PAIR = by_number([parse_text("某办法\n第一条　甲。", name) for name in ("甲", "乙")])


@pytest.mark.parametrize(
    ("output", "formats", "written"),
    [
        ("报告", "html,json", ["报告/条文对照.html", "报告/条文对照.json"]),
        ("v1.2", "html", ["v1.2/条文对照.html"]),
        ("甲.docx", "", ["甲.docx"]),
        ("甲.html", "html,xlsx", ["甲.html", "甲.xlsx"]),
        ("甲.HTML", "", ["甲.HTML"]),
    ],
)
def test_a_folder_or_a_file(output: str, formats: str, written: list[str], tmp_path: Path) -> None:
    place = tmp_path / output
    targets = _targets(_formats(formats, place), place, PAIR)
    assert [path.relative_to(tmp_path).as_posix() for path in targets.values()] == written


def test_without_a_place_a_folder_under_output_is_named_after_the_texts() -> None:
    target = _targets(["json"], None, PAIR)["json"]
    assert target.parts[-3:] == ("output", "甲-乙", "条文对照.json")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["zhangye"], "至少两份"),
        (["zhangye", "不存在的政策"], "找不到政策"),
        (["zhangye", "guizhou", "--format", "html,ppt"], "ppt"),
        (["zhangye", "guizhou", "-o", "对照.pdf", "--format", "html"], ".pdf"),
    ],
)
def test_faults_are_told(arguments: list[str], told: str) -> None:
    said = CliRunner().invoke(COMMAND, arguments)
    assert isinstance(said.exception, ReadError)
    assert told in said.exception.message


def test_a_redline_is_a_word_file() -> None:
    said = CliRunner().invoke(REDLINE, ["zhangye", "guizhou", "-o", "甲.html"])
    assert isinstance(said.exception, ReadError)
    assert ".docx" in said.exception.message
