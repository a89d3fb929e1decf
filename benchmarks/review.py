"""How long a review takes, and how the time grows with the draft.

python benchmarks/review.py

Drafts of 50 to 800 articles are made from the articles of the shipped Zhangye text. Prints the
time of all rules (parsing and facts apart) as a ratio to re-reading the text with one regular
expression, and characters a second.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from policydoc import pipeline
from policydoc.chinese.numerals import to_chinese
from policydoc.model import Kind, walk

SIZES = (50, 100, 200, 400, 800)


def draft(articles: int) -> str:
    """A draft of so many articles, each with the words of a real one."""
    texts = [p.text for p in walk(pipeline.open_policy("zhangye")) if p.kind is Kind.PARAGRAPH]
    lines = ["甲市集群管理办法"]
    for number in range(1, articles + 1):
        lines.append(
            f"第{to_chinese(number)}条 {texts[number % len(texts)]}第{number}批按规定办理。"
        )
    return "\n".join(lines) + "\n"


def seconds(work: Callable[[], object]) -> float:
    """The shortest of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print a row for each size."""
    pipeline.lint(pipeline.load("zhangye"))
    pattern = re.compile(r"第[一二三四五六七八九十百]+条|[^。]{0,40}应当[^。]*。")
    print("articles  characters  parse+facts s  rules s  × regex  characters/s")
    for size in SIZES:
        text = draft(size)
        policy = pipeline.extract(pipeline.parse_text(text))
        reading = seconds(lambda t=text: pipeline.extract(pipeline.parse_text(t)))
        rules = seconds(lambda p=policy: pipeline.lint(p))
        peer = seconds(lambda t=text: pattern.findall(t))
        print(
            f"{size:8}  {len(text):10}  {reading:13.2f}  {rules:7.2f}  {rules / peer:7.0f}"
            f"  {len(text) / rules:12.0f}"
        )


if __name__ == "__main__":
    main()
