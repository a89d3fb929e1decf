"""Citation ↔ eId: 第六条第（二）项 is `art_6__para_1__subpara_2`.

One cites 条 and 项 and leaves out a 款 that stands alone (立法法第六十五条); an eId never does, so
both directions need to know how many 款 an article has.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from policydoc.chinese.numerals import parse_numeral, to_chinese
from policydoc.model import Kind, Policy, Provision, by_eid, iter_within, walk

DIGITS = "〇零一二三四五六七八九十百千两"
NUMBER = rf"(?:[{DIGITS}]+|[0-9０-９]+)"
STEP = re.compile(
    rf"第(?P<n>{NUMBER})(?P<unit>分编|[编章节条款目]|部分|段)(?:之(?P<branch>{NUMBER}))?"
    rf"|第?[（(]?(?P<item>{NUMBER})[）)]?(?P<项>项)"
    rf"|[（(](?P<bracket>{NUMBER})[）)]"
    rf"|(?P<level>{NUMBER})[、.．]?"
)
ANNEX = re.compile(rf"附件(?P<n>{NUMBER})?")
UNITS = {
    "编": "part", "分编": "subpart", "章": "chp", "节": "sec", "条": "art", "款": "para",
    "段": "para", "项": "subpara", "目": "point", "部分": "level",
}  # fmt: skip
NAMES = {"part": "编", "subpart": "分编", "chp": "章", "sec": "节", "art": "条"}
WHOLE = {"preface": "标题", "note": "题注", "preamble": "引言", "conclusions": "文末"}

Step = tuple[str, str]


def number_of(numeral: str) -> int:
    """The number a label's numeral means: 二十一 → 21, ２ → 2; 0 for none."""
    value = parse_numeral(numeral) if len(numeral) < 12 else None
    return value if isinstance(value, int) else 0


def articles_with_paragraphs(policy: Policy) -> frozenset[str]:
    """The eIds of the articles that have more than one 款; give it to `cite`."""
    return frozenset(
        p.eid
        for p in walk(policy)
        if p.kind is Kind.ARTICLE and sum(c.kind is Kind.PARAGRAPH for c in p.children) > 1
    )


def cite(eid: str, several: Container[str] = ()) -> str:
    """The citation a reader understands: `art_6__para_1__subpara_2` → 第六条第（二）项.

    Args:
        eid: An eId of the tree.
        several: Articles of more than one 款, from `articles_with_paragraphs`; elsewhere the
            first 款 is not named.
    """
    steps = [_split(step) for step in eid.split("__")]
    words: list[str] = []
    for index, (unit, number) in enumerate(steps):
        before = steps[index - 1][0] if index else ""
        if unit == "preface" and index + 1 < len(steps):
            continue  # 题注, not 标题题注
        if unit == "para" and before == "art" and number == "1":
            article = "__".join(eid.split("__")[:index])
            if article not in several:
                continue
        words.append(_name(unit, number, before, sum(s == "level" for s, _ in steps[:index])))
    return "".join(words)


def _split(step: str) -> Step:
    unit, _, number = step.partition("_")
    return unit, number


def _name(unit: str, number: str, before: str, depth: int) -> str:
    number, _, twin = number.partition("~")
    main, _, branch = number.partition("-")
    count = to_chinese(int(main)) if main.isdigit() else main
    tail = (f"之{to_chinese(int(branch))}" if branch.isdigit() else "") + (
        f"（重号第{twin}处）" if twin else ""
    )
    if unit in NAMES:
        return f"第{count}{NAMES[unit]}{tail}"
    if unit == "att":
        return f"附件{main}{tail}"
    if unit == "subpara":
        return f"第（{count}）项{tail}"
    if unit == "point":
        return f"第{main}目{tail}"
    if unit == "level" and main[:1] == "u" and main[1:].isdigit():
        return f"无编号部分{to_chinese(int(main[1:]))}{tail}"
    if unit == "level":
        return (f"第{count}部分", f"（{count}）", f"{main}.", f"（{main}）")[min(depth, 3)] + tail
    if unit == "para":
        return f"第{count}{'款' if before == 'art' else '段'}{tail}"
    return WHOLE.get(unit, "表" if unit == "table" else unit) + (main if unit == "table" else "")


def resolve(policy: Policy, citation: str) -> str | None:
    """The eId a citation means in this policy, or None where it has no such provision.

    Takes eIds as well, brackets and digits of either width, and 第六条第二项, 第六条（二），
    第二章第六条, 附件, 附件2, 附件第一部分, 附件一 (the only annex's first part).
    """
    return resolve_in(by_eid(policy), citation)


def resolve_in(known: Mapping[str, Provision], citation: str, prefix: str = "") -> str | None:
    """As `resolve`, in provisions already indexed; `prefix` (att_1__) is looked in first."""
    words = re.sub(r"[\s《》]", "", citation)
    if words in known:
        return words
    if match := ANNEX.match(words):
        return _in_annex(known, match["n"], words[match.end() :])
    steps = tuple(iter_steps(words))
    if not steps:
        return None
    return (locate(known, steps, prefix) if prefix else None) or locate(known, steps)


def _in_annex(known: Mapping[str, Provision], number: str | None, rest: str) -> str | None:
    annexes = sorted({eid.split("__")[0] for eid in known if eid.startswith("att_")})
    if not annexes:
        return None
    annex = f"att_{number_of(number)}" if number else annexes[0]
    if annex not in annexes:
        # 附件二 of a text with one annex: its second part.
        level = f"{annexes[0]}__level_{number_of(number or '')}"
        part = not rest and len(annexes) == 1 and not re.match("[0-9０-９]", number or "")
        return level if part and level in known else None
    if rest in ("引言", "首段"):
        return next((e for e in known if e.startswith(f"{annex}__preamble")), None)
    if rest:
        return locate(known, tuple(iter_steps(rest)), f"{annex}__")
    return next((eid for eid in known if eid.startswith(f"{annex}__")), None)


def iter_steps(words: str) -> Iterator[Step]:
    """The steps of a citation as (unit, number): 第六条第二项 → (art, 6), (subpara, 2).

    Yields nothing where some of the words are no step of a citation.
    """
    steps: list[Step] = []
    place = 0
    while place < len(words):
        match = STEP.match(words, place)
        if match is None:
            return
        steps.append(_step(match, steps))
        place = match.end()
    yield from steps


def _step(match: re.Match[str], before: list[Step]) -> Step:
    if match["unit"]:
        branch = f"-{number_of(match['branch'])}" if match["branch"] else ""
        return UNITS[match["unit"]], f"{number_of(match['n'])}{branch}"
    if match["项"]:
        return "subpara", str(number_of(match["item"]))
    in_article = any(unit == "art" for unit, _ in before)
    number = str(number_of(match["bracket"] or match["level"]))
    return ("subpara" if in_article else "level"), number


def locate(known: Mapping[str, Provision], steps: tuple[Step, ...], prefix: str = "") -> str | None:
    """The eId of these steps, or None; a 款 left out is found, a wrong 章 is not overlooked."""
    if not steps:
        return None
    at = next((i for i, (unit, _) in enumerate(steps) if unit == "art"), None)
    if at is None:
        eid = prefix + "__".join(f"{unit}_{number}" for unit, number in steps)
        return eid if eid in known else next((e for e in known if e.endswith(f"__{eid}")), None)
    article = f"{prefix}art_{steps[at][1]}"
    if article not in known or not _stands_in(known, article, steps[:at], prefix):
        return None
    return _within(known, article, steps[at + 1 :])


def _stands_in(
    known: Mapping[str, Provision], article: str, above: tuple[Step, ...], prefix: str
) -> bool:
    if not above:
        return True
    division = locate(known, above, prefix)
    if division is None:
        return False
    return any(provision.eid == article for provision in iter_within((known[division],)))


def _within(known: Mapping[str, Provision], article: str, steps: tuple[Step, ...]) -> str | None:
    if not steps:
        return article
    tail = "__".join(f"{unit}_{number}" for unit, number in steps)
    direct = f"{article}__{tail}"
    if direct in known:
        return direct
    for child in known[article].children:
        if f"{child.eid}__{tail}" in known:
            return f"{child.eid}__{tail}"
    return None
