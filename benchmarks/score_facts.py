"""Facts against the expert's tables of two policies: found, exact, and what was found beyond.

    python benchmarks/score_facts.py [--gold FILE] [--verbose]

`found`: a fact of that kind at that place whose words and the expert's overlap whole (one holds
the other); `value`: comparator, value, unit (or party, target, order) agree too; `beyond`: facts
of these kinds at no place the expert lists (for steps, grounds, references and terms).
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from policydoc import pipeline
from policydoc.model import Fact

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "facts-zhangye-guizhou.tsv"
Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def at_place(fact: Fact, row: Row) -> bool:
    return fact.eid == row["eid"] or fact.eid.startswith(f"{row['eid']}__para_")


def same_words(fact: Fact, row: Row) -> bool:
    if row["table"] == "actor":
        return fact.quote == row["quote"]
    return row["quote"] in fact.quote or fact.quote in row["quote"]


def same_value(fact: Fact, row: Row) -> bool:
    match row["table"]:
        case "quantity":
            stated = [("op", fact.op), ("unit", fact.unit), ("value", _plain(fact.value))]
            return all(not row[name] or row[name] == found for name, found in stated)
        case "actor":
            return fact.party == row["value"]
        case "reference":
            return fact.target == row["value"]
        case "term":
            return fact.term == row["value"]
        case "ground":
            return fact.quote == row["quote"]
    return True


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def score(gold: list[Row], verbose: bool = False) -> Counter[str]:
    """Counts by table and outcome."""
    counts: Counter[str] = Counter()
    for policy in sorted({row["policy"] for row in gold}):
        facts = pipeline.load(policy).facts
        own = [row for row in gold if row["policy"] == policy]
        used: set[int] = set()
        for row in own:
            counts[f"{row['table']} rows"] += 1
            near = [
                f
                for f in facts
                if f.kind == row["kind"] and at_place(f, row) and same_words(f, row)
            ]
            exact = [f for f in near if same_value(f, row)]
            counts[f"{row['table']} found"] += bool(near)
            counts[f"{row['table']} value"] += bool(exact)
            used.update(id(f) for f in near)
            if verbose and not exact:
                print(
                    "missed" if not near else "value", policy, row["eid"], row["kind"], row["quote"]
                )
        for table in ("step", "ground", "reference", "term"):
            beyond = [f for f in facts if f.kind == table and id(f) not in used]
            counts[f"{table} beyond"] += len(beyond)
            if verbose:
                for fact in beyond:
                    print("beyond", policy, fact.eid, fact.kind, fact.quote)
        steps = sorted((f for f in facts if f.kind == "step"), key=lambda f: f.order or 0)
        wanted = [row for row in own if row["table"] == "step"]
        counts["step in order"] += sum(
            at_place(fact, row) and same_words(fact, row)
            for fact, row in zip(steps, wanted, strict=False)
        )
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    path = asked.gold / GOLD.name if asked.gold.is_dir() else asked.gold
    counts = score(rows(path), asked.verbose)
    for table in ("quantity", "actor", "step", "ground", "reference", "term"):
        told = "  ".join(
            f"{name} {counts[f'{table} {name}']}"
            for name in ("rows", "found", "value", "beyond", "in order")
            if f"{table} {name}" in counts
        )
        print(f"{table:10} {told}")


if __name__ == "__main__":
    main()
