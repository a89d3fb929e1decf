"""The README's commands, run from an installed wheel in an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SESSION = re.search(
    r"## A first session\n\n```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds policydoc as its wheel installs it; dependencies are the tests' own."""
    folder = tmp_path_factory.mktemp("wheel")
    for arguments in (
        ["build", "--wheel", "--no-isolation", "--outdir", str(folder / "dist"), str(ROOT)],
        ["pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder / "site")],
    ):
        if arguments[0] == "pip":
            arguments += [str(next((folder / "dist").glob("*.whl")))]
        subprocess.run([sys.executable, "-m", *arguments], check=True, capture_output=True)
    return folder / "site"


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "POLICYDOC_WORKSPACE"}
    environment |= {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    command = [sys.executable, "-P", "-m", "policydoc", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )


def test_the_wheel_is_what_runs_and_carries_its_data(installed: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-c", "import policydoc; print(policydoc.__file__)"]
    found = subprocess.run(
        command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert found.stdout.startswith(str(installed))
    assert (installed / "policydoc/_workspace/policies/zhangye/zhangye.txt").is_file()
    assert (installed / "policydoc/_workspace/templates/application/template.docx").is_file()


def test_a_first_session(installed: Path, tmp_path: Path) -> None:
    assert SESSION is not None
    folder = tmp_path
    for line in SESSION[1].strip().splitlines():
        program, *arguments = line.split()
        if program == "cd":
            folder = folder / arguments[0]
            continue
        done = run(installed, folder, *arguments)
        assert done.returncode in (0, 1), (line, done.stderr)
        assert "Traceback" not in done.stderr, line
    written = {
        p.relative_to(folder / "output").as_posix() for p in (folder / "output").rglob("*.*")
    }
    assert {p.rpartition(".")[2] for p in written} >= {"html", "docx", "xlsx"}
    assert len(written) >= 7


def test_demo_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "demo", "-o", "结果")
    assert done.returncode == 0, done.stderr
    names = {p.relative_to(tmp_path / "结果").as_posix() for p in (tmp_path / "结果").rglob("*.*")}
    assert {"条文对照.html", "条文对照.docx", "条文对照.xlsx"} <= names
    assert sum(name.startswith("公文/") for name in names) == 18


def test_a_workspace_overrides_what_is_shipped(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "init", "工作区").returncode == 0
    own = tmp_path / "工作区"
    text = own / "policies/zhangye/zhangye.txt"
    text.write_text(text.read_text("utf-8").replace("10亿元", "12亿元"), "utf-8")
    done = run(installed, own, "extract", "zhangye", "--json")
    assert '"12亿元以上"' in done.stdout or "12亿元" in done.stdout
    assert "10亿元" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["parse", "没有这个文件.txt"], "找不到"),
        (["compare", "zhangye", "不存在"], "不存在"),
        (["assess", "缺.toml", "--policy", "zhangye"], "缺.toml"),
        (
            ["generate", "没有的表", "--policy", "zhangye", "--data", "缺.toml", "-o", "x"],
            "没有的表",
        ),
    ],
)
def test_a_fault_of_the_user_is_one_sentence(
    installed: Path, tmp_path: Path, arguments: list[str], word: str
) -> None:
    done = run(installed, tmp_path, *arguments)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert word in done.stderr
    assert not list(tmp_path.iterdir())
