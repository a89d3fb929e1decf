"""How much of what the review says of the two sample texts is right, by a person's judgement?

python benchmarks/score_precision.py [--gold DIR] [--page FILE]

Reads judgements.tsv, prints the share of findings judged right by class, the findings nobody has
judged, and the judgements whose finding is gone; --page writes docs/review-precision.md anew.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from policydoc import pipeline
from policydoc.model import Finding

GOLD = Path(__file__).parents[1] / "tests" / "gold"
TEXTS = ("zhangye", "guizhou")
SUPERIOR = "national"
VERDICTS = ("属实", "可争论", "误报")
Key = tuple[str, str, str, str]


class Judged(NamedTuple):
    """A finding with the verdict on it; both empty where nobody has judged it."""

    text: str
    finding: Finding
    verdict: str
    reason: str


def read_judgements(folder: Path) -> dict[Key, list[tuple[str, str]]]:
    """The verdicts and reasons by text, rule, eId and words; of like findings in their order."""
    lines = (folder / "judgements.tsv").read_text("utf-8").splitlines()
    table = csv.DictReader(
        (line for line in lines if line[:1] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    found: dict[Key, list[tuple[str, str]]] = defaultdict(list)
    for row in table:
        key = row["text"], row["rule"], row["eid"], row["words"]
        found[key].append((row["verdict"], row["reason"]))
    return found


def findings() -> Iterator[tuple[str, Finding]]:
    """What the review says of each text alone, then what it says more against the superior."""
    superior = pipeline.load(SUPERIOR)
    for name in TEXTS:
        policy = pipeline.load(name)
        alone = pipeline.lint(policy)
        yield from ((name, finding) for finding in alone)
        known = {(f.rule, f.eid, f.start, f.message) for f in alone}
        for finding in pipeline.lint(policy, [superior]):
            if (finding.rule, finding.eid, finding.start, finding.message) not in known:
                yield f"{name}/{SUPERIOR}", finding


def judge(judgements: dict[Key, list[tuple[str, str]]]) -> Iterator[Judged]:
    """Each finding with its verdict; takes what it uses out of `judgements`."""
    for text, finding in findings():
        words = (finding.quote or finding.message).replace("\n", " ")
        given = judgements.get((text, finding.rule, finding.eid, words), [])
        verdict, reason = given.pop(0) if given else ("", "")
        yield Judged(text, finding, verdict, reason)


def page(rows: list[Judged]) -> str:
    """docs/review-precision.md."""
    counts = {sure: Counter(r.verdict for r in rows if r.finding.certain is sure) for sure in (True, False)}  # fmt: skip
    lines = [PREFACE, "| | " + " | ".join(VERDICTS) + " |", "|---|---|---|---|"]
    for sure, name in ((True, "确定"), (False, "供参考")):
        lines.append(f"| {name} | " + " | ".join(str(counts[sure][v]) for v in VERDICTS) + " |")
    lines += ["", "| text | rule | eId | words | class | verdict | reason |", "|" + "---|" * 7]
    for row in rows:
        finding = row.finding
        words = (finding.quote or finding.message).replace("\n", " ").replace("|", "\\|")
        sure = "确定" if finding.certain else "供参考"
        cells = (row.text, finding.rule, finding.eid or "全文", words, sure, row.verdict or "未判断", row.reason)  # fmt: skip
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


PREFACE = """# Precision of the review

Every finding on the two sample texts, alone and against the national digest, one row each. Made by
`python benchmarks/score_precision.py --page docs/review-precision.md` from `tests/gold/judgements.tsv`.

How it was judged: each row by itself, hints too, with the whole of both texts read and the digest's
standard beside them; the reason is the judge's own, not the finding's message. There was one judge,
a developer of the rules (no legality officer) who also knew the list of defects the rules were made
for, and no second opinion, so the figures are what the makers would defend, not an independent measure; two texts say
little of others. 属实: a reviewer would raise it, and its words and message are right. 可争论: true
as said, but reviewers differ on whether it is a defect, or it rests on what is not in the text.
误报: not so. Two hints found false in this round (围绕以下方面 as a fused sentence) led to a
narrower rule and are therefore not in the table.
"""


def main() -> None:
    """Print the score, and write the page."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--page", type=Path)
    arguments = parser.parse_args()
    judgements = read_judgements(arguments.gold)
    rows = list(judge(judgements))
    for sure, name in ((True, "certain"), (False, "hints")):
        mine = [r for r in rows if r.finding.certain is sure and r.verdict]
        right = sum(r.verdict == VERDICTS[0] for r in mine)
        wrong = sum(r.verdict == VERDICTS[2] for r in mine)
        print(f"{name}: {right} of {len(mine)} right, {wrong} false")
    for row in rows:
        if not row.verdict:
            print(
                f"  not judged: {row.text} {row.finding.rule} {row.finding.eid} {row.finding.quote}"
            )
    for key, left in judgements.items():
        for _ in left:
            print("  finding gone:", *key)
    if arguments.page:
        arguments.page.write_text(page(rows), "utf-8")


if __name__ == "__main__":
    main()
