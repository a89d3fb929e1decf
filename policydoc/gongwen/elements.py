"""The parts of a document by their official names → blocks; each a pure function.

Indents that need the width of a text (署名, 签发人) are computed here; for texts that are still
template tags `settle` computes them again when the tags are filled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.gongwen.blocks import Blank, Block, Paragraph, Run, Words
from policydoc.gongwen.lengths import CELL, run_width

_AREA = 8845  # text width in twips: 210 - 28 - 26 mm
LEVELS = ("公文一级标题", "公文二级标题", "公文三级标题", "公文四级标题")


def title(text: str, blank_before: int = 2) -> tuple[Block, ...]:
    """公文标题 (7.3.1): two empty lines under the red rule; `\\n` in `text` breaks the line."""
    blank = (Blank(blank_before),) if blank_before else ()
    return (*blank, Paragraph(text, "公文标题"))


def addressee(text: str) -> tuple[Block, ...]:
    """主送机关 (7.3.2): one empty line under the title, ends in a colon."""
    return (Blank(1), Paragraph(text, "公文主送机关"))


def body(*texts: Words) -> tuple[Block, ...]:
    """正文: one paragraph for each text."""
    return tuple(Paragraph(text) for text in texts)


def heading(level: int, text: str) -> Paragraph:
    """A heading on a line of its own: level 1 一、 2 （一） 3 1. 4 （1）."""
    return Paragraph(text, LEVELS[level - 1])


def run_in(level: int, head: str, rest: str) -> Paragraph:
    """A heading that the text follows on the same line: only `head` has the level's face."""
    face = f"level-{level}-face" if level <= 2 else ""
    return Paragraph((Run(head, face), Run(rest)))


_LABEL = re.compile(r"^(附\s*件\s*[：:]?)?\s*(\d{1,2}\s*[.．、]\s*)?")


def enclosures(names: Sequence[str]) -> tuple[Block, ...]:
    """附件说明 (7.3.4): one empty line under the text; turnovers hang under the name."""
    if not names:
        return ()
    if len(names) == 1:
        return enclosure_lines([f"附件：{names[0]}"])
    numbered = [f"{index}.{name}" for index, name in enumerate(names, 1)]
    return enclosure_lines([f"附件：{numbered[0]}", *numbered[1:]])


def enclosure_lines(lines: Sequence[str]) -> tuple[Block, ...]:
    """附件说明 whose lines are already labelled: 附件：1.申报表, 2.汇总表."""
    paragraphs = []
    label = run_width("附件：")
    for line in lines:
        match = _LABEL.match(line)
        assert match is not None
        lead = run_width(match[0])
        left = 2 * CELL + (lead if match[1] else label + lead)
        paragraphs.append(Paragraph(line, "公文附件说明", indent=(-lead, left, 0)))
    return (Blank(1), *paragraphs)


def signature(issuers: Sequence[str], date: str, *, sealed: bool = True) -> tuple[Block, ...]:
    """署名 and 成文日期: sealed (7.3.5.1) leaves room for the seal, unsealed (7.3.5.2) does not."""
    widest = max(issuers, key=run_width, default="")
    name_right, date_right = signature_indents(widest, date, sealed=sealed)
    style = (
        ("公文署名", "公文成文日期") if sealed else ("公文署名（不盖章）", "公文成文日期（不盖章）")
    )
    names = tuple(
        Paragraph(name, style[0], indent=(0, 0, name_right), keep_next=True) for name in issuers
    )
    return (
        Blank(3 if sealed else 1, keep_next=True),
        *names,
        Paragraph(date, style[1], indent=(0, 0, date_right)),
    )


def signature_indents(name: str, date: str, *, sealed: bool = True) -> tuple[int, int]:
    """Right indents in twips of the name and of the date.

    Sealed: the date four characters from the right, the name centred over it; a name too long
    for that stays inside the type area and the date is centred under it. A name of more than a
    line turns, and the date keeps its four characters.
    Unsealed: the name two from the right, the date's first character two right of the name's;
    a longer date stands at two and the name moves left.
    """
    wide, short = run_width(name), run_width(date)
    if sealed:
        date_right = 4 * CELL
        if wide > _AREA:
            return 0, date_right
        name_right = date_right + (short - wide) // 2
        if name_right < 0:
            name_right, date_right = 0, (wide - short) // 2
        return name_right, date_right
    if short > wide:
        return short + 4 * CELL - wide, 2 * CELL
    return 2 * CELL, wide - short


def note(text: str) -> tuple[Block, ...]:
    """附注 (7.3.6), brackets added where they are missing."""
    return (Paragraph(text if text[:1] in "（{" else f"（{text}）", "公文附注"),)


def annex(label: str, heading_text: str) -> tuple[Block, ...]:
    """The head of an 附件 (7.3.7): new page, label on line 1, title on line 3."""
    return (
        Paragraph(label, "公文附件标识", new_page=True),
        Blank(1),
        Paragraph(heading_text, "公文附件标题"),
        Blank(1),
    )


def chapter(text: str, style: str = "公文章标题") -> tuple[Block, ...]:
    """第一章 … (or with 公文节标题 第一节 …) of a normative document, centred between empty lines."""
    return (Blank(1, keep_next=True), Paragraph(text, style), Blank(1, keep_next=True))
