"""The numbering grammar: which label a line begins with, and the number it prints.

立法法第六十五条 (编章节条款项目) and GB/T 9704-2012 7.3.3 (一、（一）1.（1）). A label read here is
only a candidate: chain.py, headlines.py and the fold choose among them over the whole document.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

HAN = "〇○零一二三四五六七八九十百千两"
DIGITS = "0-9０-９"
# White space, and the invisible characters that web pages leave in and around labels.
BLANK = r"\s\u200b-\u200f\u2060\ufeff\u00ad"
UNIT = re.compile(
    rf"第[{BLANK}]{{0,8}}([{HAN}{DIGITS}](?:[{BLANK}]{{0,3}}[{HAN}{DIGITS}]){{0,23}})[{BLANK}]{{0,8}}"
    rf"(分[{BLANK}]?编|[编章节条])"
    rf"(?:[{BLANK}]?之[{BLANK}]?([一二三四五六七八九十]{{1,3}}))?"
)
BRACKET = re.compile(
    rf"[（(〔][{BLANK}]{{0,3}}([{HAN}]{{1,5}}|[{DIGITS}]{{1,3}})[{BLANK}]{{0,3}}[）)〕]"
)
COMMA = re.compile(rf"([一二三四五六七八九十百]{{1,4}})[{BLANK}]?[、.．]")
DECIMAL = re.compile(rf"([0-9]{{1,2}}(?:[.．][0-9]{{1,2}}){{1,4}})(?=[{BLANK}])")
ARABIC = re.compile(rf"([{DIGITS}]{{1,3}})(?:[.．](?![{DIGITS}])|、|[)）])")
LETTER = re.compile(r"([a-z])[)）]")
AFTER = re.compile(
    rf"[{BLANK}]*(?:\*\*|__|&(?:nbsp|ensp|emsp|#160|#xa0|#12288|#x3000);|[{BLANK}])*"
)
# What stands behind a label that is only cited: 第三条、第四条规定的, （四）、（五）项, 第一条第二款.
CITED = re.compile(
    rf"[、，,]?(?:以?及|或者?|和|与|至|到|[-－—~～])?(?:第[{HAN}{DIGITS}]+[编章节条款项目]|[（(][{HAN}]+[）)][、项至和])"
    r"|(?:以?及|或者?|和|与|至|到)(?:本[条法办规细]|前[款条])"
    r"|的|之?规定|所[称列指规]|中[的“]|项(?!目)|修改|删[去除]|改为|作为|以[上下]|[、，。；）》”)]"
)
LISTED = re.compile(rf"[、，,至和或及]*(?:第?[（(][{HAN}]+[）)])|项(?!目)|款(?!项)|所[列称]")
RUN = re.compile(rf"[{HAN}]{{1,2}}(?:[、级类等期审年档]|[{HAN}])")

CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)}
PARENTHESISED = {chr(0x2474 + i): i + 1 for i in range(20)}
STOPPED = {chr(0x2488 + i): i + 1 for i in range(20)}
IDEOGRAPHS = {chr(0x3220 + i): i + 1 for i in range(10)}
SIGNS = (
    dict.fromkeys(CIRCLED, "①")
    | dict.fromkeys(PARENTHESISED, "（1）")
    | dict.fromkeys(STOPPED, "1.")
    | dict.fromkeys(IDEOGRAPHS, "（一）")
)
SIGN_NUMBERS = CIRCLED | PARENTHESISED | STOPPED | IDEOGRAPHS
VALUES = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "○": 0, "两": 2,
}  # fmt: skip
TENS = {"十": 10, "百": 100, "千": 1000}
FIRST = frozenset(
    "第（(〔0123456789０１２３４５６７８９abcdefghijk一二三四五六七八九十百" + "".join(SIGNS)
)


class Label(NamedTuple):
    """A label at the head of a line: `unit` is 条, 章, … or the style of a list label.

    `end` is where the printed label ends, `body` where the words behind it begin; `parted` says
    that white space, a bracket or the end of the line stands between; `cited` that what follows
    reads like a citation (第三条、第四条规定的).
    """

    unit: str
    number: int
    sub: int
    end: int
    body: int
    parted: bool
    cited: bool


HEADINGS = ("编", "分编", "章", "节")


def read_label(text: str) -> Label | None:
    """The label `text` begins with, or None; `text` has no white space before it."""
    first = text[0]
    if first == "第":
        match = UNIT.match(text)
        return unit_label(text, match) if match else None
    if first in "（(〔":
        match = BRACKET.match(text)
        return _bracket(text, match) if match else None
    if first in SIGNS:
        return _label(text, SIGNS[first], SIGN_NUMBERS[first], 1)
    return _numbered(text)


def unit_label(text: str, match: re.Match[str]) -> Label:
    """The label 第N条 (章, 节, 编) that `match` found in `text`."""
    unit = match[2] if len(match[2]) == 1 else "分编"
    end = match.end()
    if unit != "条" and match[3]:
        end = match.end(2)
    sub = number_of(match[3]) if match[3] and unit == "条" else 0
    body, parted = _gap(text, end)
    cited = CITED.match(text, body) is not None
    return Label(unit, number_of(match[1]), sub, end, body, parted, cited)


def _bracket(text: str, match: re.Match[str]) -> Label:
    unit = "（1）" if match[1][0] in "0123456789０１２３４５６７８９" else "（一）"
    return _label(text, unit, number_of(match[1]), match.end())


def _label(text: str, unit: str, number: int, end: int) -> Label:
    body, parted = _gap(text, end)
    return Label(unit, number, 0, end, body, parted, LISTED.match(text, body) is not None)


def _numbered(text: str) -> Label | None:
    if match := COMMA.match(text):
        label = _label(text, "一、", number_of(match[1]), match.end())
        return None if RUN.match(text, label.body) else label
    if match := DECIMAL.match(text):
        last = re.split("[.．]", match[1])[-1]
        return _label(text, "1" + ".1" * len(re.findall("[.．]", match[1])), int(last), match.end())
    if match := ARABIC.match(text):
        unit = "1)" if text[match.end() - 1] in ")）" else "1."
        return _label(text, unit, number_of(match[1]), match.end())
    if match := LETTER.match(text):
        return _label(text, "a)", ord(match[1]) - 96, match.end())
    return None


def _gap(text: str, end: int) -> tuple[int, bool]:
    """Where the words behind a label begin, and whether something parts them from it."""
    if end == len(text):
        return end, True
    char = text[end]
    if "一" <= char <= "鿿":
        return end, False
    match = AFTER.match(text, end)
    body = match.end() if match else end
    return body, body > end or char in "【[［：:"


@lru_cache(maxsize=8192)
def number_of(printed: str) -> int:
    """The number printed in Chinese or Arabic figures: 一百零三, 一〇三, １０３, 103.

    Not `chinese.numerals`: in a label blanks may stand between the figures, and 第一百五条 is article
    105, where an amount of 一百五 is 150.
    """
    total = digit = 0
    positional = not any(char in TENS for char in printed)
    for char in printed:
        if char in TENS:
            total += (digit or 1) * TENS[char]
            digit = 0
        elif (value := VALUES.get(char)) is None:
            digit = digit * 10 + int(char) if char.isdigit() else digit
        else:
            digit = digit * 10 + value if positional else value
    return total + digit
