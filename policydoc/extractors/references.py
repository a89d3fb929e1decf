"""`reference` facts: what a provision points to, inside the text by eId, outside by title.

Inside, a reference that leads nowhere says so (`resolved` false); a title outside is neither
resolved nor not: whether it exists, this text cannot tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from policydoc.chinese.citations import DIGITS, NUMBER, iter_steps, locate, resolve_in
from policydoc.extractors._spoken import Spoken, iter_spoken
from policydoc.extractors._terms import SELF
from policydoc.model import Fact, Policy, Provision, by_eid
from policydoc.plugins import Extractor

LABEL = rf"第{NUMBER}(?:分编|[编章节条款目](?:之{NUMBER})?|[（(]?项)"
ITEM = rf"(?:第?[（(]{NUMBER}[）)]项?|第{NUMBER}项)"
STEPS = rf"(?:{LABEL}|{ITEM})"
HEAD = rf"第{NUMBER}(?:分编|[编章节条])(?:之{NUMBER})?"
CITED = re.compile(
    rf"(?P<head>{HEAD}(?:{STEPS}){{0,5}})"
    rf"(?P<more>(?:(?:、|和|及|以及|至|到|或者?|—)(?:{STEPS}){{1,6}}){{0,60}})"
)
HOW = re.compile(r"(?:依照|按照|根据|依据|参照|遵照|违反|符合|执行)")
RELATIVE = re.compile(
    rf"(?:前(?P<count>[{DIGITS}]?)(?P<unit>条|款|项)|本条第(?P<own>{NUMBER})款(?P<owned>{ITEM})?"
    rf"|(?<![条\d])第(?P<loose>{NUMBER})款(?P<loosed>{ITEM})?)"
)
ANNEX = re.compile(rf"附件(?P<n>{NUMBER})?|附表(?P<t>{NUMBER})?")
ANNEX_CONTEXT = re.compile(
    r"(?:见|详见|按|按照|依照|符合|填写|填报|参照|执行|使用|参见|[（(])(?:本[^，。；]{1,6})?$"
)
TITLED = re.compile(
    r"(?P<title>《[^《》\n]{1,160}(?:〈[^〉\n]{1,120}〉[^《》\n]{0,60})?》)"
    r"(?:[（(](?P<number>[^（）()，,\n]{2,50}号)[^（）()\n]{0,60}[）)])?"
)
NEAR = 24  # characters before a citation that may say how and to whose text it points


@dataclass
class _Text:
    """What citations are looked up in; answers are kept, for one text cites the same often."""

    known: Mapping[str, Provision]
    answers: dict[tuple[str, tuple[tuple[str, str], ...]], str | None] = field(default_factory=dict)

    def find(self, prefix: str, steps: tuple[tuple[str, str], ...]) -> str | None:
        """The eId of these steps, in the annex first."""
        key = (prefix, steps)
        if key not in self.answers:
            inside = locate(self.known, steps, prefix) if prefix else None
            self.answers[key] = inside or locate(self.known, steps)
        return self.answers[key]


def iter_references(policy: Policy) -> Iterator[Fact]:
    """A `reference` fact for each provision or title pointed to; both ends of a range."""
    text = _Text(by_eid(policy))
    titles = _annex_titles(policy)
    for spoken in iter_spoken(policy):
        words = spoken.provision.text
        if "第" in words:
            yield from _inside(spoken, text)
        if "前" in words or "款" in words:
            yield from _relative(spoken, text)
        if "附" in words:
            yield from _annexes(spoken, text)
        if "《" in words:
            yield from _outside(spoken, titles)


def _annex_titles(policy: Policy) -> dict[str, str]:
    return {
        _folded(annex.identity.title or annex.preface[0].text): annex.preface[0].eid
        for annex in policy.attachments
        if annex.preface
    }


def _folded(title: str) -> str:
    return re.sub(r"[（(][^（）()]*[）)]|[\s《》]", "", title)


def _fact(spoken: Spoken, start: int, end: int, target: str, resolved: bool | None, how: str = "") -> Fact:  # fmt: skip
    quote = spoken.provision.text[start:end]
    return Fact(
        "reference", spoken.provision.eid, quote, start, end, target=target, resolved=resolved,
        action=how,
    )  # fmt: skip


def _inside(spoken: Spoken, text: _Text) -> Iterator[Fact]:
    words = spoken.provision.text
    for match in CITED.finditer(words):
        before = words[max(0, match.start() - NEAR) : match.start()]
        if re.search(r"[》）)][\s]*$|(?:法|条例|规定|办法|细则)$", before) and not re.search(
            rf"{SELF}$", before
        ):
            continue  # 《行政处罚法》第三十条 is another text's article
        before = re.split(r"[，。；、,;]", before)[-1]
        own = re.search(rf"(?:{SELF})$", before)
        how = HOW.search(before[: own.start()] if own else before)
        start = match.start() - (len(own[0]) if own else 0)
        if how and before[how.end() : own.start() if own else None].strip() == "":
            start -= len(before) - how.start() - (len(own[0]) if own else 0)
        for number, (steps, direction) in enumerate(_each(match)):
            target = text.find(spoken.prefix, steps)
            fact = _fact(
                spoken, start, match.end(), target or _words(steps), target is not None,
                how[0] if how else "",
            )  # fmt: skip
            yield fact if number == 0 and not direction else _with(fact, direction)


def _with(fact: Fact, direction: str) -> Fact:
    from dataclasses import replace

    return replace(fact, direction=direction)


def _words(steps: tuple[tuple[str, str], ...]) -> str:
    from policydoc.chinese.citations import cite

    return cite("__".join(f"{unit}_{number}" for unit, number in steps))


def _each(match: re.Match[str]) -> Iterator[tuple[tuple[tuple[str, str], ...], str]]:
    """The steps of each provision cited: 第六条第一项、第三项至第五项 are 第六条第一项, …."""
    steps = tuple(iter_steps(match["head"]))
    parts = re.split(r"(、|和|以及|及|至|到|或者?|—)", match["more"])
    yield steps, ("from" if parts[1:2] and parts[1] in "至到—" else "")
    for index in range(1, len(parts) - 1, 2):
        steps = _continue(steps, tuple(iter_steps(parts[index + 1])))
        after = parts[index + 2] if index + 2 < len(parts) else ""
        following = parts[index + 2 : index + 3] == [""] and parts[index + 3 : index + 4]
        direction = "until" if parts[index] in "至到—" else ""
        if not direction and following and after == "" and following[0] in "至到—":
            direction = "from"
        yield steps, direction


def _continue(
    before: tuple[tuple[str, str], ...], steps: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    """第六条第一项, then 第三项: the steps above the first new one stay."""
    if not steps:
        return before
    ranks = ["part", "subpart", "chp", "sec", "art", "para", "subpara", "point"]
    unit = steps[0][0] if steps[0][0] in ranks else "subpara"
    kept = tuple(step for step in before if ranks.index(step[0]) < ranks.index(unit))
    return (*kept, *((unit if s == "level" else s, n) for s, n in steps))


def _relative(spoken: Spoken, text: _Text) -> Iterator[Fact]:
    words = spoken.provision.text
    for match in RELATIVE.finditer(words):
        if match["unit"]:
            target = _previous(spoken, text, match["unit"])
            many = match["count"] not in ("", "一")
            yield _fact(spoken, match.start(), match.end(), target or match[0], target is not None, "" if not many else "多个")  # fmt: skip
        elif spoken.article and not re.search(r"条(?:之.)?$", words[: match.start()][-4:]):
            number = match["own"] or match["loose"]
            if match["loose"] and re.search(r"[》条]|法$", words[max(0, match.start() - 3) : match.start()]):  # fmt: skip
                continue
            tail = match["owned"] or match["loosed"] or ""
            target = resolve_in(text.known, f"{_cited(spoken.article)}第{number}款{tail}", spoken.prefix)  # fmt: skip
            yield _fact(spoken, match.start(), match.end(), target or match[0], target is not None)


def _cited(article: str) -> str:
    number, _, branch = article.rpartition("art_")[2].partition("~")[0].partition("-")
    return f"第{number}条" + (f"之{branch}" if branch else "")


def _previous(spoken: Spoken, text: _Text, unit: str) -> str | None:
    """The 条, 款 or 项 before this one, or None where there is none."""
    if unit == "条":
        before, _, number = spoken.article.rpartition("art_")
        main = number.partition("~")[0].partition("-")[0]
        eid = f"{before}art_{int(main) - 1}" if main.isdigit() else ""
    else:
        name = "para" if unit == "款" else "subpara"
        steps = spoken.provision.eid.split("__")
        at = next((i for i in range(len(steps) - 1, -1, -1) if steps[i].startswith(f"{name}_")), -1)
        number = steps[at].rpartition("_")[2] if at >= 0 else ""
        eid = "__".join([*steps[:at], f"{name}_{int(number) - 1}"]) if number.isdigit() else ""
    return eid if eid in text.known else None


def _annexes(spoken: Spoken, text: _Text) -> Iterator[Fact]:
    words = spoken.provision.text
    for match in ANNEX.finditer(words):
        before = words[max(0, match.start() - NEAR) : match.start()]
        seen = ANNEX_CONTEXT.search(before)
        if seen is None and match["n"] is None:
            continue
        target = resolve_in(text.known, f"附件{match['n'] or ''}") if match["t"] is None else None
        start, end = match.start(), match.end()
        if seen:
            start -= len(before) - seen.start()
            if start and words[start - 1] in "（(" and words[end : end + 1] in ("）", ")"):
                start, end = start - 1, end + 1
            elif words[start] in "（(" and words[end : end + 1] in ("）", ")"):
                end += 1
        yield _fact(spoken, start, end, target or match[0], target is not None)


def _outside(spoken: Spoken, annexes: Mapping[str, str]) -> Iterator[Fact]:
    words = spoken.provision.text
    for match in TITLED.finditer(words):
        before = words[max(0, match.start() - NEAR) : match.start()]
        if words[match.end() : match.end() + 1] == "）" and "简称" in before:
            continue  # the abbreviation of a title just named
        how = HOW.findall(before)
        inside = annexes.get(_folded(match["title"]))
        quote_end = match.end() if match["number"] else match.start() + len(match["title"])
        quote = words[match.start() : quote_end]
        yield Fact(
            "reference", spoken.provision.eid, quote, match.start(), quote_end,
            target=inside or match["title"].strip("《》"), resolved=True if inside else None,
            action=how[-1] if how else "", object=match["number"] or "",
        )  # fmt: skip


EXTRACTOR = Extractor(iter_references)
