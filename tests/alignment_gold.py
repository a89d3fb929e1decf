"""The hand-made links between the two sample texts, and how an alignment does against them.

The links keep their worth when a text is scrambled: where each eId went is told with the copy.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from policydoc import pipeline
from policydoc.model import Alignment, Policy
from tests import scrambles

GOLD = Path(__file__).parent / "gold"
FILE = "alignment-zhangye-guizhou.tsv"
NAMES = {
    "市工业和信息化局": "市经济和信息化委员会",
    "县区工信局": "旗县区经信部门",
    "张掖市": "鄂尔多斯市",
    "甘肃省": "内蒙古自治区",
    "本细则": "本规定",
    "本实施细则": "本规定",
    "本办法": "本规定",
}
OTHER_NAMES = {
    "工业和信息化厅": "经济贸易委员会",
    "工业和信息化主管部门": "经贸部门",
    "贵州省": "云岭省",
    "本办法": "本规则",
    "本暂行办法": "本规则",
}

Links = list[tuple[str, str, str]]
Moves = dict[str, str]


@dataclass(frozen=True)
class Score:
    """How an alignment does against the gold links."""

    must: int
    of: int
    wrong: tuple[tuple[str, str], ...]
    forbidden: int
    none: int
    partial: int

    def __str__(self) -> str:
        found = self.must + len(self.wrong)
        precision = self.must / found if found else 1.0
        return (
            f"must {self.must}/{self.of}  precision {precision:.3f}  not {self.forbidden}  "
            f"none {self.none}/3  partial {self.partial}/3"
        )


def gold_links(folder: Path = GOLD) -> Links:
    lines = (folder / FILE).read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t")
    return [(row["link"], row["left"], row["right"]) for row in rows]


def score(alignment: Alignment, links: Links, left: dict[str, str], right: dict[str, str]) -> Score:
    """Score against links whose eIds went elsewhere, as `left` and `right` say."""
    certain, offered, alone = set(), set(), set()
    for pair in alignment.pairs:
        place = certain if pair.status == "certain" else offered
        place |= {(a, b) for a in pair.left for b in pair.right}
        if not (pair.left and pair.right):
            alone |= {("left", eid) for eid in pair.left} | {("right", eid) for eid in pair.right}
    gold = {
        kind: {(left.get(a, a), right.get(b, b)) for link, a, b in links if link == kind}
        for kind in ("must", "should", "may", "not", "none")
    }
    fine = gold["must"] | gold["should"] | gold["may"]
    none = sum(("left", a) in alone if a else ("right", b) in alone for a, b in gold["none"])
    return Score(
        len(gold["must"] & certain),
        len(gold["must"]),
        tuple(sorted(certain - fine)),
        len(gold["not"] & (certain | offered)),
        none,
        len(gold["should"] & (offered | certain)),
    )


def copies(left: Policy, right: Policy) -> Iterator[tuple[str, Policy, Policy, Moves, Moves]]:
    """The two texts, then scrambled copies of them, with where the eIds went."""
    yield "as published", left, right, {}, {}
    for seed in range(1, 6):
        one, gone = scrambles.shuffled(left, seed)
        other, went = scrambles.shuffled(right, seed + 100)
        yield f"articles shuffled ({seed})", one, other, gone, went
    folded, gone = scrambles.annex_folded(left)
    yield "annex folded into an article", folded, right, gone, {}
    annexed, went = scrambles.items_to_annex(right, "art_11")
    yield "article turned into an annex", left, annexed, {}, went
    yield "both the other way round", folded, annexed, gone, went
    item = "art_6__para_1__subpara_{}"
    merged, gone = scrambles.items_merged(left, item.format(3), item.format(4))
    yield "two items merged on the left", merged, right, gone, {}
    merged, went = scrambles.items_merged(right, item.format(3), item.format(4))
    yield "two items merged on the right", left, merged, {}, went
    swapped = scrambles.names_swapped(left, NAMES)
    yield "names swapped on the left", swapped, right, {}, {}
    yield (
        "names swapped on both sides",
        swapped,
        scrambles.names_swapped(right, OTHER_NAMES),
        {},
        {},
    )
    numbered = scrambles.numbers_changed(left, 3)
    yield "numbers changed", numbered, scrambles.numbers_changed(right, 4), {}, {}
    one, gone = scrambles.shuffled(scrambles.numbers_changed(swapped, 5), 7)
    yield "shuffled, renamed, renumbered", one, right, gone, {}


def scores(folder: Path = GOLD, *, roles: bool = True) -> Iterator[tuple[str, Score]]:
    """The score of each copy; without roles, as for a text whose roles nobody knows."""
    links = gold_links(folder)
    left, right = (pipeline.open_policy(name) for name in ("zhangye", "guizhou"))
    for name, one, other, gone, went in copies(left, right):
        ready = [pipeline.extract(p) if roles else replace(p, facts=()) for p in (one, other)]
        yield name, score(pipeline.align(*ready), links, gone, went)
