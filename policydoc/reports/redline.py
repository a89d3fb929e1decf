"""A redline as native tracked changes of Word: accept all = right, reject all = left.

A paragraph's mark is tracked like its words (w:ins or w:del in the mark's properties), and the
last mark of a document cannot be: see `_settled`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from policydoc.chinese.characters import printable
from policydoc.gongwen.markup import text_xml
from policydoc.model import Change, Redline, RedlineParagraph
from policydoc.plugins import Report
from policydoc.reports import _word as word

AUTHOR = "政策比对"
# Not the day it was made: the same two texts give the same bytes.
DATE = "2000-01-01T00:00:00Z"
STYLES = {
    "title": "title",
    "part": "chapter", "subpart": "chapter", "chapter": "chapter", "section": "chapter",
    "conclusions": "ending",
}  # fmt: skip
NAMED = (
    word.Style("title", "标题", "方正小标宋简体", 44, '<w:spacing w:after="320"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>'),
    word.Style("chapter", "章节名", "黑体", 32, '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/><w:outlineLvl w:val="1"/>'),
    word.Style("text", "条文正文", "仿宋_GB2312", 32, '<w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>'),
    word.Style("ending", "落款文字", "仿宋_GB2312", 32, '<w:spacing w:line="579" w:lineRule="exact"/><w:jc w:val="right"/>'),
    word.Style(word.COLUMN, "页脚文字", "宋体", 28, '<w:jc w:val="center"/>'),
)  # fmt: skip


def _render(redline: Redline) -> bytes:
    numbers = count(1)
    body = [_paragraph(p, numbers) for p in _settled(redline.paragraphs)]
    title = redline.right.identity.title or redline.right.identity.id
    return word.document(title, "".join(body) or "<w:p/>", word.PORTRAIT, NAMED)


def _settled(paragraphs: tuple[RedlineParagraph, ...]) -> list[RedlineParagraph]:
    """The paragraphs with an untracked mark at the end, as Word demands.

    Deleted ones followed by inserted ones at the end share their last paragraph. Where only one
    kind ends the text, the mark of the last common paragraph is tracked in place of the last one:
    it is the break between the two that came or went.
    """
    settled = list(paragraphs)
    tail = len(settled)
    while tail and settled[tail - 1].mark != "equal":
        tail -= 1
    deleted = [p for p in settled[tail:] if p.mark == "delete"]
    inserted = [p for p in settled[tail:] if p.mark == "insert"]
    if deleted and inserted:
        last = RedlineParagraph(
            "equal", (*deleted[-1].changes, *inserted[-1].changes), inserted[-1].kind
        )
        return [*settled[:tail], *deleted[:-1], *inserted[:-1], last]
    if not (deleted or inserted):
        return settled
    ending = settled[tail:]
    marks = [p.mark for p in ending[:-1]] + ["equal"]
    if tail:
        before = settled[tail - 1]
        settled[tail - 1] = RedlineParagraph(ending[0].mark, before.changes, before.kind)
    settled[tail:] = [
        RedlineParagraph(mark, p.changes, p.kind) for mark, p in zip(marks, ending, strict=True)
    ]
    return settled


def _paragraph(paragraph: RedlineParagraph, numbers: Iterator[int]) -> str:
    style = STYLES.get(paragraph.kind, "text")
    mark = {"insert": "ins", "delete": "del"}.get(paragraph.mark, "")
    tracked = f"<w:rPr><w:{mark}{_stamp(numbers)}/></w:rPr>" if mark else ""
    runs = "".join(_run(change, numbers) for change in paragraph.changes)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tracked}</w:pPr>{runs}</w:p>'


def _run(change: Change, numbers: Iterator[int]) -> str:
    content = text_xml(printable(change.text))
    if not content:
        return ""
    if change.op == "delete":
        content = content.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    run = f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{content}</w:r>'
    tag = {"insert": "ins", "delete": "del"}.get(change.op)
    return f"<w:{tag}{_stamp(numbers)}>{run}</w:{tag}>" if tag else run


def _stamp(numbers: Iterator[int]) -> str:
    return f' w:id="{next(numbers)}" w:author="{AUTHOR}" w:date="{DATE}"'


REPORT = Report(".docx", redline=_render)
