"""Random files through the readers and the parser: no crash, no hang, no lost character.

Soup of labels dressed as text, Markdown, Word and web page (whose words must all be found again),
random bytes behind every magic number, and sound docx, html, txt, pdf and doc files with bytes
changed, dropped, doubled or cut off. LibreOffice is not called: it is not ours to test.

Run: python benchmarks/fuzz_read.py [--inputs 100000] [--seed 1]
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.mutations import fault_of, make

SLOWEST = 2.0  # seconds of the processor that one small file may take


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--inputs", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    os.environ["PATH"] = ""
    slowest, faults, began = 0.0, 0, time.perf_counter()
    kinds: Counter[str] = Counter()
    for number in range(given.inputs):
        made = make(random.Random(f"{given.seed}/{number}"))
        kinds[Path(made.name).suffix or "none"] += 1
        start = time.process_time()
        fault = fault_of(made)
        taken = time.process_time() - start
        if fault or taken > SLOWEST:
            faults += 1
            print(f"input {number} ({made.name}, {taken:.2f} s): {fault[:300]}", flush=True)
        slowest = max(slowest, taken)
    taken = time.perf_counter() - began
    print(", ".join(f"{name} {count}" for name, count in kinds.most_common()))
    print(f"{given.inputs} files, {faults} faulty, slowest {slowest:.3f} s, {taken:.0f} s in all")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
