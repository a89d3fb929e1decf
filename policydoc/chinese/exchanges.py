"""Expected exchanges between two texts (张掖市 ↔ 贵州省): which names count as one.

Also which bodies a text names: 市工业和信息化局, 县区工信局, found by where names end and vary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from policydoc.chinese.folding import fold

Legend = Sequence[tuple[str, str]]

PLACE = re.compile("[\u4e00-\u9fff]{2,7}?(?:自治区|自治州|地区|省|市|州|盟|县|区|旗)")
_BODY_END = re.compile(
    "主管部门|行政部门|管理部门|工作部门|有关部门|部门|人民政府|政府|委员会|管委会|办公室|领导小组"
    "|厅|局(?![面限部])|署(?!名)|委(?![托员])|部(?![分门署级])"
)
_LONGEST_BODY = 18
_NOT_INSIDE = frozenset(",.;:?!\"'、《》\n ")
_BEFORE_BODY = "由向报至经和与及各所在将对据应为请送到给的了"


def one_name(legend: Legend) -> dict[str, str]:
    """Every name of the legend, and its full form with the place, → the name they all count as."""
    found: dict[str, str] = {}
    places = [next((p[side] for p in legend if PLACE.fullmatch(p[side])), "") for side in (0, 1)]
    for pair in legend:
        names = {fold(name) for name in pair}
        for name, place in zip(pair, places, strict=True):
            if place and name != place:
                names.add(fold(_full_name(place, name)))
        known = {found[name] for name in names if name in found}
        common = min(known, default=min(names))
        for name, value in found.items():
            if value in known:
                found[name] = common
        found.update(dict.fromkeys(names, common))
    return found


def _full_name(place: str, body: str) -> str:
    """张掖市 and 市工业和信息化局 make 张掖市工业和信息化局."""
    return place[:-1] + body if body[:1] == place[-1:] else place + body


def bodies_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Names of bodies that a text repeats, longest first.

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
