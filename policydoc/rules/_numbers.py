"""Printed labels as numbers, for rules on numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policydoc.chinese.numerals import parse_numeral
from policydoc.model import Finding, Provision
from policydoc.rules._places import whole

NUMERAL = re.compile(r"[〇零一二三四五六七八九十百千两]+|[0-9０-９]+")


def label_number(num: str) -> int | None:
    """第二十一条 → 21, （三） → 3, 2. → 2; None where there is no number, or a 之一."""
    match = None if "之" in num else NUMERAL.search(num)
    number = parse_numeral(match[0]) if match and len(match[0]) < 12 else None
    return None if number is None else int(number)


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
