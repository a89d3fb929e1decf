"""Fold what only looks different: width, punctuation marks, quotation marks, blanks.

Folding is for comparing, never for printing; `fold` keeps the length so that offsets hold.
"""

from __future__ import annotations

import re

_MARKS = dict(
    zip(
        "，。；：？！（）【】［］〔〕“”„‟‘’「」『』－–—―～〜•∙．　\u00a0\t\r\n",
        ',.;:?!()[][][]""""\'\'""""----~~··.     ',
        strict=True,
    )
)
_TABLE = str.maketrans(
    _MARKS
    | {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _MARKS}
)
_BLANKS = re.compile(r"\s+")
_QUOTES = re.compile("[\"']")
_NUMBERS = re.compile(
    r"\d+(?:[.,]\d+)*(?:%|‰|个?(?:工作日|月|季度|小时|百分点)|[万亿]?元|[年日天周个家户名人项次件])?"
)
PUNCTUATION = frozenset(",.;:?!()[]\"'-~·、《》〈〉…/\\|*#_ ")
_MARK = "[" + "".join(re.escape(mark) for mark in sorted(PUNCTUATION)) + r"\s]"
# A mark between digits is part of the number: 1.5 is not 15, 5-8 is not 58.
_OUTER_MARKS = re.compile(rf"(?<!\d){_MARK}+|{_MARK}+(?!\d)|{_MARK}{{2,}}")


def fold(text: str) -> str:
    """The text with marks and letters in half width and one kind of quotation mark."""
    return text.translate(_TABLE)


def bare(text: str) -> str:
    """The folded text without blanks and quotation marks: equal for wordings that are the same."""
    return _QUOTES.sub("", _BLANKS.sub("", fold(text)))


def words_only(text: str) -> str:
    """The folded text without any mark: what is left when punctuation does not count."""
    return _OUTER_MARKS.sub("", fold(text))


def without_numbers(text: str) -> str:
    """The text with every number in digits and its measure as one mark.

    So 10个 and 30个 look alike, and two provisions are not alike for both saying 个月.
    """
    return _NUMBERS.sub("#", text)
