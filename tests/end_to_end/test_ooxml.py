"""What we write for Word and Excel, judged by a validator of Office Open XML that is not ours.

Word calls a file damaged for an element out of its place; LibreOffice and python-docx do not.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from policydoc import pipeline
from policydoc.generation.fields import form_names
from policydoc.gongwen import PROFILES, build
from tests.unit.gongwen._samples import letter, notice, upward

# Word opens a file without a theme, and without a table of fonts, and adds its own.
_NOT_NEEDED = re.compile(r"relationship type '\S+/(theme|fontTable)' is missing")
POLICIES = ("zhangye", "guizhou")
ROOT = Path(__file__).parents[2]


def faults(path: Path) -> list[str]:
    """What the validator finds, with the part and the place."""
    result = OpenXmlValidator(max_errors=50).validate(path)
    return [
        f"{error.part_uri} {error.path}: {error.description}"
        for error in result.errors
        if not _NOT_NEEDED.search(error.description)
    ]


@pytest.fixture
def judged(tmp_path: Path) -> Callable[[bytes], list[str]]:
    def judge(content: bytes) -> list[str]:
        path = tmp_path / "judged.docx"
        path.write_bytes(content)
        return faults(path)

    return judge


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("name", sorted(form_names()))
def test_forms(name: str, policy: str, judged: Callable[[bytes], list[str]]) -> None:
    content = pipeline.generate(name, pipeline.load(policy), pipeline.open_case(name))
    assert judged(content) == []


@pytest.mark.parametrize("name", sorted(form_names()))
def test_templates_as_a_clerk_opens_them(name: str) -> None:
    assert faults(ROOT / "templates" / name / "template.docx") == []


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("make", [notice, upward, letter])
def test_layouts(
    make: Callable[..., object], profile: str, judged: Callable[[bytes], list[str]]
) -> None:
    document = make(PROFILES[profile]) if make is notice else make()
    assert judged(build(document)) == []  # type: ignore[arg-type]


def run(*arguments: str | Path) -> None:
    """A command as the clerk calls it; 0 and 1 are done."""
    command = [sys.executable, "-m", "policydoc", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr


def test_comments_and_tracked_changes(tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    run("typeset", "zhangye", "-o", draft)
    out = {
        name: tmp_path / f"{name}.docx"
        for name in ("check", "fix", "redline", "annotated", "table")
    }
    run("check", draft, "--format", "docx", "-o", out["check"])
    run("check", draft, "--fix", "-o", out["fix"])
    run("redline", draft, "guizhou", "-o", out["redline"], "--table", out["table"])
    source = tmp_path / "wrong.txt"
    text = (ROOT / "policies" / "zhangye" / "zhangye.txt").read_text(encoding="utf-8")
    source.write_text(text.replace("附件：", "附件:"), encoding="utf-8")
    wrong = tmp_path / "wrong.docx"
    run("typeset", source, "-o", wrong, "--mark", "某某局文件", "--number", "某工信[2026]1号")
    run("format-check", wrong, "--annotate", out["annotated"])
    for path in (draft, *tmp_path.glob("*.docx")):
        assert faults(path) == [], path.name
    with zipfile.ZipFile(out["check"]) as archive:
        assert archive.read("word/comments.xml").count(b"<w:comment ") > 10
    with zipfile.ZipFile(out["fix"]) as archive:
        assert b"<w:ins " in archive.read("word/document.xml")


def test_comparison_and_forms_for_excel(tmp_path: Path) -> None:
    run("compare", "zhangye", "guizhou", "national", "-o", tmp_path / "compared")
    run("form", "application", "--policy", "zhangye", "--filled", "-o", tmp_path / "form.xlsx")
    written = [*tmp_path.rglob("*.docx"), *tmp_path.rglob("*.xlsx")]
    assert len(written) >= 3
    for path in written:
        assert faults(path) == [], path.name


def test_the_validator_sees_disorder(tmp_path: Path) -> None:
    whole = tmp_path / "whole.docx"
    whole.write_bytes(build(notice()))
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(tmp_path / "cut.docx", "w") as cut:
        for name in archive.namelist():
            part = archive.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:tcW ", b'<w:vAlign w:val="center"/><w:tcW ', 1)
            cut.writestr(name, part)
    assert any("tcW" in fault for fault in faults(tmp_path / "cut.docx"))


@pytest.mark.parametrize("name", ["application", "recognition-notice", "development-plan"])
def test_a_file_is_chinese_and_tells_nothing_of_the_machine(name: str) -> None:
    content = pipeline.generate(name, pipeline.load("zhangye"), pipeline.open_case(name))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {n: archive.read(n) for n in archive.namelist() if n.endswith((".xml", ".rels"))}
    settings, styles = parts["word/settings.xml"].decode(), parts["word/styles.xml"].decode()
    assert 'w:name="compatibilityMode"' in settings
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', settings)
    assert '<w:lang w:val="en-US" w:eastAsia="zh-CN"' in styles
    assert "w:eastAsia=" in styles
    assert "Theme=" not in styles
    own = re.findall(r'w:customStyle="1"[^>]*><w:name w:val="([^"]+)"', styles)
    assert len(own) > 30
    assert all(style.startswith("公文") for style in own)
    whole = b"".join(parts.values()).decode("utf-8", "replace")
    assert not re.search(
        r'TargetMode="External"|file:|/(home|tmp|root|Users)/|lastModifiedBy', whole
    )
