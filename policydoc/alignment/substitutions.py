"""Expected exchanges between two texts: places, self-names, bodies; learnt from the texts.

They are folded away before likeness is measured, so that 市工业和信息化局负责 and
省工业和信息化厅负责 look alike whatever the bodies are called. Source: docs/adr/0051.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from policydoc.chinese.folding import fold
from policydoc.model import Identity

Legend = tuple[tuple[str, str], ...]

SELF_NAME = re.compile(
    "本(?:实施细则|实施办法|实施意见|管理办法|暂行办法|暂行规定|工作方案|实施方案"
    "|细则|办法|规定|条例|意见|方案|标准|规则|措施|决定|规程|准则|通知)"
)
_REGION = re.compile("^[\u4e00-\u9fff]{2,7}?(?:自治区|自治州|地区|省|市|州|盟|县|区|旗)")
_OWN_WORDS = {
    "national": ("国", ("全国", "我国", "国家级")),
    "provincial": ("省", ("全省", "本省", "我省", "省级")),
    "municipal": ("市", ("全市", "本市", "我市", "市级")),
    "county": ("县", ("全县", "本县", "我县", "县级")),
}
_BODY_END = re.compile(
    "主管部门|行政部门|管理部门|工作部门|有关部门|部门|人民政府|政府|委员会|管委会|办公室|领导小组"
    "|厅|局(?![面限部])|署(?!名)|委(?![托员])|部(?![分门署级])"
)
_LONGEST_BODY = 18
_NOT_INSIDE = frozenset(",.;:?!\"'、《》\n ")
_BEFORE_BODY = "由向报至经和与及各所在将对据应为请送到给的了"


def region_of(identity: Identity) -> str:
    """The place a policy is made for, as it says of itself or as its title begins."""
    if identity.region:
        return identity.region
    found = _REGION.match(identity.title)
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


def bodies_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Names of bodies that a text repeats, longest first: 市工业和信息化局, 县区工信局.

    A name ends as bodies end and begins where what stands before it varies.
    """
    ends: Counter[str] = Counter()
    for text in texts:
        folded = fold(text)
        for match in _BODY_END.finditer(folded):
            stop = match.end()
            for start in range(match.start() - 1, max(-1, stop - _LONGEST_BODY - 1), -1):
                if folded[start] in _NOT_INSIDE:
                    break
                ends[folded[start:stop]] += 1
    before: dict[str, list[int]] = {}
    for name, count in ends.items():
        before.setdefault(name[1:], []).append(count)
    found = [
        name
        for name, count in ends.items()
        if count > 1 and _may_be_name(name) and max(before.get(name, [0])) <= 0.7 * count
    ]
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _may_be_name(name: str) -> bool:
    begins_well = name[0] not in _BEFORE_BODY + ")("
    return len(name) > 2 and begins_well and name.count("(") == name.count(")")


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
    for i, j in pairs:
        for a, before, after in _mentions(left[i], ours):
            for b, earlier, later in _mentions(right[j], theirs):
                agree = (after[:2] == later[:2]) * 2 + (before == earlier)
                if agree:
                    votes[a, b] += agree
        seen.update(
            {(a, b) for a in ours if a in fold(left[i]) for b in theirs if b in fold(right[j])}
        )
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


def exchanged_place(exchanges: Sequence[tuple[str, str]], side: int) -> str:
    """The place among the exchanges: 张掖市, or ""."""
    places = (pair[side] for pair in exchanges if _REGION.fullmatch(pair[side]))
    return next(places, "")


def _full_name(place: str, body: str) -> str:
    """A body with its place before it: 张掖市 and 市工业和信息化局 make 张掖市工业和信息化局."""
    return place[:-1] + body if body[:1] == place[-1:] else place + body


class Folder:
    """Replaces each expected exchange on its own side by one common mark."""

    def __init__(self, exchanges: Sequence[tuple[str, str]], side: int) -> None:
        pieces: dict[str, str] = {}
        for number, pair in enumerate(exchanges):
            mark = chr(0xE000 + number % 6000)
            pieces.setdefault(fold(pair[side]), mark)
            if place := exchanged_place(exchanges, side):
                pieces.setdefault(fold(_full_name(place, pair[side])), mark)
        self._pieces = pieces
        names = sorted(pieces, key=lambda name: -len(name))
        self._pattern = re.compile("|".join(re.escape(name) for name in names)) if names else None

    def fold(self, text: str) -> str:
        """The folded text with marks in place of the exchanges; self-names become one mark."""
        folded = SELF_NAME.sub("本文", fold(text))
        if self._pattern is None:
            return folded
        return self._pattern.sub(lambda match: self._pieces[match[0]], folded)
