"""The outside programs the slow tests need: Chromium, LibreOffice, poppler.

On a developer's machine a missing program skips the test and says so; where CI is set it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

# The faces official documents name, drawn with free ones where they are not installed.
FACES = {
    "仿宋": ("FandolFang", "Noto Serif CJK SC"),
    "仿宋_GB2312": ("FandolFang", "Noto Serif CJK SC"),
    "楷体": ("FandolKai", "Noto Serif CJK SC"),
    "楷体_GB2312": ("FandolKai", "Noto Serif CJK SC"),
    "黑体": ("FandolHei", "Noto Sans CJK SC"),
    "宋体": ("Noto Serif CJK SC", "FandolSong"),
    "方正小标宋简体": ("Noto Serif CJK SC", "FandolSong"),
    "微软雅黑": ("Noto Sans CJK SC", "FandolHei"),
    "等线": ("Noto Sans CJK SC", "FandolHei"),
    "Times New Roman": ("Liberation Serif",),
}


def _require(*names: str) -> str:
    """The first of these programs that is installed; skips, or fails in CI, when none is."""
    for name in names:
        if path := shutil.which(name):
            return path
    message = f"needs {' or '.join(names)}, which is not installed"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


@pytest.fixture(scope="session")
def _chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    chromium = _require("chromium", "chromium-browser", "google-chrome")
    driver = _require("chromedriver")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    profile = tmp_path_factory.mktemp("chromium")
    for flag in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--disable-background-networking",
        "--no-first-run",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1400,900",
        "--lang=zh-CN",
        f"--user-data-dir={profile}",
    ):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    session = webdriver.Chrome(options=options, service=Service(executable_path=driver))
    session.set_page_load_timeout(60)
    session.set_script_timeout(60)
    yield session
    session.quit()


@pytest.fixture
def browser(_chromium: Any) -> Any:
    """A headless Chromium (selenium), wide, on an empty page, with an empty console."""
    _chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    _chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    _chromium.set_window_size(1400, 900)
    _chromium.get("about:blank")
    _chromium.get_log("browser")
    return _chromium


@pytest.fixture(scope="session")
def _office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The program, a profile of this process's own (two calls in one profile fail), the fonts."""
    program = _require("soffice", "libreoffice")
    home = tmp_path_factory.mktemp("office")
    aliases = "".join(
        f'<alias binding="same"><family>{face}</family><accept>'
        + "".join(f"<family>{name}</family>" for name in drawn)
        + "</accept></alias>"
        for face, drawn in FACES.items()
    )
    fonts = home / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        "<dir>/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol</dir>"
        f"{aliases}</fontconfig>",
        encoding="utf-8",
    )
    return {"program": program, "home": home, "env": {**os.environ, "FONTCONFIG_FILE": str(fonts)}}


@pytest.fixture
def soffice_convert(_office: dict[str, Any], tmp_path: Path) -> Callable[[Path, str], Path]:
    """Convert a document to another format with LibreOffice: (path, suffix) → path."""

    def convert(path: Path, suffix: str) -> Path:
        out = tmp_path / "converted"
        subprocess.run(
            [
                _office["program"],
                "--headless",
                f"-env:UserInstallation=file://{_office['home']}/profile",
                "--convert-to",
                suffix,
                "--outdir",
                str(out),
                str(path),
            ],
            env=_office["env"],
            check=True,
            capture_output=True,
            timeout=180,
        )
        written = out / f"{path.stem}.{suffix.split(':')[0]}"
        assert written.is_file(), f"LibreOffice wrote nothing for {path.name}"
        return written

    return convert


@pytest.fixture
def soffice_pdf(soffice_convert: Callable[[Path, str], Path]) -> Callable[[Path], Path]:
    """Print a Word or Excel file with LibreOffice: path → path of the PDF."""
    return lambda path: soffice_convert(path, "pdf")


@pytest.fixture(scope="session")
def pdf_text() -> Callable[[Path], str]:
    """The text of a PDF as poppler reads it, laid out: path → text."""
    program = _require("pdftotext")

    def text(path: Path) -> str:
        run = subprocess.run(
            [program, "-layout", "-enc", "UTF-8", str(path), "-"],
            check=True,
            capture_output=True,
            timeout=60,
        )
        return run.stdout.decode("utf-8")

    return text
