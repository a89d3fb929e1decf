"""MB/s of plain text into the full tree, as a ratio to a bare re.split at 第X条 in the same run.

Run: python benchmarks/parse_speed.py [--largest 50]   (MB; sizes go up tenfold from 10 kB)
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from policydoc.model import Source
from policydoc.parser import parse
from policydoc.readers import from_text
from tests.dressing import plain
from tests.law_generator import law

SPLIT = re.compile(r"(?=^第[一二三四五六七八九十百千零]+条)", re.MULTILINE)


def text_of(size: int) -> str:
    """One law of about `size` bytes: articles counted on, chapters of twenty."""
    lines = ["某省促进中小企业特色产业集群发展条例", ""]
    length, number, seed = 0, 0, 0
    from tests.dressing import han

    while length < size:
        for line in plain(law(seed)).split("\n")[3:]:
            if line.startswith("第") and "条　" in line[:12]:
                number += 1
                line = f"第{number if number > 9999 else han(number)}条　{line.partition('　')[2]}"
            elif line.startswith("第"):
                continue
            lines.append(line)
            length += len(line.encode()) + 1
        seed += 1
    return "\n".join(lines)


def best(function: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        start = time.process_time()
        function()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--largest", type=float, default=10, help="MB")
    largest = arguments.parse_args().largest * 1e6
    print(f"{'bytes':>12} {'parse MB/s':>11} {'re.split MB/s':>14} {'ratio':>8}")
    size = 1e4
    while size <= largest:
        text = text_of(int(size))
        count = len(text.encode())
        source: Source = from_text(text, "law")
        times = 3 if size < 5e6 else 1
        parsed = best(partial(parse, source), times)
        split = best(partial(SPLIT.split, text), times)
        print(
            f"{count:>12,} {count / parsed / 1e6:>11.2f} {count / split / 1e6:>14.2f} "
            f"{parsed / split:>8.1f}"
        )
        size = min(size * 10, largest) if size < largest else size * 10


if __name__ == "__main__":
    main()
