"""render_pdf: a Word file → PDF through LibreOffice, with the stand-ins for its faces named.

Each call has a profile folder and a fontconfig file of its own: two conversions in one profile
fail silently, and the system's fonts are left as they are.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from policydoc.errors import ReadError
from policydoc.gongwen.faces import FACES

# Free fonts by class, the nearest first; the heavy Song face is drawn in bold.
_STAND_INS = {
    "仿宋": ("FandolFang", "Noto Serif CJK SC"),
    "楷体": ("FandolKai", "LXGW WenKai", "AR PL UKai CN", "AR PL KaitiM GB"),
    "黑体": ("FandolHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei"),
    "宋体": ("Noto Serif CJK SC", "FandolSong", "AR PL UMing CN"),
    "小标宋": ("Noto Serif CJK SC", "FandolSong"),
}
_WESTERN = {"Times New Roman": ("Liberation Serif", "Tinos")}
TIME_LIMIT = 120.0


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF, and the faces that were asked for but drawn with another."""

    pdf: bytes
    substituted: dict[str, str] = field(default_factory=dict)


def soffice() -> str | None:
    """The LibreOffice program, or None where there is none."""
    named = os.environ.get("POLICYDOC_SOFFICE")
    return named or shutil.which("soffice") or shutil.which("libreoffice")


def render_pdf(content: bytes, subject: str = "") -> Rendered:
    """Lay a .docx out with LibreOffice.

    Raises:
        ReadError: LibreOffice is not there, fails, or takes longer than two minutes.
    """
    program = soffice()
    if program is None:
        raise ReadError("未找到 LibreOffice（soffice），不能排版核对，请安装后重试或去掉该选项。")
    with tempfile.TemporaryDirectory(prefix="policydoc-") as folder:
        place = Path(folder)
        (place / "document.docx").write_bytes(content)
        (place / "fonts.conf").write_text(fonts_conf(), encoding="utf-8")
        _convert(program, place, subject)
        pdf = place / "document.pdf"
        if not pdf.is_file():
            raise ReadError(
                f"LibreOffice 没能排出 {subject or '该文件'}，请确认它能用 Word 或 WPS 打开。",
                subject=subject,
            )
        asked = asked_faces(content)
        drawn = {face: _drawn(face, place / "fonts.conf") for face in asked}
        substituted = {f: d for f, d in drawn.items() if d and not _same(f, d)}
        return Rendered(pdf.read_bytes(), substituted)


def _convert(program: str, place: Path, subject: str) -> None:
    command = [
        program,
        f"-env:UserInstallation={(place / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(place),
        str(place / "document.docx"),
    ]
    process = subprocess.Popen(
        command,
        env={**os.environ, "FONTCONFIG_FILE": str(place / "fonts.conf")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(TIME_LIMIT)
    except subprocess.TimeoutExpired as error:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise ReadError(
            f"LibreOffice 两分钟内没有排完 {subject or '该文件'}，请检查文件是否过大或异常。",
            subject=subject,
        ) from error


def fonts_conf() -> str:
    """fonts.conf with an alias for every face of every class."""
    template = (Path(__file__).parent / "fonts.conf").read_text(encoding="utf-8")
    rows = []
    for kind, names in FACES.items():
        for name in names:
            others = (*(n for n in names if n != name), *_STAND_INS[kind])
            rows.append(_alias(name, others))
            if kind == "小标宋":
                rows.append(_bold(name))
    rows += [_alias(name, others) for name, others in _WESTERN.items()]
    return template.replace("@ALIASES@", "\n  ".join(rows))


def _alias(name: str, others: tuple[str, ...]) -> str:
    accepted = "".join(f"<family>{escape(other)}</family>" for other in others)
    return (
        f'<alias binding="same"><family>{escape(name)}</family><accept>{accepted}</accept></alias>'
    )


def _bold(name: str) -> str:
    return (
        '<match target="pattern"><test name="family" qual="any">'
        f'<string>{escape(name)}</string></test><edit name="weight" mode="assign" binding="same">'
        "<const>bold</const></edit></match>"
    )


def asked_faces(content: bytes) -> tuple[str, ...]:
    """The faces the Chinese and western words of a document are set in, in order."""
    from policydoc.gongwen.inspection import CHINESE, inspect

    faces: dict[str, None] = {}
    for view in inspect(content).found.views:
        for run in view.runs:
            if CHINESE.search(run.text):
                faces[run.look.east] = None
            if any(c.isascii() and c.isalnum() for c in run.text):
                faces[run.look.latin] = None
    return tuple(face for face in faces if face)


def _drawn(face: str, conf: Path) -> str:
    """The family fontconfig takes for a face, or "" where it cannot be asked."""
    program = shutil.which("fc-match")
    if program is None:
        return ""
    answer = subprocess.run(
        [program, "-f", "%{family}", f"{face}:lang=zh-cn"],
        env={**os.environ, "FONTCONFIG_FILE": str(conf)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    return answer.stdout.strip()


def _same(face: str, families: str) -> bool:
    return face.lower() in (name.strip().lower() for name in families.split(","))
