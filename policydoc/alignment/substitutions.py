"""Expected exchanges between two texts: places, self-names, bodies; learnt from the texts.

They are folded away before likeness is measured, so that 市工业和信息化局负责 and
省工业和信息化厅负责 look alike whatever the bodies are called. Source: docs/adr/0051.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from policydoc.chinese.exchanges import PLACE, Legend, bodies_of, one_name
from policydoc.chinese.folding import fold
from policydoc.model import Identity

SELF_NAME = re.compile(
    "本(?:实施细则|实施办法|实施意见|管理办法|暂行办法|暂行规定|工作方案|实施方案"
    "|细则|办法|规定|条例|意见|方案|标准|规则|措施|决定|规程|准则|通知)"
)
_OWN_WORDS = {
    "national": ("国", ("全国", "我国", "国家级")),
    "provincial": ("省", ("全省", "本省", "我省", "省级")),
    "municipal": ("市", ("全市", "本市", "我市", "市级")),
    "county": ("县", ("全县", "本县", "我县", "县级")),
}


def region_of(identity: Identity) -> str:
    """The place a policy is made for, as it says of itself or as its title begins."""
    if identity.region:
        return identity.region
    found = PLACE.match(identity.title)
    return found[0] if found else ""


def plain_exchanges(
    left: Identity, right: Identity, left_text: str, right_text: str
) -> list[tuple[str, str]]:
    """Places, self-names and words of the own level that both texts use."""
    found: list[tuple[str, str]] = []
    places = region_of(left), region_of(right)
    if all(places) and places[0] in left_text and places[1] in right_text:
        found.append(places)
    names = SELF_NAME.findall(left_text), SELF_NAME.findall(right_text)
    if all(names):
        found += [(name, _usual(names[1])) for name in sorted({*names[0]})]
        found += [(_usual(names[0]), name) for name in sorted({*names[1]})]
    mine, theirs = _OWN_WORDS.get(left.level), _OWN_WORDS.get(right.level)
    if mine and theirs:
        found += [
            (a, b)
            for a, b in zip(mine[1], theirs[1], strict=False)
            if a in left_text and b in right_text
        ]
    return list(dict.fromkeys((a, b) for a, b in found if a != b))


def _usual(names: Sequence[str]) -> str:
    return Counter(names).most_common(1)[0][0] if names else ""


def body_exchanges(
    left: Sequence[str], right: Sequence[str], pairs: Iterable[tuple[int, int]]
) -> list[tuple[str, str]]:
    """Bodies of `left` and the bodies that stand in their place in `right`.

    Args:
        left: The units' texts; right: likewise.
        pairs: Indices of units that answer each other by a first look.
    """
    ours, theirs = bodies_of(left), bodies_of(right)
    votes: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for i, j in pairs if ours and theirs else ():
        here, there = _mentions(left[i], ours), _mentions(right[j], theirs)
        for a, before, after in here:
            for b, earlier, later in there:
                votes[a, b] += (after[:2] == later[:2]) * 2 + (before == earlier)
        seen.update({(a, b) for a, _, _ in here for b, _, _ in there})
    return _one_to_one(votes, seen)


def _mentions(text: str, names: Sequence[str]) -> list[tuple[str, str, str]]:
    """Each mention of a body, the longest name first: name, character before, words after."""
    folded = fold(text)
    found = []
    taken = [False] * len(folded)
    for name in names:
        start = folded.find(name)
        while start >= 0:
            stop = start + len(name)
            if not any(taken[start:stop]):
                taken[start:stop] = [True] * len(name)
                found.append((name, folded[start - 1 : start], folded[stop : stop + 4]))
            start = folded.find(name, stop)
    return found


def _one_to_one(
    votes: Counter[tuple[str, str]], seen: Counter[tuple[str, str]]
) -> list[tuple[str, str]]:
    chosen: list[tuple[str, str]] = []
    ranked = sorted(votes, key=lambda pair: (-votes[pair] - seen[pair], pair))
    for a, b in ranked:
        free = all(a != x and b != y for x, y in chosen)
        if free and a != b and votes[a, b] >= 3 and seen[a, b] >= 2:
            chosen.append((a, b))
    return chosen


class Folder:
    """Replaces each name of the legend by one common mark, and self-names by one word."""

    def __init__(self, legend: Legend) -> None:
        self._names = one_name(legend)
        values = sorted(set(self._names.values()))
        self._marks = {value: chr(0xE000 + n % 6000) for n, value in enumerate(values)}
        longest_first = sorted(self._names, key=lambda name: (-len(name), name))
        joined = "|".join(re.escape(name) for name in longest_first)
        self._pattern = re.compile(joined) if joined else None

    def fold(self, text: str) -> str:
        """The folded text with the marks in place of the names."""
        folded = fold(text)
        if self._pattern is not None:
            folded = self._pattern.sub(lambda found: self._marks[self._names[found[0]]], folded)
        return SELF_NAME.sub("本文", folded)
