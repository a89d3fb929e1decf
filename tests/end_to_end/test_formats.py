"""One text as Word, LibreOffice and PDF hold it: the tree is that of the plain text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from policydoc import pipeline
from policydoc.errors import ReadError
from policydoc.model import Kind, Policy, walk
from policydoc.parser import parse
from policydoc.readers import read
from tests.outline import assert_sound
from tests.unit.readers.word import docx, level, lists, numbered, p

Convert = Callable[[Path, str], Path]
TEXTS = Path(__file__).resolve().parents[2] / "policies"
TEXT = TEXTS / "guizhou" / "guizhou.txt"
SIZE = 16  # points, as 三号 of official documents
LOCKED = (
    'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
    '"DocumentOpenPassword":{"type":"string","value":"secret"}}'
)


def provisions(policy: Policy) -> list[tuple[str, str, str]]:
    """Kind, label and words of each provision that has words, blanks apart."""
    return [
        (item.kind.value, bare(item.num), bare(item.heading + item.text))
        for item in walk(policy)
        if item.num or item.text
    ]


def bare(text: str) -> str:
    return "".join(text.split())


def plain() -> Policy:
    return parse(read(TEXT))


def word_file(path: Path, columns: int = 1) -> Path:
    """The text as a Word file in two-character indents, with page numbers and a running head."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.header.paragraphs[0].text = "某市政策汇编"
    foot = section.footer.paragraphs[0]
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)
    if columns > 1:
        section._sectPr.xpath("./w:cols")[0].set(qn("w:num"), str(columns))
    for line in TEXT.read_text(encoding="utf-8").splitlines():
        if line.strip():
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.first_line_indent = Pt(2 * SIZE / columns)
            paragraph.add_run(line.strip()).font.size = Pt(SIZE / columns)
    document.save(str(path))
    return path


@pytest.mark.parametrize("suffix", ["doc", "wps", "rtf", "odt"])
def test_old_formats(suffix: str, tmp_path: Path, soffice_convert: Convert) -> None:
    made = soffice_convert(word_file(tmp_path / "甲.docx"), "doc" if suffix == "wps" else suffix)
    source = read(made.rename(tmp_path / f"乙.{suffix}"))
    policy = parse(source)
    assert_sound(source, policy)
    assert provisions(policy) == provisions(plain())
    assert [f.rule for f in source.findings] == ["reader/converted"]


# Not rtf: LibreOffice's own export to it drops the words of such labels.
@pytest.mark.parametrize("suffix", ["doc", "odt"])
def test_labels_that_word_counts_survive(
    suffix: str, tmp_path: Path, soffice_convert: Convert
) -> None:
    labels = lists(level(0, "chineseCounting", "第%1条　"), level(1, "chineseCounting", "（%2）"))
    body = p("某市集群管理办法") + "".join(
        numbered(words, 1, at)
        for words, at in (("总的规定。", 0), ("材料包括：", 0), ("申报书；", 1), ("证明。", 1), ("施行。", 0))
    )  # fmt: skip
    package = Document()
    package.save(str(tmp_path / "空.docx"))
    made = with_parts(tmp_path / "空.docx", docx(body, numbering=labels))
    policy = parse(read(soffice_convert(made, suffix)))
    found = [bare(item.num) for item in walk(policy) if item.num]
    assert found == ["第一条", "第二条", "（一）", "（二）", "第三条"]


def with_parts(whole: Path, content: bytes) -> Path:
    """A file LibreOffice opens, with document.xml and numbering.xml of another."""
    import io
    import zipfile

    given = zipfile.ZipFile(io.BytesIO(content))
    made = whole.with_name("数.docx")
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, (given if name in given.namelist() and name != "[Content_Types].xml" else old).read(name))  # fmt: skip
    return made


@pytest.mark.parametrize("columns", [1, 2])
def test_pdf(columns: int, tmp_path: Path, soffice_convert: Convert) -> None:
    source = read(soffice_convert(word_file(tmp_path / "甲.docx", columns), "pdf"))
    policy = parse(source)
    assert_sound(source, policy)
    assert provisions(policy) == provisions(plain())
    reasons = {item.reason for item in policy.removed}
    assert {"page-number", "running-head"} <= reasons


def test_a_locked_pdf_is_named_so(tmp_path: Path, soffice_convert: Convert) -> None:
    made = soffice_convert(word_file(tmp_path / "甲.docx"), LOCKED)
    with pytest.raises(ReadError, match="有密码保护"):
        read(made)


def test_a_scan_is_refused_with_advice(tmp_path: Path, soffice_convert: Convert) -> None:
    document = Document()
    document.save(str(tmp_path / "空白.docx"))
    with pytest.raises(ReadError, match="OCR"):
        read(soffice_convert(tmp_path / "空白.docx", "pdf"))


def test_without_libreoffice_the_advice_is_to_save_as_docx(
    tmp_path: Path, soffice_convert: Convert, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = soffice_convert(word_file(tmp_path / "甲.docx"), "doc")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ReadError, match=r"另存为 \.docx"):
        pipeline.open_policy(made)


def test_articles_are_counted(tmp_path: Path) -> None:
    policy = parse(read(word_file(tmp_path / "甲.docx")))
    articles = [item for item in walk(policy) if item.kind is Kind.ARTICLE]
    assert len(articles) == 21
