"""The house rules a machine can check."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import policydoc
from policydoc.plugins import Extractor, Reader, Report, Rule, Writer, discover

PACKAGE = Path(policydoc.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_public_names_are_sorted_and_exist() -> None:
    assert list(policydoc.__all__) == sorted(policydoc.__all__)
    assert all(hasattr(policydoc, name) for name in policydoc.__all__)


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
