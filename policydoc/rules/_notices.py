"""Which kind of notice a document is, read from the lines at its head."""

from __future__ import annotations

from policydoc.model import Policy, Provision, walk

HEAD_LINES = 6


def head_line(policy: Policy, ending: str) -> Provision | None:
    """The title line that ends in `ending` (公示, 通知), among the first lines; None elsewhere."""
    for provision in list(walk(policy))[:HEAD_LINES]:
        words = provision.text.strip()
        if words.endswith(ending) and len(words) < 80 and not words.startswith("附件"):
            return provision
    return None
