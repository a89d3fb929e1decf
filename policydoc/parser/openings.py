"""What a row opens: a heading, an item of a list, more text. Questions only; the fold answers them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.model import Kind
from policydoc.parser.frames import Frame
from policydoc.parser.labels import Label
from policydoc.parser.layout import Layout, hangs, is_ended, is_full
from policydoc.parser.rows import Row

LONGEST_HEADING = 50
# 产值不低于10亿元: a line that sets a bound provides something, whatever it ends with.
BOUND = re.compile(
    r"(?:不[低少高多]于|不超过|[高低大少]于|超过|达到|≥|≤)[^，。；]{0,6}\d|\d[^，。；]{0,8}以[上下内](?!企业|工业)"
    r"|公示[^，。；]{0,6}\d+(?:个工作)?[日天]|有效期[^，。；]{0,4}[\d一二三四五]{1,3}年|\d[日月]底?前[。；]?$"
)


def next_labels(rows: Sequence[Row]) -> list[int]:
    """For each row the place of the next row that bears a label."""
    following = [len(rows)] * len(rows)
    last = len(rows)
    for place in range(len(rows) - 1, -1, -1):
        following[place] = last
        row = rows[place]
        if row.label is not None and (row.chosen or not row.label.cited):
            last = place
    return following


def is_item(label: Label, sibling: Frame | None, before: Row | None, layout: Layout) -> bool:
    """Is it the label of an item here? `sibling` is the open provision of the same style."""
    expected = sibling.number + 1 if sibling is not None else 1
    if label.cited or not label.number:
        return False
    if before is not None and hangs(before, layout):
        return False
    if label.number in (1, expected) or label.unit in ("（一）", "一、"):
        return True
    return sibling is not None and expected < label.number <= expected + 2


def list_kind(parent: Frame | None, label: Label) -> Kind:
    """项 below a 款, 目 below a 项, a level elsewhere."""
    if parent is None or label.unit == "一、":
        return Kind.LEVEL
    if parent.kind is Kind.PARAGRAPH:
        return Kind.SUBPARAGRAPH if label.unit in ("（一）", "（1）") else Kind.POINT
    return Kind.POINT if parent.kind is Kind.SUBPARAGRAPH else Kind.LEVEL


def list_goes_on(rows: Sequence[Row], following: int, stack: Sequence[Frame]) -> bool:
    """Does the next label go on with an open list? Then the words before it are its item's."""
    if following >= len(rows):
        return False
    label = rows[following].label
    if label is None or rows[following].chosen:
        return False
    return any(f.unit == label.unit and f.number + 1 == label.number for f in stack)


def holds_articles(rows: Sequence[Row], place: int) -> bool:
    """一、一般规定 right above an article or a chapter."""
    if place + 1 >= len(rows) or not rows[place + 1].chosen:
        return False
    return len(rows[place].text) <= LONGEST_HEADING and not is_ended(rows[place].text)


def is_heading(row: Row, body: int, layout: Layout) -> bool:
    """Are the words behind a label, from `body` on, a heading and not a provision?"""
    words = len(row.text) - body
    if row.style.startswith("heading"):
        return True
    if words > LONGEST_HEADING or is_full(row, layout.width) or BOUND.search(row.text):
        return False
    if row.text[-1] in "：:":
        return not any(sign in row.text for sign in "，,。“")
    return not is_ended(row.text)


def is_bare_heading(rows: Sequence[Row], place: int, before: Row | None) -> bool:
    """总则, 附则 on a line of its own between articles."""
    row = rows[place]
    if len(row.text) > 12 or is_ended(row.text) or place + 1 >= len(rows):
        return False
    following = rows[place + 1]
    if not following.chosen or following.is_headline() or row.label is not None:
        return False
    return before is None or (is_ended(before.text) and not before.is_headline())


def completes_heading(top: Frame, rows: Sequence[Row], place: int, before: Row | None) -> bool:
    """The title of a label that stands alone, or the second line of a heading."""
    row, label = rows[place], top.label_span
    if before is None or label is None or top.children:
        return False
    is_next = before.end == label.end and before.block in (label.block, label.end_block)
    if not is_next or len(row.text) > LONGEST_HEADING or row.text[-1] in "。；：:;":
        return False
    return not top.heading or (place + 1 < len(rows) and rows[place + 1].chosen)


def heading_level(row: Row) -> int:
    """The level that the format itself gives a heading, or 0."""
    level = row.style.removeprefix("heading ")
    return int(level) if level.isdecimal() else 0


def first_blank(text: str) -> int:
    """Where the first word of a text ends, or 0."""
    return next((i for i, char in enumerate(text[:40]) if char.isspace()), 0)
