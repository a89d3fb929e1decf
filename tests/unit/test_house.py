"""The house rules a machine can check."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import policydoc
from policydoc.plugins import Extractor, Reader, Report, Rule, Writer, discover

PACKAGE = Path(policydoc.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_public_names_are_sorted_and_exist() -> None:
    assert list(policydoc.__all__) == sorted(policydoc.__all__)
    assert all(hasattr(policydoc, name) for name in policydoc.__all__)


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == policydoc.__version__


@pytest.mark.parametrize(
    ("folder", "shape"),
    [
        ("readers", Reader),
        ("extractors", Extractor),
        ("rules", Rule),
        ("writers", Writer),
        ("reports", Report),
    ],
)
def test_every_open_folder_holds_plug_ins_only(folder: str, shape: type[Reader]) -> None:
    discover(f"policydoc.{folder}", shape)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_has_more_than_300_lines_of_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    prose = sum(
        (ast.get_docstring(node, clean=False) or "").count("\n") + 1
        for node in ast.walk(ast.parse(text))
        if isinstance(node, documented) and ast.get_docstring(node)
    )
    lines = [line for line in map(str.strip, text.splitlines()) if line and line[0] != "#"]
    assert len(lines) - prose <= 300


OPEN = ("readers", "extractors", "rules", "writers", "reports")
PLUGINS = [
    path for folder in OPEN for path in (PACKAGE / folder).glob("*.py") if path.name[0] != "_"
]


@pytest.mark.parametrize("path", PLUGINS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_plug_ins_of_one_folder_do_not_know_each_other(path: Path) -> None:
    """Shared knowledge has a module of its own, whose name begins with an underscore."""
    known = {p.stem for p in path.parent.glob("*.py") if p.name[0] != "_"} - {path.stem}
    home = f"policydoc.{path.parent.name}"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.module.removeprefix(f"{home}.") not in known or node.module == home
            if node.module == home:
                assert not known & {alias.name for alias in node.names}


HEAVY = {"lxml", "docx", "jinja2", "openpyxl", "xlsxwriter", "pypdfium2", "jieba", "rjieba",
         "rapidfuzz", "msgspec", "chinese_calendar", "diff_match_patch", "docxtpl", "markdown"}  # fmt: skip


def test_parsing_a_text_loads_no_heavy_library() -> None:
    """`policydoc parse` of a plain text starts in a tenth of a second."""
    program = (
        "import sys; from policydoc import pipeline;"
        "pipeline.write(pipeline.open_policy('zhangye'), 'outline');"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert not set(done.stdout.split()) & HEAVY
