"""What words are made to mean: 以下简称, 以下统称, 是指, 所称."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.extractors._spoken import Spoken, iter_spoken
from policydoc.model import Fact, Policy

SELF = r"本(?:实施|暂行|试行|管理)?(?:办法|细则|规定|规则|条例|意见|通知|方案|措施|政策|标准|指南|法|决定|准则|规程|制度|章程|文件|附件)"
SHORT = re.compile(
    r"[（(]\s*(?:[^（）()\n]{1,60}[，,、；;]\s*)?(?P<how>(?:以下|下同?|后文|下文)(?:均|一并|合并|统一)?(?:简称|统称|称)|简称|统称|以下称)"
    r"[为作]?[：:]?\s*[“\"「]?(?P<term>[^（）()“”\"，。；\n]{1,40})[”\"」]?(?:[，,][^（）()\n]{0,60})?[）)]"
)
# The long form goes back from the bracket to the last of these.
BEFORE = re.compile(
    rf"[，。；：！？,;:\n]|{SELF}(?:中)?(?:所称|所指)|所称|所指|是指|(?:^|(?<=[，。；：、]))(?:为了?(?:进一步)?(?:加强|规范|推动|推进|促进|做好)|为了|为|由|对|向|经|将|按|在|根据|依据|依照|按照|成立|设立|组建|建立|制定|制订|印发|开展|加强|规范)了?"
)
TITLE = re.compile(r"《[^《》\n]{1,120}》(?:[（(][^（）()\n]{1,60}[）)])?$")
MEANS = re.compile(r"是指|系指|指的是|(?<=[）)，,”])指(?![导标南定示引数向挥派])")
# What is defined stands right before 是指.
DEFINED = re.compile(
    rf"(?:(?P<scope>{SELF}|本条|本款|本章|前款|前条)(?:中)?(?:所称|所指)(?:的)?)?"
    r"(?P<term>(?:[“\"][^“”\"\n]{1,40}[”\"])?[^，。；：、！？,;:\n（）()“”]{0,40})"
    r"(?:[（(][^（）()\n]{1,60}[）)])?[，,]?$"
)
MEANT = re.compile(
    rf"(?P<scope>{SELF}|本条|本款|本章|前款|前条)(?:中)?(?:所称|所指)(?:的)?(?P<term>[^，。；\n]{{1,60}}?)[，,]?(?:包括|为|即)"
)
SENTENCE_END = re.compile(r"[。；;\n]|$")


def iter_terms(policy: Policy) -> Iterator[Fact]:
    """A `term` fact for each definition and abbreviation; `object` is what it stands for."""
    for spoken in iter_spoken(policy):
        yield from _abbreviations(spoken)
        yield from _definitions(spoken)


def _abbreviations(spoken: Spoken) -> Iterator[Fact]:
    text = spoken.provision.text
    for match in SHORT.finditer(text):
        start = _long_form(text, match.start())
        if start == match.start():
            continue
        how = "以下统称" if "统称" in match["how"] else "以下简称"
        yield Fact(
            "term", spoken.provision.eid, text[start : match.end()], start, match.end(),
            term=match["term"].strip(), object=text[start : match.start()], action=how,
            scope=_scope("", spoken),
        )  # fmt: skip


def _long_form(text: str, end: int) -> int:
    """Where the long form before the bracket at `end` begins."""
    floor = max(0, end - 160)
    if title := TITLE.search(text, floor, end):
        return title.start()
    start = max((m.end() for m in BEFORE.finditer(text, floor, end)), default=floor)
    while start < end and text[start] in " 　、和与及“":
        start += 1
    return start


def _definitions(spoken: Spoken) -> Iterator[Fact]:
    text = spoken.provision.text
    taken = -1
    for match in MEANS.finditer(text) if "指" in text else ():
        defined = DEFINED.search(text, max(0, match.start() - 120, taken), match.start())
        if defined is None or not defined["term"] or defined["term"].endswith(("仅", "只", "主要")):
            continue
        taken = _end_of_sentence(text, match.end())
        yield _definition(spoken, defined, match.end(), taken, "是指")
    if "称" in text or "所指" in text:
        for match in MEANT.finditer(text):
            if MEANS.search(match[0]) is None:
                end = _end_of_sentence(text, match.end())
                yield _definition(spoken, match, match.end(), end, "所称")


def _definition(spoken: Spoken, match: re.Match[str], after: int, end: int, how: str) -> Fact:
    text, start = spoken.provision.text, match.start()
    return Fact(
        "term", spoken.provision.eid, text[start:end], start, end,
        term=_bare(match["term"]), object=text[after:end].strip(" ，,"),
        action=how, scope=_scope(match["scope"] or "", spoken),
    )  # fmt: skip


def _bare(term: str) -> str:
    """Without the quotation marks that stand around the whole of it."""
    quoted = re.fullmatch(r"[“\"]([^“”\"]*)[”\"]", term.strip())
    return quoted[1] if quoted else term.strip()


def _end_of_sentence(text: str, start: int) -> int:
    found = SENTENCE_END.search(text, start)
    return found.start() if found else len(text)


def _scope(named: str, spoken: Spoken) -> str:
    if named in ("本条", "本款", "本章", "前款", "前条"):
        return named
    number = spoken.prefix.removeprefix("att_").split("__")[0]
    return f"附件{number}" if number else "本文件"
