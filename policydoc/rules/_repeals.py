"""Which rules are no longer in force: by the repeal clauses of texts at hand, or by a data file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from policydoc.chinese.citations import cite
from policydoc.errors import SettingsError
from policydoc.model import Kind, Policy, Provision, Repeal, walk

TITLED = re.compile(
    r"《(?P<title>[^《》\n]{2,120}(?:《[^《》\n]{1,80}》[^《》\n]{0,30})?)》"
    r"(?:[（(](?P<note>[^（）()\n]{2,80})[）)])?"
)
NUMBER = re.compile(r"[^\s，,、；;：:]*?[〔\[［(（]?\d{4}[〕\]］)）]?第?\d+号")
ENDED = re.compile(r"(?:废止|停止执行|停止施行|停止使用|失效|不再执行|不再施行)(?=[，。；;,）)]|$)")
WHOLE_TAIL = re.compile(
    r"(?:等[^，。；《》]{0,12}文件)?(?:自[^，。；《》]{2,24}(?:之日|日)?起)?"
    r"(?:同时|即行|自行|相应|一律|均|一并|予以|也|亦|即|全部)*"
)
JOIN = re.compile(r"(?:[、，；]|和|以及|及|与)?(?:(?![依根按]据?照?)[^，。；、《》]){0,40}")
PART = re.compile(r"修改|修订|根据|依据|按照|依照|参照|规定|第[^《》]{1,6}条|中|不一致|有关")
ENDING = re.compile(r"(?<![不未被拟应可、或])废止(?=《)")
LISTED = re.compile(r"(?:废止|停止执行|失效)[：:]$")
ITEMS = (Kind.SUBPARAGRAPH, Kind.POINT, Kind.LEVEL)
KEYS = {"title", "number", "by", "place", "since"}


def key_of(title: str) -> str:
    """A title as it is compared: without the country, marks and blanks."""
    bare = re.sub(r"[\s《》〈〉<>]", "", title)
    short = bare.removeprefix("中华人民共和国")
    # A bare 气象条例 may be any province's; a 法 is the country's.
    return short if re.search(r"法(?:通则|总则)?(?:（试行）)?$", short) else bare


def iter_repeals(policy: Policy) -> Iterator[Repeal]:
    """What a text says it repeals, whole rules only."""
    listing: Provision | None = None
    for provision in walk(policy):
        is_item = provision.kind in ITEMS
        for match in _titles(provision, listing is not None and is_item):
            yield _repeal(policy, provision, match)
        if LISTED.search(provision.text):
            listing = provision
        elif provision.text and not is_item:
            listing = None


def _titles(provision: Provision, is_listed: bool) -> Iterator[re.Match[str]]:
    text = provision.text
    if is_listed:
        yield from list(TITLED.finditer(provision.heading or text))[:1]
        return
    titles = list(TITLED.finditer(text)) if "《" in text else []
    for ended in ENDED.finditer(text):
        yield from _before(text, titles, ended.start())
    for ending in ENDING.finditer(text):
        yield from _after(text, titles, ending.end())


def _before(text: str, titles: list[re.Match[str]], end: int) -> Iterator[re.Match[str]]:
    """The titles that stand, joined, before the word 废止."""
    place, allowed = end, WHOLE_TAIL
    until = bisect_right(titles, end, key=lambda title: title.end())
    for match in (titles[n] for n in range(until - 1, -1, -1)):
        gap = text[match.end() : place]
        if not allowed.fullmatch(gap) or PART.search(gap):
            return
        yield match
        place, allowed = match.start(), JOIN


def _after(text: str, titles: list[re.Match[str]], start: int) -> Iterator[re.Match[str]]:
    place = start
    first = bisect_left(titles, start, key=lambda title: title.start())
    for match in (titles[n] for n in range(first, len(titles))):
        gap = text[place : match.start()]
        if not re.fullmatch(r"(?:、|和|以及|及|与)?", gap):
            return
        if re.match(r"第|中|的(?!通知|公告|决定)", text[match.end() :]):
            return
        yield match
        place = match.end()


def _repeal(policy: Policy, provision: Provision, match: re.Match[str]) -> Repeal:
    identity = policy.operative.identity
    number = NUMBER.search(match["note"] or "")
    return Repeal(
        match["title"],
        number[0] if number else "",
        identity.title or policy.identity.title,
        cite(provision.eid),
        identity.effective or identity.issued or policy.identity.issued or "",
        policy.identity.id,
        provision.eid,
        match[0],
    )


def to_repeals(table: Mapping[str, object], path: str) -> tuple[Repeal, ...]:
    """The `[[repealed]]` entries of policies/repealed.toml, or of the file beside a draft.

    Raises:
        SettingsError: An entry lacks title or by, or has another key; all are named.
    """
    entries = table.get("repealed", [])
    faults: list[str] = []
    found: list[Repeal] = []
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries], 1):
        fields = {k: str(v) for k, v in entry.items()} if isinstance(entry, dict) else {}
        if fields.keys() - KEYS or not fields.get("title") or not fields.get("by"):
            faults.append(f"第 {number} 个 [[repealed]]")
        else:
            found.append(
                Repeal(
                    **{"number": "", "place": "", **fields, "title": fields["title"].strip("《》")}
                )
            )
    if faults:
        raise SettingsError(
            f"{path} 中{'、'.join(faults)}应有 title（已废止的文件）、by（由哪个文件废止），"
            "可以有 number（文号）、place（条款）、since（自哪日起），不能有其他键。",
            subject=path,
        )
    return tuple(found)
