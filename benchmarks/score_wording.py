"""Score the wording differences of the hand-linked pairs: python benchmarks/score_wording.py.

Counts what a reader sees: edits, unchanged runs of one character between edits, edits that begin
or end inside a number or inside a word of jieba; beside it the same of two ordinary engines.
"""

from __future__ import annotations

import argparse
import difflib
import logging
import re
import sys
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from policydoc import pipeline
from policydoc.chinese.folding import fold, words_only
from policydoc.comparison.wording import changes, left_of, right_of
from policydoc.model import Change
from policydoc.model.units import units_of
from tests.alignment_gold import GOLD, gold_links

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
Differ = Callable[[str, str], Iterable[Change]]


def ends_of_words(text: str) -> set[int]:
    """Where jieba ends a word."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    found, place = {0}, 0
    for word in jieba.cut(text):
        place += len(word)
        found.add(place)
    return found


def score(found: list[Change]) -> dict[str, int]:
    """Edits, islands, numbers cut and words cut of one difference; folded pieces are unseen."""
    counts = dict.fromkeys(("edits", "islands", "numbers cut", "words cut"), 0)
    counts["edits"] = sum(c.op != "equal" and not c.folded for c in found)
    runs = [
        (seen, [c for c in run if seen or c.op != "insert"])
        for seen, run in groupby(found, key=lambda c: c.op != "equal" and not c.folded)
    ]
    for index, (seen, run) in enumerate(runs):
        inside = 0 < index < len(runs) - 1
        if not seen and inside and len(words_only("".join(c.text for c in run))) == 1:
            counts["islands"] += 1
    for side, text in (("insert", left_of(found)), ("delete", right_of(found))):
        ends = ends_of_words(text)
        numbers = [match.span() for match in NUMBER.finditer(text)]
        place = 0
        for change in found:
            if change.op == side:
                continue
            place += len(change.text)
            counts["words cut"] += place not in ends
            counts["numbers cut"] += any(start < place < end for start, end in numbers)
    return counts


def by_difflib(left: str, right: str) -> Iterable[Change]:
    left, right = fold(left), fold(right)
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Change("equal", left[a:b])
            continue
        if b > a:
            yield Change("delete", left[a:b])
        if d > c:
            yield Change("insert", right[c:d])


def by_engine(left: str, right: str) -> Iterable[Change]:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(fold(left), fold(right))
    engine.diff_cleanupSemantic(found)
    return (Change({0: "equal", -1: "delete", 1: "insert"}[op], text) for op, text in found)


def totals(differ: Differ, pairs: list[tuple[str, str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for pair in pairs:
        for name, count in score(list(differ(*pair))).items():
            found[name] = found.get(name, 0) + count
    return found


def pairs_of(folder: Path) -> tuple[list[tuple[str, str]], tuple[tuple[str, str], ...]]:
    """The words of every `must` pair, and the legend of expected exchanges."""
    left, right = (pipeline.load(name) for name in ("zhangye", "guizhou"))
    texts = [{u.eid: u.text for u in units_of(p)} for p in (left, right)]
    links = [(a, b) for link, a, b in gold_links(folder) if link == "must"]
    return [(texts[0][a], texts[1][b]) for a, b in links], pipeline.align(left, right).substitutions


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD)
    pairs, legend = pairs_of(parser.parse_args().gold)
    exact = all(
        (left_of(found), right_of(found)) == pair
        for pair in pairs
        for found in [changes(*pair, legend)]
    )
    print(f"{len(pairs)} pairs, round trip exact: {exact}")
    ours: Differ = lambda left, right: changes(left, right, legend)  # noqa: E731
    for name, differ in (
        ("policydoc", ours),
        ("difflib", by_difflib),
        ("diff-match-patch", by_engine),
    ):
        print(f"  {name:18}", "  ".join(f"{k} {v}" for k, v in totals(differ, pairs).items()))


if __name__ == "__main__":
    main()
