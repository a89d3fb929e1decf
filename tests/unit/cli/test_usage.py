"""What is typed wrong is answered by one Chinese sentence and exit code 2."""

from __future__ import annotations

import subprocess
import sys

import pytest

from policydoc.cli import COMMANDS


def policydoc(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "policydoc", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["pars"], "没有命令 pars（是不是 parse？）"),
        (["parse"], "缺少参数"),
        (["parse", "zhangye", "--formt", "json"], "没有选项 --formt"),
        (["check", "zhangye", "--format", "x"], "的值不对，可用：text"),
        (["init", "甲", "乙"], "多出参数 乙"),
    ],
)
def test_usage_faults(arguments: list[str], words: str) -> None:
    done = policydoc(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not done.stdout


def test_help_is_chinese_and_lists_every_command() -> None:
    done = policydoc("--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in COMMANDS)
    assert "用法：" in done.stdout
    assert "Show this message" not in done.stdout
