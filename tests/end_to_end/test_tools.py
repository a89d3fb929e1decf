"""The programs themselves answer: what else fails here is not the product's fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document


def test_chromium_runs_a_script(browser: Any) -> None:
    assert browser.execute_script("return '集群'.length") == 2


def test_libreoffice_prints_chinese(
    soffice_pdf: Callable[[Path], Path], pdf_text: Callable[[Path], str], tmp_path: Path
) -> None:
    document = Document()
    document.add_paragraph("特色产业集群")
    path = tmp_path / "样张.docx"
    document.save(str(path))
    assert "特色产业集群" in pdf_text(soffice_pdf(path))
