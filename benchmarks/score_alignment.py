"""Score the alignment on hand-made links: python benchmarks/score_alignment.py [--gold DIR]."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.alignment_gold import GOLD, scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD)
    folder = parser.parse_args().gold
    for roles in (True, False):
        print("with roles" if roles else "without roles")
        for name, found in scores(folder, roles=roles):
            print(f"  {name:32} {found}")
            for pair in found.wrong:
                print("      wrong:", *pair)


if __name__ == "__main__":
    main()
