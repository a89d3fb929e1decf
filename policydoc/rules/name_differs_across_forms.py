"""A name that the forms of one batch write differently, or that only one of them has.

Batch:
    关于拟认定集群名单的公示
    拟认定甲县蔬菜产业集群等2家，现予公示。
    | 序号 | 集群名称 |
    |---|---|
    | 1 | 甲县蔬菜产业集群 |
    | 2 | 乙县种子产业集群 |
Bad:
    关于公布集群名单的通知
    各县区工业和信息化局：
    现公布认定的集群名单。
    | 序号 | 集群名称 |
    |---|---|
    | 1 | 甲县蔬菜特色产业 |
    | 2 | 乙县种子产业集群 |
Good:
    关于公布集群名单的通知
    各县区工业和信息化局：
    现公布认定的集群名单。
    | 序号 | 集群名称 |
    |---|---|
    | 1 | 甲县蔬菜产业集群 |
    | 2 | 乙县种子产业集群 |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._forms import beside, name_of
from policydoc.rules._named import Name, iter_names
from policydoc.rules._places import found

PUBLISHING = re.compile(r"公布|认定|通告|印发.*名单|确定")
PLACE = re.compile(r"^[\u4e00-\u9fff]{0,14}[省市州盟县区旗]")
LIMIT_PAIRS = 40_000  # beyond, names are only held to be equal or not


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    mine = list(iter_names(policy))
    listed = [name for name in mine if name.provision.rows]
    told: set[tuple[str, int]] = set()
    spoken = [name for name in mine if not name.provision.rows]
    if listed and spoken:
        yield from _compared(spoken, listed, "本件的名单", told)
    for other in beside(context):
        theirs = list(iter_names(other))
        if mine and theirs:
            yield from _compared(mine, theirs, f"《{name_of(other)}》", told, other.identity.id)
            yield from _absent(policy, listed, other, theirs, told)


def _compared(
    mine: Iterable[Name], theirs: Iterable[Name], whose: str, told: set[tuple[str, int]],
    policy: str = "",
) -> Iterator[Finding]:  # fmt: skip
    """Names that have no equal on the other side, and a variant there that has none here."""
    ours, others = _by_name(mine), _by_name(theirs)
    single = [name for plain, name in ours.items() if plain not in others]
    free = [plain for plain in others if plain not in ours]
    if len(single) * len(free) > LIMIT_PAIRS:
        return
    for name in single:
        variant = next((p for p in free if _is_alike(name, others[p])), None)
        place = (name.provision.eid, name.start)
        if variant is None or place in told:
            continue
        told.add(place)
        other = others[variant]
        related = ((policy, other.provision.eid, other.words),) if policy else ()
        yield found(
            name.provision, name.start, name.end,
            f"{whose}写作“{other.words}”，此处写作“{name.words}”。", "核对名称，前后一致", related=related,
        )  # fmt: skip


def _by_name(names: Iterable[Name]) -> dict[str, Name]:
    """Each name once, where it first stands: in a list before the sentences."""
    found: dict[str, Name] = {}
    for name in names:
        found.setdefault(name.plain, name)
    return found


def _is_alike(name: Name, other: Name) -> bool:
    same = name.of == other.of or not (name.of and other.of)
    return same and _is_variant(name.plain, other.plain)


def _is_variant(left: str, right: str) -> bool:
    """One name in two forms: characters left out, or another ending of the same beginning."""
    short, long = sorted((left, right), key=len)
    if len(short) >= 0.6 * len(long) and len(short) > 4 and _within(short, long):
        return True
    place = PLACE.match(left)
    head = place[0] if place else ""
    rest = [name[len(head) :] for name in (left, right)]
    if not right.startswith(head) or rest[0][:2] != rest[1][:2] or len(head) < 2:
        return False
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= 0.7


def _within(short: str, long: str) -> bool:
    """Do the characters of the one stand in the other, in that order?"""
    rest = iter(long)
    return all(char in rest for char in short)


def _absent(
    policy: Policy, listed: Sequence[Name], other: Policy, theirs: Sequence[Name],
    told: set[tuple[str, int]],
) -> Iterator[Finding]:  # fmt: skip
    """Recognised without having been made public: a list of names beside the public notice."""
    title = name_of(policy)
    if (
        not name_of(other).endswith("公示")
        or title.endswith("公示")
        or not PUBLISHING.search(title)
    ):
        return
    public = {name.plain: name.of for name in theirs if name.provision.rows}
    for name in listed if len(public) > 1 else ():
        place = (name.provision.eid, name.start)
        if name.plain not in public and name.of in public.values() and place not in told:
            told.add(place)
            yield replace(
                found(
                    name.provision, name.start, name.end,
                    f"“{name.words}”不在《{name_of(other)}》的名单中。", "核对是否经过公示",
                ),
                certain=False,
            )  # fmt: skip


RULE = Rule(Severity.ERROR, "前后一致：同一批文件的名称应当相同", _check, group="I")
