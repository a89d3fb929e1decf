"""Cut text into words; the only use of jieba, or of rjieba where it is installed.

Numbers with their measure, 《titles》, quoted names and bodies stay whole: the cutter's words are
joined over them, never cut anew, so that every boundary is still a word boundary. Which cutter ran
belongs in every output (`tokenizer_name`): they differ on strings of Latin letters and digits.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

_MEASURE = (
    "个工作日|工作日|平方公里|平方千米|平方米|公顷|公里|亿元|万元|百万元|千元|元|亿|万"
    "|个百分点|百分点|个月|年|月|日|天|小时|周|季度|个|家|户|名|人次|人|项|件|次|篇|条|批|类|种|倍|亩|吨|分"
)
_DIGITS = r"\d+(?:[,，]\d{3})*(?:[.．]\d+)?"
_HANZI_NUMBER = "[〇零一二三四五六七八九十百千万亿两]+"
WHOLE = re.compile(
    rf"{_DIGITS}\s?(?:[%％‰]|{_MEASURE})?"
    rf"|{_HANZI_NUMBER}(?:{_MEASURE}|成)|{_HANZI_NUMBER}分之{_HANZI_NUMBER}"
    r"|《[^《》\n]{1,60}》|[“\"「][^“”\"「」。\n]{1,20}[”\"」]"
)
Cutter = Callable[[str], list[str]]


@lru_cache(maxsize=1)
def _cutter() -> Cutter:
    try:
        import rjieba
    except ImportError:
        return _plain_jieba()
    # Its own cutter, with the dictionary as shipped: a second one takes as long again to make.
    cut: Cutter = rjieba.cut
    return cut


def _plain_jieba() -> Cutter:
    import logging

    import jieba

    jieba.setLogLevel(logging.ERROR)
    cutter = jieba.Tokenizer()
    with cutter.get_dict_file() as file:
        cutter.FREQ, cutter.total = _frequencies(file.read().decode("utf-8"))
    cutter.initialized = True
    cut: Cutter = cutter.lcut
    return cut


def _frequencies(dictionary: str) -> tuple[dict[str, int], int]:
    """jieba's table of words and of what words begin with, and the sum of all frequencies.

    As `Tokenizer.gen_pfdict` makes it, in half the time, and without the cache that jieba leaves
    in a folder every user may write to and reads with marshal.
    """
    cells = dictionary.split()
    numbers = [int(cell) for cell in cells[1::3]]
    found = dict(zip(cells[::3], numbers, strict=True))
    for word in tuple(found):
        while (word := word[:-1]) and word not in found:
            found[word] = 0
    return found, sum(numbers)


def _version(package: str) -> str:
    from importlib.metadata import version

    return version(package)


@lru_cache(maxsize=1)
def tokenizer_name() -> str:
    """The cutter in use and its version, without loading it: rjieba 0.2.2."""
    if "rjieba" in sys.modules:
        return f"rjieba {_version('rjieba')}"
    from importlib.util import find_spec

    name = "rjieba" if find_spec("rjieba") else "jieba"
    return f"{name} {_version(name)}"


def words(text: str, names: Iterable[str] = ()) -> list[str]:
    """The words of a text; joined they are the text again.

    Args:
        text: Any text.
        names: Bodies and other names to keep whole.
    """
    if not text:
        return []
    return _joined(_cutter()(text), whole_places(text, tuple(names)))


def whole_places(text: str, names: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where numbers, titles, quoted names and the given names stand, as (start, end)."""
    found = [match.span() for match in WHOLE.finditer(text)]
    if names:
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        pattern = re.compile("|".join(re.escape(name) for name in longest_first))
        found += [match.span() for match in pattern.finditer(text)]
    return sorted(found)


def _joined(cut: Sequence[str], places: Sequence[tuple[int, int]]) -> list[str]:
    """Join the words that a place touches: its ends may lie inside a word."""
    found: list[str] = []
    start, remaining = 0, list(reversed(places))
    open_until = 0
    for word in cut:
        end = start + len(word)
        while remaining and remaining[-1][1] <= start:
            remaining.pop()
        joins = found and start < open_until
        if joins:
            found[-1] += word
        else:
            found.append(word)
        while remaining and remaining[-1][0] < end:
            open_until = max(open_until, remaining.pop()[1])
        start = end
    return found
