"""Which kind of notice a document is, what it encloses, and the lists it holds."""

from __future__ import annotations

import re
from itertools import pairwise

from policydoc.model import Policy, Provision, iter_policies, iter_within, walk

HEAD_LINES = 6
_ANNEXES = re.compile(r"^\s*附\s*件\s*[：:]?\s*(?=\S)(?!\d{0,2}\s*$)")
_ENTRY = re.compile(r"(?:^\s*附\s*件\s*[：:]?\s*|(?<![\d.（(年])(?=\d{1,2}[.．、]\D))")
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}[.．、]|[（(]?\d{1,3}[）)]|[一二三四五六七八九十]{1,3}、)")
_MEMBER = re.compile(r"^\s*[（(]?\d{1,3}[.．、）)]")
_LISTING = re.compile(r"名单|名录|一览表")


def head_line(policy: Policy, ending: str) -> Provision | None:
    """The title line that ends in `ending` (公示, 通知), among the first lines; None elsewhere."""
    for provision in list(walk(policy))[:HEAD_LINES]:
        words = provision.text.strip()
        if words.endswith(ending) and len(words) < 80 and not words.startswith("附件"):
            return provision
    return None


def announced_annexes(policy: Policy) -> list[tuple[Provision, int, int]]:
    """The names in the list of annexes (附件：1.… 2.…), each with its place in a provision."""
    found: list[tuple[Provision, int, int]] = []
    within = False
    for provision in policy.conclusions:
        text = provision.text
        begins = _ANNEXES.match(text) is not None
        if not begins and not (within and _NUMBERED.match(text)):
            if within:
                break
            continue
        within = True
        cuts = sorted({m.start() for m in _ENTRY.finditer(text)} | {len(text)})
        for start, end in pairwise(cuts):
            label = re.match(
                r"\s*(?:附\s*件\s*\d{0,2}\s*[：:]?)?\s*(?:\d{1,2}[.．、])?\s*", text[start:end]
            )
            first = start + (label.end() if label else 0)
            last = first + len(text[first:end].rstrip("；;。 \u3000\t\n"))
            if last > first:
                found.append((provision, first, last))
    return found


def numbered_lists(policy: Policy) -> list[int]:
    """How many members each list of a notice has: tables by 序号, or the numbered lines of a 名单."""
    tables = [
        sum(row[0].strip().isdigit() for row in p.rows[1:] if row)
        for p in walk(policy)
        if p.rows and "序号" in "".join(p.rows[0][:1])
    ]
    lines = []
    for part in iter_policies(policy):
        if _LISTING.search(part.identity.title):
            members = [p for p in iter_within(part.body) if _MEMBER.match(p.num) and len(p.text) < 60]  # fmt: skip
            lines += [len(members)] if len(members) > 1 else []
    return [count for count in (*tables, *lines) if count]
