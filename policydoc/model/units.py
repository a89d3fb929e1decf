"""The units that are compared: 条, 项, levels, preambles, each with its own words.

An article stands for its own 款 and what follows the 项 (its lead-in); every 项 and every level
below is a unit of its own, and so is a 目 that stands right under a 款, in the place of an 项; other
目 and tables belong to the unit they stand in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policydoc.model.policy import Kind, Policy, Provision, has_articles, iter_policies

_HEADINGS = (Kind.PART, Kind.SUBPART, Kind.CHAPTER, Kind.SECTION)
_OWN_UNIT = (Kind.ARTICLE, Kind.SUBPARAGRAPH, Kind.LEVEL)


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a policy.

    Attributes:
        eid, kind, num, heading: Of the provision the unit is named after.
        pieces: Its own words as (eId of the provision that holds them, words), verbatim.
        parent: eId of the unit it is an item of, or "".
        group: eId of the unit that leads it in: its parent, or the preamble of its annex.
        chapter: Headings of the chapter and section it stands in.
        zone: "" for the main text, att_1 for the first annex.
        position: Its place in reading order among all units.
    """

    eid: str
    kind: Kind
    num: str
    heading: str
    pieces: tuple[tuple[str, str], ...]
    parent: str
    group: str
    chapter: str
    zone: str
    position: int

    @property
    def text(self) -> str:
        """The heading and the words, a line feed between two provisions."""
        return "\n".join(([self.heading] if self.heading else []) + [w for _, w in self.pieces])


def units_of(policy: Policy) -> tuple[Unit, ...]:
    """The units of a policy and its annexes in reading order; headings and titles are none."""
    found: list[Unit] = []
    for part in iter_policies(policy):
        zone = _zone(part)
        in_articles = has_articles(part)
        lead = ""
        if zone or not in_articles:
            for provision in part.preamble:
                if provision.text:
                    found.append(_unit(provision, "", "", "", zone, len(found)))
                    lead = lead or provision.eid
        if in_articles or not zone:
            lead = ""
        for unit in _collect(part.body, lead, zone):
            found.append(replace(unit, position=len(found)))
    return tuple(found)


def unit_places(units: tuple[Unit, ...], policy: Policy) -> dict[str, str]:
    """Each eId below a unit (款, 目, tables) → the eId of the unit its words belong to."""
    names = {unit.eid for unit in units}
    places = {eid: unit.eid for unit in units for eid, _ in unit.pieces}
    for part in iter_policies(policy):
        for zone in (part.preamble, part.body):
            stack = [(provision, "") for provision in zone]
            while stack:
                provision, above = stack.pop()
                here = provision.eid if provision.eid in names else above
                if here:
                    places[provision.eid] = here
                stack.extend((child, here) for child in provision.children)
    return places


def _zone(part: Policy) -> str:
    for zone in (part.body, part.preface, part.preamble, part.conclusions):
        for provision in zone:
            if provision.eid.startswith("att_"):
                return _annex_of(provision.eid)
    return ""


def _annex_of(eid: str) -> str:
    steps = eid.split("__")
    kept = 0
    while kept < len(steps) and steps[kept].startswith("att_"):
        kept += 1
    return "__".join(steps[:kept])


def _collect(provisions: tuple[Provision, ...], lead: str, zone: str) -> Iterator[Unit]:
    stack = [(provision, "", lead, "") for provision in reversed(provisions)]
    while stack:
        provision, parent, group, chapter = stack.pop()
        if provision.kind in _HEADINGS:
            inner = f"{chapter} {provision.heading}".strip()
            if provision.text:
                yield _unit(provision, "", group, chapter, zone, 0)
            below = [(child, parent, group, inner) for child in provision.children]
        else:
            yield _unit(provision, parent, group, chapter, zone, 0)
            below = [
                (child, provision.eid, provision.eid, chapter) for child in _units_below(provision)
            ]
        stack.extend(reversed(below))


def _is_unit(child: Provision, holder: Provision) -> bool:
    in_place_of_item = child.kind is Kind.POINT and holder.kind in (Kind.PARAGRAPH, Kind.ARTICLE)
    return child.kind in _OWN_UNIT or in_place_of_item


def _units_below(provision: Provision) -> Iterator[Provision]:
    for child in provision.children:
        if _is_unit(child, provision):
            yield child
        else:
            yield from _units_below(child)


def _pieces(provision: Provision) -> Iterator[tuple[str, str]]:
    if provision.text:
        yield provision.eid, provision.text
    if provision.rows:
        yield provision.eid, "\n".join("\t".join(row) for row in provision.rows)
    for child in provision.children:
        if not _is_unit(child, provision):
            yield from _pieces(child)
    if provision.wrap_up:
        yield provision.eid, provision.wrap_up


def _unit(
    provision: Provision, parent: str, group: str, chapter: str, zone: str, position: int
) -> Unit:
    return Unit(
        provision.eid, provision.kind, provision.num, provision.heading,
        tuple(_pieces(provision)), parent, group, chapter, zone, position,
    )  # fmt: skip
