"""Printed labels as numbers, for rules on numbering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydoc.model import Finding, Provision
from policydoc.rules._places import whole

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}


def label_number(num: str) -> int | None:
    """第二十一条 → 21, （三） → 3, 2. → 2; None where there is no number, or a 之一."""
    if "之" in num:
        return None
    digits = "".join(char for char in num if char.isdigit() and char not in DIGITS)
    if digits and digits.isdecimal():
        return int(digits[:9])
    marks = [char for char in num if char in DIGITS or char in UNITS]
    total, digit = 0, 0
    for char in marks[:12]:
        if char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        else:
            digit = DIGITS[char]
    return total + digit if marks else None


def breaks(provisions: Sequence[Provision], what: str) -> Iterator[Finding]:
    """A finding at each label that does not follow the one before it."""
    before: tuple[Provision, int] | None = None
    for provision in provisions:
        number = label_number(provision.num)
        if number is None:
            continue
        if before is not None and number not in (1, before[1] + 1):
            kind = "重复" if number == before[1] else "不连续"
            yield whole(
                provision,
                f"{what}编号{kind}：“{before[0].num}”之后是“{provision.num}”。",
                "核对是否漏条、重号，按顺序重新编号",
            )
        before = (provision, number)
