"""Numerals ↔ numbers: 三十二, 二〇二四, 壹佰, １０, 3,000, 1.5万.

Our own reader: the libraries damage text (统一 → 统1) or fail on ○, 廿 and bare 百.
"""

from __future__ import annotations

import re

_DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("〇壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    "○": 0, "两": 2,
}  # fmt: skip
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_WANS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_SCORES = {"廿": "二十", "卅": "三十"}

CHINESE = "零〇○一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
_ARABIC = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)([十百千]?(?:万亿|万|亿)?)")
_FULL = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " "}
)
_HAS_FULL = re.compile(r"[０-９．％Ａ-Ｚａ-ｚ＞＜＝～]")
_FULL_ALNUM = str.maketrans("０１２３４５６７８９．％＞＜＝～", "0123456789.%><=~")
_FULL_ALNUM.update({c: c - 0xFEE0 for c in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))})


def narrowed(text: str) -> str:
    """Full-width digits, letters and signs as half-width, one for one; offsets stay."""
    return text.translate(_FULL_ALNUM) if _HAS_FULL.search(text) else text


def parse_numeral(text: str) -> int | float | None:
    """The number that a numeral writes, or None where it writes none.

    Accepts Chinese (也 大写), positional (二〇二四), Arabic with separators and full-width
    digits, and both mixed (1.5万). A bare 十, 百, 千, 万 or 亿 counts as one of it.
    """
    if text.isascii() and text.isdigit() and len(text) < 40:
        return int(text)
    text = text.translate(_FULL).strip()
    if match := _ARABIC.fullmatch(text):
        return _scaled(match[1], match[2])
    for short, long in _SCORES.items():
        text = text.replace(short, long)
    whole, point, rest = text.partition("点")
    if not point:
        return _whole(whole)
    value = _whole(whole)
    digits = [_DIGITS.get(char) for char in rest]
    if value is None or not digits or None in digits:
        return None
    return float(f"{value}.{''.join(map(str, digits))}")


def _scaled(digits: str, scale: str) -> int | float:
    factor = 1
    for char in scale:
        factor *= _TENS.get(char) or _WANS[char]
    plain = digits.replace(",", "")
    if "." not in plain:
        return int(plain) * factor if len(plain) < 40 else float("inf")
    return tidy(float(plain) * factor)


def tidy(value: float) -> int | float:
    """The number without floating dust, as an int where it is whole."""
    rounded = round(float(value), 6)
    return int(rounded) if rounded.is_integer() else rounded


def _whole(text: str) -> int | None:
    if not text or len(text) > 40:
        return None
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    return _with_units(text)


def _with_units(text: str) -> int | None:
    total = section = digit = 0
    last = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            section += (digit or 1) * _TENS[char]
            last, digit = _TENS[char], 0
        elif char in _WANS:
            total = _close(total, section + digit, _WANS[char])
            last, section, digit = _WANS[char], 0, 0
        else:
            return None
    # 一百五 is 150, 一百零五 is 105.
    if digit and last >= 100 and text[-2:-1] not in ("零", "〇", "○"):
        digit *= last // 10
    return total + section + digit


def _close(total: int, section: int, unit: int) -> int:
    """万 and 亿 close what stands before them: 一万亿, 三亿五千万."""
    if section == 0 and total == 0:
        return unit
    if section == 0:
        return total * unit
    return (total + section) * unit if 0 < total < unit else total + section * unit


_NAMES = "零一二三四五六七八九"


def to_chinese(number: int) -> str:
    """A whole number 0–99,999,999 as a statute numbers its articles: 十一, 一百零二."""
    if number < 10:
        return _NAMES[number]
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = "零" if 0 < low < 1000 else ""
        return to_chinese(high) + "万" + gap + (_below_wan(low) if low else "")
    words = _below_wan(number)
    return words.removeprefix("一") if 10 <= number < 20 else words


def _below_wan(number: int) -> str:
    words, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if gap and words else "") + _NAMES[digit] + name
            gap = False
        else:
            gap = bool(words)
    return words
