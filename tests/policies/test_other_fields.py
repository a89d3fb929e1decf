"""Invented policies of other fields: what was set on two real texts must hold here as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydoc import pipeline
from policydoc.model import Comparison

TEXTS = Path(__file__).parent.parent / "texts"
ELEVATOR = """
1-1 2-2 2-3 3-4 4-6 6-7 6.1-7.3 6.2-7.2 6.3-7.1 7-8 8-9 9-11 10-5 12-10 13-13 13.1-13.1 13.2-13.2
14-14 15-15
"""
APARTMENT = """
1-1 2-2 3-3 4-4 5-6 5.1-6.1 5.2-6.2 5.3-6.3 6-7 7-8 8-5 9-11 9.1-11.2 9.2-11.3 9.4-11.1 10-9 11-13
"""
# What a second reader might link as well.
ALLOWED = {("art_8", "art_9")}


def links(shorthand: str) -> set[tuple[str, str]]:
    found = set()
    for word in shorthand.split():
        left, right = ("art_" + name.replace(".", "__para_1__subpara_") for name in word.split("-"))
        found.add((left, right))
    return found


def compared(*names: str) -> Comparison:
    return pipeline.compare([pipeline.load(TEXTS / f"{name}.txt") for name in names])


@pytest.mark.parametrize(("field", "gold"), [("elevator", ELEVATOR), ("apartment", APARTMENT)])
def test_links_of_other_fields(field: str, gold: str) -> None:
    comparison = compared(f"{field}-city", f"{field}-province")
    pairs = comparison.alignments[0].pairs
    certain = {(a, b) for p in pairs if p.status == "certain" for a in p.left for b in p.right}
    wanted = links(gold)
    assert certain - wanted - ALLOWED == set()
    assert 2 * len(certain & wanted) / (len(certain) + len(wanted)) >= 0.85


@pytest.mark.parametrize("field", ["elevator", "apartment"])
@pytest.mark.parametrize("other", ["water-county", "zhangye", "guizhou"])
def test_another_field_answers_nothing_but_the_entry_into_force(field: str, other: str) -> None:
    left = pipeline.load(TEXTS / f"{field}-city.txt")
    right = pipeline.load(
        other if other[-1] == "e" or other == "guizhou" else TEXTS / f"{other}.txt"
    )
    alignment = pipeline.align(left, right)
    certain = [p for p in alignment.pairs if p.left and p.right]
    assert all(pair.roles == ("final", "final") for pair in certain)
    assert any("主题不同" in note for note in alignment.notes)


def verdict(comparison: Comparison, words: str) -> str:
    found = [
        row.verdicts
        for row in (*comparison.thresholds, *comparison.deadlines)
        if any(words in cell.stated for cell in row.cells.values())
    ]
    assert found, words
    return next(iter(found[0].values()))


@pytest.mark.parametrize(
    ("field", "words", "expected"),
    [
        ("elevator", "间距不小于6米", "stricter"),
        ("elevator", "公示10个工作日", "not_comparable"),
        ("elevator", "自受理之日起15个工作日内", "not_comparable"),
        ("elevator", "验收合格后30日内", "looser"),
        ("elevator", "有效期5年", "not_stated"),
        ("apartment", "签订2年以上", "looser"),
        ("apartment", "公示期为7日", "not_comparable"),
        ("apartment", "10个工作日内", "looser"),
        ("apartment", "建筑面积一般不超过90平方米", "different"),
        ("apartment", "年龄不超过45周岁", "not_stated"),
    ],
)
def test_verdicts_of_other_fields(field: str, words: str, expected: str) -> None:
    assert verdict(compared(f"{field}-city", f"{field}-province"), words) == expected
