"""MB of text a second through `extract`, by extractor, on one core; and odd texts that must stay linear.

python benchmarks/extract.py [--seconds 3]
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from policydoc import pipeline  # noqa: E402
from policydoc.model import Policy, walk  # noqa: E402
from policydoc.plugins import Extractor, discover  # noqa: E402

ODD = {
    "digits": "1" * 1000,
    "numerals": "一" * 1000,
    "quotes": "“" * 1000,
    "commas": "，" * 1000,
    "years": "每年" * 500,
    "ranges": "1至" * 500,
    "before": "不低于" * 333,
    "words": "集群企业发展" * 166,
    "or": "，或者1家" * 200,
}


def size(policy: Policy) -> int:
    return sum(len(p.text.encode()) for p in walk(policy))


def seconds(policy: Policy, budget: float) -> float:
    """The best of the runs that fit in the budget."""
    best, spent = 9e9, 0.0
    while spent < budget:
        fresh = replace(policy, facts=())
        start = time.perf_counter()
        pipeline.extract(fresh)
        took = time.perf_counter() - start
        best, spent = min(best, took), spent + took
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=2)
    budget = parser.parse_args().seconds
    for name in ("zhangye", "guizhou"):
        policy = pipeline.open_policy(name)
        pipeline.extract(policy)
        took = seconds(policy, budget)
        print(
            f"{name}: {size(policy) / took / 1e6:.2f} MB/s ({size(policy)} bytes, {took * 1000:.1f} ms)"
        )
        for kind, extractor in discover("policydoc.extractors", Extractor).items():
            fresh = replace(policy, facts=())
            start = time.perf_counter()
            list(extractor.extract(fresh))
            print(f"   {kind:12} {(time.perf_counter() - start) * 1000:7.2f} ms")
    for name, text in ODD.items():
        took = []
        for times in (8, 32):
            policy = pipeline.parse_text("第一条 " + text * times)
            took.append(seconds(policy, 0.05))
        print(
            f"odd text, {name}: {took[1]:.3f} s for {len(text) * 32} characters; 4 × the text takes {took[1] / took[0]:.1f} × the time"
        )


if __name__ == "__main__":
    main()
