"""What a digest could not verify: 数值未核实 is a fact without a value, for each thing it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.indicators import identify
from policydoc.extractors._facts import build
from policydoc.extractors._statements import Statement, statements
from policydoc.model import Fact, Policy
from policydoc.plugins import Extractor
from policydoc.workspace import catalogue

_FIGURE = re.compile(
    r"(?P<names>[^。；]+?)(?:均|都|也)?设?有(?:指标|要求|规定|门槛)。?\s*(?:但|其)?(?:具体)?(?:数值|指标值|数额|比例|标准)(?:均|尚)?未核实"
)
_ITEM = re.compile(r"(?P<name>[一-鿿]{2,12}?)(?:均|尚)?未核实")
_TIME = re.compile(r"时长|时限|期限|日期|时间|天数|截止|有效期")
_FIGURES = re.compile(r"数值|数量|比例|金额|数额|名额|面积|产值|率|指标")


def _extract(policy: Policy) -> Iterator[Fact]:
    for statement in statements(policy):
        if "未核实" in statement.text:
            yield from _of(statement)


def _of(statement: Statement) -> Iterator[Fact]:
    taken: list[tuple[int, int]] = []
    for match in _FIGURE.finditer(statement.text):
        taken.append(match.span())
        yield from _named(statement, match)
    for match in _ITEM.finditer(statement.text):
        name = match["name"]
        if any(start <= match.start() < end for start, end in taken):
            continue
        kind = "deadline" if _TIME.search(name) else "threshold" if _FIGURES.search(name) else ""
        if kind:
            yield build(
                statement, kind, match.start(), match.end(), indicator=name, unverified=True,
                indicator_id=identify(catalogue(), name, "") if kind == "threshold" else "",
                action=_subject(statement, match.start()),
            )  # fmt: skip


def _named(statement: Statement, match: re.Match[str]) -> Iterator[Fact]:
    position = match.start("names")
    several = "、" in match["names"]
    for name in re.split(r"(、|以及|和)" if several else r"(、)", match["names"]):
        if len(name.strip()) > 1:
            yield build(
                statement, "threshold", position, position + len(name), indicator=name.strip(),
                indicator_id=identify(catalogue(), name.strip(), ""), unverified=True,
            )  # fmt: skip
        position += len(name)


def _subject(statement: Statement, position: int) -> str:
    """What the sentence before speaks of: its duty is what the period belongs to."""
    before = statement.text[:position].rstrip("。；")
    sentence = re.split(r"[。；]", before)[-1]
    duty = re.search(r"(?:应当|须|必须)(?P<duty>[^，。；]+)$", sentence)
    return duty["duty"] if duty else ""


EXTRACTOR = Extractor(_extract)
