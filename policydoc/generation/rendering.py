"""Word → PDF through LibreOffice, in a profile folder of its own; the faces it had to replace."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from policydoc.errors import ReadError

SECONDS = 180


def to_pdf(paths: Iterable[Path]) -> dict[Path, bytes]:
    """The PDF of each Word file; one start of LibreOffice for all.

    Raises:
        ReadError: LibreOffice is not there, or does not finish.
    """
    files = list(paths)
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise ReadError(
            "没有找到 LibreOffice，不能转成 PDF：请安装 LibreOffice，或在 Word、WPS 中另存为 PDF。"
        )
    with tempfile.TemporaryDirectory() as scratch:
        profile, out = Path(scratch) / "profile", Path(scratch) / "out"
        # Names may repeat in different folders, and may be too long for a second suffix.
        copies = {}
        for number, path in enumerate(files):
            copies[path] = Path(scratch) / f"{number}.docx"
            shutil.copyfile(path, copies[path])
        command = [
            office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
            "--convert-to", "pdf", "--outdir", str(out), *map(str, copies.values()),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except (subprocess.TimeoutExpired, OSError) as error:
            raise ReadError("LibreOffice 没有在三分钟内完成转换，请重试或减少文件数。") from error
        made = {path: out / f"{number}.pdf" for number, path in enumerate(files)}
        missing = [str(path) for path, pdf in made.items() if not pdf.is_file()]
        if missing:
            raise ReadError(f"LibreOffice 未能转换：{'、'.join(missing)}。")
        return {path: pdf.read_bytes() for path, pdf in made.items()}


def replaced_faces(names: Iterable[str]) -> dict[str, str]:
    """Faces that are not installed, and what is drawn instead; empty where nobody can tell."""
    matcher = shutil.which("fc-match")
    found: dict[str, str] = {}
    for name in names if matcher else ():
        run = subprocess.run(
            [str(matcher), "-f", "%{family}", name], capture_output=True, timeout=20, check=False
        )
        family = run.stdout.decode("utf-8", "replace")
        if family and not re.search(re.escape(name), family):
            found[name] = family.split(",")[0]
    return found
