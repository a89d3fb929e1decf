"""The 版记 in a section of its own, so that it can stand on an even page without a number."""

from __future__ import annotations

import re
from dataclasses import replace

from policydoc.gongwen import Document, Section, build, elements
from policydoc.gongwen.checker import check_format
from policydoc.gongwen.evening import moved_colophon
from policydoc.gongwen.package import unzipped
from tests.unit.gongwen._samples import notice


def sections(content: bytes) -> list[str]:
    text = unzipped(content)["word/document.xml"].decode()
    return re.findall(r"<w:sectPr.*?</w:sectPr>", text, re.S)


def upright() -> Document:
    document = notice()
    cut = next(i for i, block in enumerate(document.blocks) if isinstance(block, Section))
    return replace(document, blocks=document.blocks[:cut])


def test_the_colophon_gets_a_page_without_a_number() -> None:
    content = build(upright())
    moved = moved_colophon(content)
    before, after = sections(content), sections(moved)
    assert len(after) == len(before) + 1
    assert after[-2] == before[-1]
    assert set(re.findall(r'r:id="([^"]+)"', after[-1])) == {"rIdFooterNone"}
    assert "evenPage" not in after[-1]  # it follows an odd page
    assert b"PAGE" not in unzipped(moved)["word/footer-none.xml"]
    assert check_format(moved) == ()


def test_a_colophon_that_stands_alone_skips_a_page() -> None:
    content = build(notice())  # a landscape annex: the 版记 has an upright page of its own
    moved = moved_colophon(content)
    assert len(sections(moved)) == len(sections(content))
    assert '<w:type w:val="evenPage"/>' in sections(moved)[-1]
    assert check_format(moved) == ()


def test_a_document_without_one_stays() -> None:
    content = build(Document(elements.body("正文。")))
    assert moved_colophon(content) == content
