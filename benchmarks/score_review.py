"""How many of the defects an expert finds does the review find, at the words?

python benchmarks/score_review.py [--gold DIR]

A defect is found where a finding overlaps its words in the text, or quotes them whole. Prints what
is found and missed by class (D certain rules, H hints) and the words that are missed.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from policydoc import pipeline
from policydoc.model import Finding, Policy, walk

GOLD = Path(__file__).parents[1] / "tests" / "gold"


def read_gold(folder: Path) -> list[dict[str, str]]:
    """The rows of defects.tsv."""
    lines = (folder / "defects.tsv").read_text("utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if line[:1] != "#"), delimiter="\t"))


def is_found(words: str, findings: Iterable[Finding], policy: Policy) -> bool:
    """Does a finding stand on these words?"""
    places = {
        (p.eid, p.text.find(words)) for p in walk(policy) if p.text and p.text.find(words) >= 0
    }
    for finding in findings:
        if finding.quote and words in finding.quote:
            return True
        for eid, start in places:
            if finding.eid == eid and finding.start < start + len(words) and start < finding.end:
                return True
        if not places and finding.quote and finding.quote in words:
            return True
    return False


def main() -> None:
    """Print the score."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--gold", type=Path, default=GOLD)
    rows = read_gold(parser.parse_args().gold)
    policies = {name: pipeline.load(name) for name in {row["policy"] for row in rows}}
    reviews = {name: pipeline.lint(policy) for name, policy in policies.items()}
    for kind, name in (("D", "certain rules"), ("H", "hints"), ("-", "beyond the drafting rules")):
        mine = [row for row in rows if row["class"] == kind]
        missed = [
            row
            for row in mine
            if not is_found(row["words"], reviews[row["policy"]], policies[row["policy"]])
        ]
        print(f"{name}: {len(mine) - len(missed)} of {len(mine)} found")
        for row in missed:
            print(f"  missed {row['defect']}: {row['words']}")
    for name, findings in reviews.items():
        sure = sum(finding.certain for finding in findings)
        print(f"{name}: {len(findings)} findings, {sure} certain")


if __name__ == "__main__":
    main()
