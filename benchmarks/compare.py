"""How long a comparison of the three policies takes, from process start to all five reports.

    python benchmarks/compare.py [--runs 3]

Prints where the time goes and, from the same run, how long difflib and the pure-Python
diff-match-patch take to compare two of the whole texts, which is only the smallest part of the work.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
NAMES = ("zhangye", "guizhou", "national")
FORMATS = ("html", "docx", "xlsx", "markdown", "json")
LIMIT = 2.0


def from_start(*arguments: str, path: str = "") -> float:
    """Seconds of one run of the command, process start included; `path` is searched first."""
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "policydoc", *arguments],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": path},
    )
    return time.perf_counter() - begin


def without_rjieba(folder: str) -> str:
    """A folder to search first, in which rjieba cannot be imported."""
    package = Path(folder) / "none" / "rjieba"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise ImportError\n")
    return str(package.parent)


def median(runs: int, work: Callable[[], float]) -> float:
    return statistics.median(work() for _ in range(runs))


def timed(name: str, work: Callable[[], object]) -> object:
    begin = time.perf_counter()
    made = work()
    print(f"  {name:<32}{(time.perf_counter() - begin) * 1000:8.0f} ms")
    return made


def stages() -> None:
    """Where the time goes, each stage once, in one fresh process."""
    print("Where it goes (this process, each stage once):")
    pipeline = timed("import", lambda: import_module("policydoc.pipeline"))
    assert isinstance(pipeline, ModuleType)
    policies = timed("read and parse", lambda: [pipeline.open_policy(n) for n in NAMES])
    assert isinstance(policies, list)
    timed(
        "import extractors", lambda: pipeline.discover("policydoc.extractors", pipeline.Extractor)
    )
    policies = timed("extract", lambda: [pipeline.extract(p) for p in policies])
    assert isinstance(policies, list)

    def cut() -> object:
        from policydoc.chinese.words import words

        return words("中小企业特色产业集群")

    timed("load the word list", cut)
    lead, *others = policies
    timed("align", lambda: [pipeline.align(lead, other) for other in others])
    timed("align and compare, one lead", lambda: pipeline.compare(policies))
    comparison = timed(
        "align and compare, every lead", lambda: pipeline.compare(policies, every_lead=True)
    )
    for name in FORMATS:
        content = timed(f"report: {name}", lambda name=name: pipeline.publish(comparison, name))  # type: ignore[misc]
        assert isinstance(content, bytes)
        print(f"    {len(content):,} bytes")


def peers() -> None:
    """Two whole texts, one algorithm, nothing else."""
    from diff_match_patch import diff_match_patch

    left, right = (
        (ROOT / "policies" / n / f"{n}.txt").read_text(encoding="utf-8") for n in NAMES[:2]
    )
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    print("Peers, 张掖 against 贵州 as two strings:")
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    timed("difflib", matcher.get_opcodes)
    timed("diff-match-patch (Python)", lambda: engine.diff_main(left, right))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        start = median(runs, lambda: from_start("--version"))
        whole = median(runs, lambda: from_start("compare", *NAMES, "-o", folder))
        word = median(runs, lambda: from_start("compare", *NAMES, "-o", f"{folder}/a.docx"))
        bare = without_rjieba(folder)
        plain = median(runs, lambda: from_start("compare", *NAMES, "-o", folder, path=bare))
    print(f"process start (--version):                     {start:.2f} s")
    print(f"compare, all five reports, from process start: {whole:.2f} s (limit {LIMIT} s)")
    print(f"the same with jieba alone, without rjieba:     {plain:.2f} s")
    print(f"compare, Word only, from process start:        {word:.2f} s")
    stages()
    peers()


if __name__ == "__main__":
    main()
