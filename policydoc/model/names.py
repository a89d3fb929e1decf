"""What a policy is called in a sentence about several: its own short title, else place and 文种.

And what the values of its `level` and `text_status` are called.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from policydoc.model.policy import Identity, Policy

LEVELS = {"national": "国家", "provincial": "省级", "municipal": "市级", "county": "县级"}
STATUSES = {"official": "正式文本", "draft": "草案", "digest": "要点摘编"}
_SHORT = 14
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:自治区|自治州|自治县|自治旗|省|市|州|盟|县|区|旗)")
_KIND = re.compile("(?:认定|管理|实施|工作|行动|暂行|试行|促进)*$")


def place_of(identity: Identity) -> str:
    """张掖市: the region as filed, else the place the title opens with, or ""."""
    found = _PLACE.match(identity.title)
    return identity.region or (found[0] if found else "")


def called(identity: Identity) -> str:
    """张掖市实施细则; the whole title where it is short or names no place, the id without one."""
    title = identity.title.replace("\n", "")
    if identity.short_title or len(title) <= _SHORT:
        return identity.short_title or title or identity.id
    body = re.sub(r"[（(][^（）()]*[）)]$", "", title)
    place = _PLACE.match(body)
    if place is None or not identity.genre or not body.endswith(identity.genre):
        return title
    before = body[place.end() : len(body) - len(identity.genre)]
    kind = _KIND.search(before)
    return place[0] + (kind[0] if kind else "") + identity.genre


def told_apart(policies: Sequence[Policy]) -> tuple[Policy, ...]:
    """The policies, each with an id of its own (draft~2): a text may be held against itself."""
    counted: Counter[str] = Counter()
    named = []
    for policy in policies:
        id_ = policy.identity.id
        counted[id_] += 1
        if counted[id_] > 1:
            policy = replace(policy, identity=replace(policy.identity, id=f"{id_}~{counted[id_]}"))
        named.append(policy)
    return tuple(named)
