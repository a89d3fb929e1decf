"""How many documents of our own writing are parsed fully right, in each raw form.

Run: python benchmarks/parse_forms.py [--laws 100] [--form wrap] [--show]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from policydoc.parser import parse
from policydoc.readers import from_text
from tests.dressing import FORMS
from tests.law_generator import law
from tests.outline import lost
from tests.truth import faults


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--laws", type=int, default=60)
    arguments.add_argument("--first", type=int, default=0)
    arguments.add_argument("--form", choices=sorted(FORMS))
    arguments.add_argument("--show", action="store_true", help="print what is wrong, and where")
    given = arguments.parse_args()
    forms = [given.form] if given.form else list(FORMS)
    laws = [law(given.first + seed) for seed in range(given.laws)]
    print(f"{'form':<10} {'right %':>8} {'lossless %':>11}   of {given.laws} documents")
    for form in forms:
        right = lossless = 0
        for seed, document in enumerate(laws, start=given.first):
            source = from_text(FORMS[form](document), "law")
            policy = parse(source)
            wrong, missing = faults(document, policy), lost(source, policy)
            right += not wrong
            lossless += missing == ("", "")
            if given.show and (wrong or missing != ("", "")):
                print(f"  {form} {seed}: {wrong} {[m[:40] for m in missing]}")
        print(f"{form:<10} {100 * right / len(laws):>8.2f} {100 * lossless / len(laws):>11.2f}")


if __name__ == "__main__":
    main()
