"""The heads of 命令（令）(10.2) and 纪要 (10.3), known by their words and never by their red."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.gongwen.roles import Role
from policydoc.gongwen.views import View

_COUNT = r"[\d〇零一二三四五六七八九十百]+"
_ORDER_NUMBER = re.compile(rf"^第{_COUNT}号$")
_ORDER_IN_ONE = re.compile(rf"^.{{2,40}}令[（(]?第{_COUNT}号[）)]?$")
_MINUTES_NUMBER = re.compile(rf"^[〔\[（(]?(?:\d{{4}}年?)?[〕\]）)]?第?{_COUNT}[号期][）)]?$")
_ISSUED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日(印发)?$")
_LONGEST = 40
_HEAD = (Role.BODY, Role.BOX)


def name_special_head(views: Sequence[View], roles: list[Role]) -> tuple[str, int]:
    """Name the mark and the number of an order or of minutes: (form, index after the head)."""
    near = [i for i, view in enumerate(views) if view.text and roles[i] in _HEAD][:6]
    words = ["".join(views[i].text.split()) for i in near]
    for place, (before, number) in enumerate(zip(["", *words], words, strict=False)):
        if _ORDER_IN_ONE.match(number) and place == 0:
            return "order", _named(roles, near[: place + 1], marks=place + 1)
        if _ORDER_NUMBER.match(number) and before.endswith("令") and len(before) <= _LONGEST:
            return "order", _named(roles, near[: place + 1], marks=place)
        if _MINUTES_NUMBER.match(number) and before.endswith("纪要") and len(before) <= _LONGEST:
            issued = place + 1 < len(words) and _ISSUED.search(words[place + 1]) is not None
            return "minutes", _named(roles, near[: place + 1 + issued], marks=place)
    return "general", 0


def _named(roles: list[Role], head: Sequence[int], marks: int) -> int:
    for place, index in enumerate(head):
        roles[index] = Role.MARK if place < marks else Role.NUMBER
    return head[-1] + 1
