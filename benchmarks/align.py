"""Speed of alignment and comparison, against difflib and plain diff-match-patch in the same run.

python benchmarks/align.py
"""

from __future__ import annotations

import difflib
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from policydoc import pipeline
from policydoc.comparison.wording import changes
from policydoc.model import Kind, Policy, Provision
from policydoc.model.units import units_of
from tests import scrambles

ROOT = Path(__file__).resolve().parent.parent
PROVISIONS = 1000
REGIONS = 30


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def long_policy(words: list[str], name: str, seed: int) -> Policy:
    """A policy of a thousand articles made of the clauses of real ones."""
    chance = random.Random(seed)
    own = "".join(chr(0x4E00 + chance.randrange(3000)) for _ in range(400))
    articles = []
    for number in range(1, PROVISIONS + 1):
        # Half of an article's clauses follow from its number, so that it has a partner.
        same, other = random.Random(number), random.Random(number * 7 + seed)
        clauses = same.sample(words, 2) + other.sample(words, 1)
        mark = "".join(chr(0x4E00 + same.randrange(2000)) for _ in range(8))
        text = f"{mark}，{'，'.join(clauses)}，{own[number % 390 :][:6]}。"
        eid = f"art_{number}"
        paragraph = Provision(Kind.PARAGRAPH, f"{eid}__para_1", text=text)
        articles.append(Provision(Kind.ARTICLE, eid, children=(paragraph,)))
    chance.shuffle(articles)
    policy = pipeline.parse_text("", name)
    return replace(policy, body=tuple(articles))


def regions(lead: Policy, count: int) -> list[Policy]:
    """Copies of a policy under other names, with other figures and another order."""
    found = []
    for number in range(count):
        copy = scrambles.numbers_changed(scrambles.shuffled(lead, number)[0], number)
        copy = scrambles.names_swapped(copy, {"贵州省": f"甲{number}省", "本办法": "本细则"})
        identity = replace(copy.identity, id=f"region-{number}", short_title=f"地区{number}")
        found.append(pipeline.extract(replace(copy, identity=identity)))
    return found


def main() -> None:
    lead, other, digest = (pipeline.load(n) for n in ("zhangye", "guizhou", "national"))
    pipeline.compare([lead, other])  # the tokenizer is loaded
    print(f"align zhangye guizhou            {timed(lambda: pipeline.align(lead, other)):7.3f} s")
    three = timed(lambda: pipeline.compare([lead, other, digest]))
    print(f"compare three policies           {three:7.3f} s")
    start = [
        sys.executable,
        "-m",
        "policydoc",
        "compare",
        "zhangye",
        "guizhou",
        "national",
        "--json",
    ]
    begun = time.perf_counter()
    subprocess.run(start, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    print(f"… from process start, as JSON    {time.perf_counter() - begun:7.3f} s")

    clauses = [
        c for p in (lead, other) for u in units_of(p) for c in u.text.split("，") if len(c) > 8
    ]
    left, right = (long_policy(clauses, name, seed) for name, seed in (("l", 1), ("r", 2)))
    took = timed(lambda: pipeline.align(left, right))
    print(f"align {PROVISIONS:,} × {PROVISIONS:,} provisions    {took:7.3f} s   (target < 3)")

    for count in (REGIONS // 2, REGIONS):
        others = regions(other, count)
        took = timed(lambda o=others: pipeline.compare([lead, *o]))
        print(f"compare {count} regions with one lead {took:7.3f} s   (target < 30 for {REGIONS})")

    wording(lead, other)


def wording(lead: Policy, other: Policy) -> None:
    """The difference of every pair, and of the whole texts, by us and by the two peers."""
    from diff_match_patch import diff_match_patch

    texts = [{u.eid: u.text for u in units_of(p)} for p in (lead, other)]
    alignment = pipeline.align(lead, other)
    pairs = [
        (texts[0][p.left[0]], texts[1][p.right[0]])
        for p in alignment.pairs
        if p.left and p.right and p.status == "certain"
    ]
    whole = ["\n".join(table.values()) for table in texts]
    engine = diff_match_patch()
    engine.Diff_Timeout = 0

    def by_difflib(left: str, right: str) -> object:
        return difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()

    def by_engine(left: str, right: str) -> object:
        found = engine.diff_main(left, right)
        engine.diff_cleanupSemantic(found)
        return found

    def ours(left: str, right: str) -> object:
        return changes(left, right, alignment.substitutions)

    for name, one in (
        ("policydoc", ours),
        ("difflib", by_difflib),
        ("diff-match-patch", by_engine),
    ):
        took = timed(lambda one=one: [one(*pair) for pair in pairs])
        full = timed(lambda one=one: one(*whole))
        print(f"{len(pairs)} pairs / whole texts, {name:16} {took:7.3f} s / {full:6.3f} s")


if __name__ == "__main__":
    main()
