"""The Word files as LibreOffice prints and reads them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from policydoc import pipeline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
Convert = Callable[[Path, str], Path]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    policies = [pipeline.load(name) for name in ("zhangye", "guizhou", "national")]
    path = tmp_path_factory.mktemp("word") / "条文对照.docx"
    path.write_bytes(pipeline.publish(pipeline.compare(policies), "docx"))
    return path


def test_the_table_is_printed_with_its_head_on_every_page(
    table: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[[Path], str]
) -> None:
    sheets = [s for s in pdf_text(soffice_pdf(table)).split("\f") if s.strip()]
    rows = [s for s in sheets if "差异说明" in s]
    assert len(rows) >= 4
    assert all("贵州省" in s and "依据" in s for s in rows)
    together = "".join("".join(sheets).split())
    for words in ("条文对照表", "门槛对照", "图例", "第1页，共", "没有对应条文"):
        assert words in together


def test_every_provision_of_every_text_is_in_the_table(table: Path) -> None:
    document = Document(io.BytesIO(table.read_bytes()))
    printed = "".join(cell.text for t in document.tables for row in t.rows for cell in row.cells)
    for sentence in ("公示5个工作日", "每年3月10日前", "有一定规模"):
        assert sentence in printed


def _paragraphs(content: bytes, kept: str, dropped: str) -> list[str]:
    """The text after every change of one kind was kept and of the other dropped."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    found, text = [], ""
    for paragraph in body.iter(f"{W}p"):
        for node in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab"):
            if not [a for a in node.iterancestors() if a.tag == W + dropped]:
                text += node.text or "\t"
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{dropped}") is None:
            found.append(text)
            text = ""
    return found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("zhangye", "guizhou"),
        ("guizhou", "zhangye"),
        ("zhangye", "zhangye"),
        ("national", "guizhou"),
    ],
)
def test_a_redline_of_real_texts_gives_back_both(left: str, right: str, tmp_path: Path) -> None:
    from policydoc.comparison.redline import paragraphs_of
    from policydoc.locating import open_source

    redline = pipeline.redline(left, right)
    content = pipeline.publish(redline, "redline")
    for name, kept, dropped in ((right, "ins", "del"), (left, "del", "ins")):
        source, identity = open_source(name)
        expected = [t for t, _ in paragraphs_of(source, pipeline.parse(source, identity))]
        assert _paragraphs(content, kept, dropped) == expected


def test_libreoffice_sees_every_change_of_a_redline(
    tmp_path: Path, soffice_convert: Convert
) -> None:
    old = "某市管理办法\n第一条　全市认定10个集群。\n第二条　有效期三年。\n第三条　由市局解释。"
    new = (
        "某市管理办法\n第一条　全市认定30个集群。\n第三条　由市局解释。\n第四条　自印发之日起施行。"
    )
    for name, words in (("旧", old), ("新", new)):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    path = tmp_path / "修订痕迹.docx"
    compared = pipeline.redline(tmp_path / "旧.txt", tmp_path / "新.txt")
    path.write_bytes(pipeline.publish(compared, "redline"))
    tree = etree.parse(soffice_convert(path, "fodt"))
    kinds = [
        etree.QName(region[0]).localname for region in tree.getroot().iter(f"{TEXT}changed-region")
    ]
    assert set(kinds) == {"insertion", "deletion"}
    assert len(kinds) >= 4
    creators = {e.text for e in tree.getroot().iter("{http://purl.org/dc/elements/1.1/}creator")}
    assert "政策比对" in creators
