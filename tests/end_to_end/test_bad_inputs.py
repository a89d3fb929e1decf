"""Fifty kinds of file through the command line, each with a bound of time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tests.bad_inputs import BAD_INPUTS, LINES, SECRET

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and rusage")

ROOT = Path(__file__).resolve().parents[2]
# A small process in between, for a child's peak memory counts that of the process it came from.
LAUNCHER = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[3:], capture_output=True, timeout=float(sys.argv[1]))
used = resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stdout.buffer.write(done.stdout)
sys.stderr.buffer.write(done.stderr)
with open(sys.argv[2], "w") as file:
    json.dump([done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024], file)
"""


@dataclass(frozen=True)
class Done:
    """What the command answered, and what it used."""

    code: int
    seconds: float
    megabytes: float
    output: str
    errors: str


def parse(path: Path, folder: Path, seconds: int) -> Done:
    """Run `policydoc parse PATH --format json`; the time is the processor's own."""
    used = folder / "used.json"
    command = [
        sys.executable, "-c", LAUNCHER, str(5 * seconds), str(used), sys.executable, "-m",
        "policydoc", "parse", str(path), "--format", "json",
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    assert used.is_file(), f"no end within {5 * seconds} s: {run.stderr.decode()[-500:]}"
    code, taken, memory = json.loads(used.read_text())
    return Done(code, taken, memory, run.stdout.decode(), run.stderr.decode())


def articles(value: Any) -> int:
    """How many 条 the JSON document holds, in a folder or an annex too."""
    stack, count = [value], 0
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            count += item.get("kind") == "article"
            stack += item.values()
        elif isinstance(item, list):
            stack += item
    return count


def assert_refused(done: Done) -> None:
    assert done.code == 2, (done.code, done.errors)
    [sentence] = done.errors.strip().split("\n")
    assert sentence.startswith("policydoc：")
    assert sentence.endswith("。")
    assert not done.output


def assert_parsed(done: Done, count: int | None) -> None:
    assert "Traceback" not in done.errors
    assert done.code in (0, 1), done.errors
    if count is not None:
        assert articles(json.loads(done.output)) == count


@pytest.mark.parametrize("name", BAD_INPUTS, ids=ascii)
def test_a_bad_input(name: str, tmp_path: Path) -> None:
    write, want, count, seconds, megabytes = BAD_INPUTS[name]
    folder = tmp_path / "所在"
    folder.mkdir()
    write(folder / name)
    before = sorted(os.listdir(folder))
    done = parse(folder / name, tmp_path, seconds)
    assert "Traceback" not in done.errors
    if want == "error" or (done.code == 2 and want in ("warn", "old")):
        assert_refused(done)
    else:
        assert_parsed(done, count)
        if want == "warn":
            assert done.code == 1
            assert any(word in done.errors for word in ("警告：", "错误：", "未读取："))
    assert done.seconds < seconds
    assert want == "old" or done.megabytes < megabytes
    assert sorted(os.listdir(folder)) == before
    if SECRET.is_file() and (secret := SECRET.read_text().strip()):
        assert secret not in done.output + done.errors.replace(str(tmp_path), "")


@pytest.mark.parametrize("name", ["30-old-word.doc", "31-wps-writer.wps"])
def test_old_word(name: str, tmp_path: Path, soffice_convert: Callable[[Path, str], Path]) -> None:
    made = tmp_path / "新.docx"
    document = Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save(str(made))
    old = soffice_convert(made, "doc")
    path = old.rename(tmp_path / name)
    done = parse(path, tmp_path, 30)
    assert_parsed(done, 3)


def test_no_file_is_left_out_of_the_table() -> None:
    assert len(BAD_INPUTS) + 2 == 50
