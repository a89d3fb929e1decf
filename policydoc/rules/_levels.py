"""Which texts are of one level: made for one place, by offices of one rank."""

from __future__ import annotations

import re

from policydoc.model import Identity, Policy, walk
from policydoc.rules._regions import own_region

OFFICES = (("人民代表大会", 3), ("人大常委会", 3), ("人民政府", 2), ("政府办公", 2))
FOUNDED = re.compile(r"(?:根据|依据|按照|依照|落实|贯彻|实施)[^。；]{0,80}$")


def is_peer(draft: Policy, other: Policy) -> bool:
    """Is the other text one of the draft's own level, by place, issuer and what it stands on?

    A text that the draft names as its basis, or that is filed as its superior, is none; nor is
    another version of the draft itself.
    """
    mine, theirs = draft.operative.identity, other.operative.identity
    place = own_region(draft)
    if not place or place != own_region(other) or mine.title == theirs.title:
        return False
    if other.identity.id in draft.identity.superiors or mine.genre in ("细则", "实施细则"):
        return False
    ranks = {_rank(identity) for identity in (mine, theirs)} - {0}
    return len(ranks) < 2 and not _is_basis(draft, theirs.title)


def _rank(identity: Identity) -> int:
    """3 for a people's congress, 2 for a government, 1 for an office, 0 where it is not known."""
    if identity.genre == "条例":
        return 3
    issuer = "、".join(identity.issuers)
    return next((rank for name, rank in OFFICES if name in issuer), 1 if issuer else 0)


def _is_basis(draft: Policy, title: str) -> bool:
    return any(
        FOUNDED.search(p.text[: p.text.find(f"《{title}》")])
        for p in walk(draft)
        if f"《{title}》" in p.text
    )
