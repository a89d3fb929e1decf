"""How many planted defects does the review find, at the planted words, and what else does it say?

python benchmarks/seeded_defects.py [--texts DIR] [--bases N] [--plants FILE] [--rule NAME] [--show]

One defect at a time is planted in drafts (those of tests/texts, law-like ones made by
tests/law_generator.py with --texts generated, or the .txt files of DIR). A plant has a defective and a clean wording (seeded_defects.toml); what the review
says of the one and not of the other is the rule sought, or collateral. Prints for each rule how
often it speaks at the words, elsewhere or not at all, and the collateral per plant; --show adds
what was missed, and what certain rules say of the clean wordings.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from policydoc import pipeline
from policydoc.chinese.numerals import to_chinese
from policydoc.model import Finding, Policy, walk
from tests.dressing import plain
from tests.law_generator import law

Key = tuple[str, str]

PLANTS = Path(__file__).with_suffix(".toml")
TEXTS = Path(__file__).parents[1] / "tests" / "texts"
MARK = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")
ARTICLE = re.compile(r"^[ 　]*第[〇零一二三四五六七八九十百千]+条", re.MULTILINE)
GENRE = re.compile(r"(细则|办法|规定|条例|规则|意见|方案|法)(?:（[^）]*）)?$")


@dataclass(frozen=True)
class Plant:
    """One wording of a defect, with both readings marked."""

    rule: str
    text: str
    where: str = "article"


@dataclass
class Tally:
    """What came of the plants of one rule."""

    planted: int = 0
    exact: int = 0
    elsewhere: int = 0
    collateral: Counter[str] = field(default_factory=Counter)
    clean: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def read_plants(path: Path) -> Iterator[Plant]:
    """Every wording of the file."""
    for entry in tomllib.loads(path.read_text("utf-8"))["plant"]:
        kinds = [kind for kind in ("whole", "fresh", "tail") if entry.get(kind)]
        for text in entry["texts"]:
            yield Plant(entry["rule"], text.strip("\n"), kinds[0] if kinds else "article")


def bases(folder: Path, count: int) -> list[str]:
    """The drafts that defects are planted in."""
    if folder == Path("generated"):
        return [plain(law(seed)) for seed in range(40, 40 + count)]
    files = [path for path in sorted(folder.glob("*.txt")) if "第四条" in path.read_text("utf-8")]
    step = max(1, len(files) // count)
    return [path.read_text("utf-8") for path in files[::step][:count]]


def sow(base: str, plant: Plant, chance: random.Random) -> tuple[str, str, str] | None:
    """The defective text, the clean one, and the planted words; None where it does not fit."""
    if plant.where == "whole":
        text = plant.text
    else:
        text = _placed(base, plant, chance)
        if not text:
            return None
    match = MARK.search(text)
    words = match[1] if match else ""
    return MARK.sub(r"\1", text), MARK.sub(r"\2", text), words


def _placed(base: str, plant: Plant, chance: random.Random) -> str:
    starts = [m.start() for m in ARTICLE.finditer(base)]
    genre = GENRE.search(base.split("\n", 1)[0].strip())
    parts = plant.text.split("||")
    if genre is None or len(starts) < len(parts) + 2:
        return ""
    numbers = [re.sub(r"\s", "", m[0]) for m in ARTICLE.finditer(base)]
    ends = [*starts[1:], len(base)]
    single = [n for n, s, e in zip(numbers, starts, ends, strict=True)
              if base[s:e].strip().count("\n") == 0 and numbers.count(n) == 1]  # fmt: skip
    chosen = sorted(chance.sample(range(1, len(starts) - 1), len(parts)))
    single = [number for number in single if number not in {numbers[i] for i in chosen}]
    names = {
        "{self}": genre[1],
        "{one}": chance.choice(single) if single else "",
        "{beyond}": f"第{to_chinese(len(starts) + 400)}条",
        "{here0}": numbers[chosen[0]],
    }
    if "{one}" in plant.text and not single:
        return ""
    out, last = [], 0
    for place, part in zip(chosen, parts, strict=True):
        end = ends[place]
        body = base[last:end].rstrip("\n")
        # A heading of the next chapter stays below the planted lines.
        body, heading = _split_headings(body)
        if plant.where == "fresh":
            body = body[: starts[place] - last] + numbers[place] + " " + part.strip("\n")
        else:
            body += "\n" + part.strip("\n")
        out.append(body + heading + "\n")
        last = end
    text = "".join(out) + base[last:]
    if plant.where == "tail":
        text = base.rstrip("\n") + "\n" + plant.text
    for name, word in names.items():
        text = text.replace(name, word)
    return text


def _split_headings(body: str) -> tuple[str, str]:
    lines = body.split("\n")
    cut = len(lines)
    while cut and re.match(r"^[ 　]*第.{1,4}[编章节][ 　]|^$", lines[cut - 1]):
        cut -= 1
    return "\n".join(lines[:cut]), "".join("\n" + line for line in lines[cut:])


def review(text: str) -> tuple[Policy, list[Finding]]:
    """The findings on a text."""
    policy = pipeline.extract(pipeline.parse_text(text))
    return policy, list(pipeline.lint(policy))


def overlaps(finding: Finding, words: str, policy: Policy) -> bool:
    """Does the finding stand on the planted words?"""
    if not finding.eid:
        return False
    for provision in walk(policy):
        if provision.eid != finding.eid:
            continue
        start = provision.text.find(words) if words else -1
        while start >= 0:
            if finding.start < start + len(words) and start < finding.end:
                return True
            start = provision.text.find(words, start + 1)
        label = provision.num + provision.heading
        return bool(finding.quote) and (words in label or label in words) and bool(words)
    return False


def _key(finding: Finding) -> Key:
    return finding.rule, finding.quote


def judge(plant: Plant, sown: tuple[str, str, str], tally: Tally, base: Counter[Key]) -> None:
    """Count what the review says of one plant; `base` is what it says of the draft itself."""
    wrong, right, words = sown
    policy, found = review(wrong)
    _, clean = review(right)
    before = Counter(map(_key, clean))
    new = [f for f in found if before[_key(f)] == 0]
    mine = [f for f in new if f.rule == plant.rule]
    tally.planted += 1
    if any(overlaps(f, words.strip("\n"), policy) for f in mine):
        tally.exact += 1
    elif mine:
        tally.elsewhere += 1
        tally.missed.append(f"elsewhere {[f.quote[:30] for f in mine][:2]}: {plant.text[:60]}")
    else:
        others = sorted({f.rule for f in new})
        tally.missed.append(f"missed {others}: {plant.text[:90]}")
    others = [("" if f.certain else "h:") + f.rule for f in new if f.rule != plant.rule]
    tally.collateral.update(others)
    for finding in clean:
        if finding.certain and base[_key(finding)] == 0:
            tally.clean[f"{finding.rule} “{finding.quote[:40]}”"] += 1


def main() -> None:
    """Plant, review, and print a row for each rule."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts", type=Path, default=TEXTS)
    parser.add_argument("--bases", type=int, default=3)
    parser.add_argument("--plants", type=Path, default=PLANTS)
    parser.add_argument("--rule", default="")
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    drafts = bases(arguments.texts, arguments.bases)
    known = [Counter(map(_key, review(draft)[1])) for draft in drafts]
    tallies: dict[str, Tally] = defaultdict(Tally)
    for plant in read_plants(arguments.plants):
        if arguments.rule and plant.rule != arguments.rule:
            continue
        for seed, draft in enumerate(drafts[:1] if plant.where == "whole" else drafts):
            sown = sow(draft, plant, random.Random(f"{plant.text}{seed}"))
            if sown:
                base = Counter[Key]() if plant.where == "whole" else known[seed]
                judge(plant, sown, tallies[plant.rule], base)
    _print(tallies, arguments.show)


def _print(tallies: dict[str, Tally], show: bool) -> None:
    print("rule                               plants  exact  elsewhere  missed  collateral")
    for rule, tally in sorted(tallies.items(), key=lambda t: t[1].exact / t[1].planted):
        missed = tally.planted - tally.exact - tally.elsewhere
        others = ", ".join(f"{name} {n}" for name, n in tally.collateral.most_common(4))
        print(
            f"{rule:34} {tally.planted:6} {tally.exact:6} {tally.elsewhere:10} {missed:7}  {others}"
        )
        if show:
            for line in dict.fromkeys(tally.missed):
                print("      " + line.replace("\n", "¶"))
            for line, count in tally.clean.items():
                print(f"      clean wording, certain finding ({count}): {line}".replace("\n", "¶"))
    planted = sum(t.planted for t in tallies.values())
    exact = sum(t.exact for t in tallies.values())
    somewhere = exact + sum(t.elsewhere for t in tallies.values())
    sure = sum(n for t in tallies.values() for r, n in t.collateral.items() if r[:2] != "h:")
    hints = sum(n for t in tallies.values() for r, n in t.collateral.items() if r[:2] == "h:")
    print(
        f"all: {planted} plants, at the words {exact / planted:.3f}, found {somewhere / planted:.3f};"
        f" collateral a plant: {sure / planted:.2f} certain, {hints / planted:.2f} hints"
    )


if __name__ == "__main__":
    main()
