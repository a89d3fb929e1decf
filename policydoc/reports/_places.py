"""Where words stand: the citation, the anchor, the chapter and the words of every provision."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from policydoc.chinese.characters import printable
from policydoc.chinese.citations import articles_with_paragraphs, cite
from policydoc.model import Identity, Kind, Policy, Provision, iter_policies
from policydoc.model.names import LEVELS, called, place_of

STRUCTURE = {Kind.PART, Kind.SUBPART, Kind.CHAPTER, Kind.SECTION}


@dataclass(frozen=True, slots=True)
class Place:
    """One provision where a reader finds it.

    `label` is its citation (第六条第（二）项), `chapter` the heading it stands under, `depth` how
    far in the tree, `annex` the number of the annex it belongs to, "" for the body.
    """

    policy: str
    eid: str
    label: str
    chapter: str
    depth: int
    annex: str
    provision: Provision

    @property
    def anchor(self) -> str:
        """The id of the provision in the HTML report: zhangye-art_17."""
        return anchor(self.policy, self.eid)


def anchor(policy: str, eid: str = "") -> str:
    """An HTML id without white space; of the whole policy where `eid` is ""."""
    return re.sub(r"\s", "_", printable(f"{policy}-{eid}" if eid else policy))


def href(policy: str, eid: str = "") -> str:
    """The fragment that leads to `anchor`."""
    return "#" + quote(anchor(policy, eid), safe="~-_.")


def places(policy: Policy) -> dict[str, Place]:
    """Every provision of the policy and its annexes by eId, in reading order."""
    several = articles_with_paragraphs(policy)
    found: dict[str, Place] = {}
    for part in iter_policies(policy):
        for zone in (part.preface, part.preamble, part.body, part.conclusions):
            for place in _iter_places(policy.identity.id, zone, several):
                found.setdefault(place.eid, place)
    return found


def _iter_places(
    policy: str, zone: tuple[Provision, ...], several: Collection[str]
) -> Iterator[Place]:
    stack = [(provision, 0, "") for provision in reversed(zone)]
    while stack:
        provision, depth, chapter = stack.pop()
        annex = provision.eid.split("__")[0] if provision.eid.startswith("att_") else ""
        if provision.kind in STRUCTURE or (annex and provision.kind is Kind.LEVEL and not depth):
            chapter = " ".join(filter(None, (provision.num, provision.heading or provision.text)))
        label = cite(provision.eid, several)
        yield Place(policy, provision.eid, label, chapter, depth, annex, provision)
        stack.extend((child, depth + 1, chapter) for child in reversed(provision.children))


def words_of(provision: Provision, units: Collection[str]) -> str:
    """The words of a provision and of what stands under it, but for the units of their own."""
    lines: list[str] = []
    stack: list[Provision | str] = [provision]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            lines.append(item)
            continue
        if item is not provision and item.eid in units:
            continue
        lines.extend(own_lines(item, label=item is not provision))
        if item.wrap_up:
            stack.append(item.wrap_up)
        stack.extend(reversed(item.children))
    return "\n".join(filter(None, lines))


def own_lines(provision: Provision, *, label: bool) -> list[str]:
    """The printed lines of a provision without its children; with its label where asked."""
    number = provision.num if label else ""
    if provision.heading and provision.text:
        lines = [number + provision.heading, provision.text]
    else:
        lines = [number + (provision.heading or provision.text)]
    return [*filter(None, lines), *("　".join(row) for row in provision.rows)]


def names(identities: tuple[Identity, ...]) -> dict[str, str]:
    """A short name for each policy that no other one has: its region, else its id."""
    columns = [
        (place_of(i), "国家" if i.level == "national" else "", called(i), i.id) for i in identities
    ]
    kinds = list(zip(*columns, strict=True))
    return {
        identity.id: printable(
            next(
                name
                for kind, name in zip(kinds, column, strict=True)
                if name and kind.count(name) == 1
            )
        )
        for identity, column in zip(identities, columns, strict=True)
    }


def title_of(identity: Identity) -> str:
    """The title as printed, on one line; the id where the text has none."""
    return printable(identity.title.replace("\n", "") or identity.id or "无标题文本")


def source_of(identity: Identity) -> str:
    """What a reader needs to find the text: number, issuers, date, rank."""
    dates = (("印发", identity.issued), ("施行", identity.effective), ("失效", identity.expires))
    parts = [identity.number, "、".join(identity.issuers)]
    parts += [f"{date}{word}" for word, date in dates if date]
    parts.append(LEVELS.get(identity.level, ""))
    return printable("，".join(filter(None, parts)))
