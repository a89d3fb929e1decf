"""Comments at the findings; the words of the file stay as they were."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from policydoc.gongwen import build
from policydoc.gongwen.annotating import annotate
from policydoc.gongwen.checker import check_format
from tests.unit.gongwen._samples import Fault, broken, notice

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FAULT = Fault("date", "date-form", ">2026年3月5日<", ">2026年03月05日<")


def part(content: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def words(content: bytes) -> str:
    return "".join(part(content, "word/document.xml").itertext(f"{W}t"))


def test_each_finding_is_a_comment_at_its_paragraph() -> None:
    content = broken(build(notice()), FAULT)
    copy = annotate(content)
    comments = list(part(copy, "word/comments.xml").iter(f"{W}comment"))
    assert len(comments) == len(check_format(content)) == 1
    assert "7.3.5.4" in "".join(comments[0].itertext())
    (start,) = part(copy, "word/document.xml").iter(f"{W}commentRangeStart")
    paragraph = start.getparent()
    assert paragraph is not None
    assert "".join(paragraph.itertext(f"{W}t")) == "2026年03月05日"
    assert words(copy) == words(content)


def test_comments_already_there_stay() -> None:
    copy = annotate(annotate(broken(build(notice()), FAULT)))
    keys = [c.get(f"{W}id") for c in part(copy, "word/comments.xml").iter(f"{W}comment")]
    assert keys == ["0", "1"]


def test_a_finding_on_a_page_stands_at_the_first_paragraph() -> None:
    fault = Fault("top", "margin-top", 'w:top="2098"', 'w:top="1440"')
    copy = annotate(broken(build(notice()), fault))
    (start,) = part(copy, "word/document.xml").iter(f"{W}commentRangeStart")
    body = part(copy, "word/document.xml").find(f"{W}body")
    assert body is not None
    assert start.getparent() is not None
    assert body[0].find(f"{W}commentRangeStart") is not None
