"""The criteria of a policy: what its criterion provisions ask, every clause of them.

A clause that no fact has read is a criterion all the same and goes to a person, so that nothing
passes in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policydoc.chinese.clauses import iter_sentences
from policydoc.chinese.numerals import parse_numeral
from policydoc.model import Fact, Kind, Policy, Provision, iter_policies, walk

ASKING = {"threshold", "exclusion", "trend", "rank", "vague", "coverage"}
ITEMS = {Kind.SUBPARAGRAPH, Kind.POINT, Kind.LEVEL}
LEAD_IN = re.compile(
    r"(?:以下|下列|如下|上述|前款|前条|[一二三四五六七八九十]+个?方面)[^。；]{0,24}(?:条件|标准|指标|情形|要求|方面|行为)|[：:]$"
)
NEGATED = re.compile(
    r"(?:不得|不予|不能|不可|禁止|取消|不再)[^。；，]{0,12}(?:申报|申请|认定|推荐|受理|参评|列入|支持)"
)
# Of the list one suffices, or as many as the words say.
ANY = re.compile(r"之一")
SEVERAL = re.compile(
    r"(?:下列|以下|如下)[^。；：]{0,10}?(?:中(?:的)?(?:任意|任何|至少|不少于)?|(?:任意|任何|至少|不少于))"
    r"(?P<n>[两二三四五六七八\d])[项个条种]"
    r"|(?:下列|以下|如下)[^。；：]{0,10}?(?P<m>[两二三四五六七八\d])[项个条种](?:[(（]含[)）])?及?以上"
    r"|至少(?:满足|符合|具备|达到)(?:下列|以下|如下)[^。；：]{0,10}?(?P<k>[两二三四五六七八\d])[项个条种]"
)
SILENT = re.compile(r"未核实|见附件|没有数值|没有规定|^(?:同时|其中|此外|并且|具体如下|如下)$")
# 依照…, 通过…等方式, 除…外: half a thought, read with the clause after it.
HALF = re.compile(r"^(?:依照|按照|根据|依据|通过|除|在|以|自|对|围绕)")
OR_ANY = re.compile(r"或者?(?:满足|符合|具备|有)?(?:下列|以下)[^。；]{0,16}之一")
BUT = re.compile(r"[，,]?(?:但|且|并且|同时)")
APPLYING = re.compile(
    r"^(?:申请|申报|参评)(?:认定|评定|成为)?[^为是有具应须]{0,24}(?:企业|平台|集群|基地|园区|机构|中心|单位|的)$"
)
OR = re.compile(r"^(?:或者?|抑或)")


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked: a fact, or a clause that only a person can judge.

    `part` is the number of the part of the criteria it stands in (八个方面), of `parts` in all;
    `group` and `branch` are those of alternatives of which one suffices; `barred` is True for
    what must not be (有下列情形之一的，不得申报); of the branches `least` must be met.
    """

    eid: str
    quote: str
    start: int
    fact: Fact | None = None
    group: str = ""
    branch: str = ""
    barred: bool = False
    part: int = 0
    parts: int = 0
    least: int = 1

    @property
    def end(self) -> int:
        """Where the quote ends."""
        return self.start + len(self.quote)


def iter_asked(policy: Policy) -> Iterator[Asked]:
    """Everything a policy asks of a case, in reading order."""
    roles = {fact.eid: fact.role for fact in policy.facts if fact.kind == "role"}
    by_eid: dict[str, list[Fact]] = {}
    for fact in policy.facts:
        by_eid.setdefault(fact.eid, []).append(fact)
    parents = {child.eid: p for p in walk(policy) for child in p.children}
    parts = _parts(policy, roles)
    for provision in walk(policy):
        if not provision.text and _is_criterion(provision, roles):
            yield from _of_heading(provision)
        if roles.get(provision.eid) == "criterion":
            part, total = parts.get(provision.eid, (0, 0))
            for one in _of_provision(provision, by_eid[provision.eid], parents.get(provision.eid)):
                yield replace(one, part=part, parts=total)


def _of_heading(provision: Provision) -> Iterator[Asked]:
    """得分达到60分以上或满足下列条件之一：as a heading: what stands before 或 is a branch too."""
    found = OR_ANY.search(provision.heading)
    words = provision.heading[: found.start()].rstrip("，, ") if found else ""
    if words:
        yield Asked(provision.eid, words, 0, group=provision.eid, branch="0")


def _parts(policy: Policy, roles: dict[str, str]) -> dict[str, tuple[int, int]]:
    """For each provision under a list of criteria: which part of how many it stands in."""
    lists = [p.children for p in walk(policy)] + [part.body for part in iter_policies(policy)]
    found: dict[str, tuple[int, int]] = {}
    for children in lists:
        items = [c for c in children if c.kind in ITEMS and _is_criterion(c, roles)]
        for number, item in enumerate(items, 1):
            stack = [item]
            while stack:
                provision = stack.pop()
                found.setdefault(provision.eid, (number, len(items)))
                stack.extend(provision.children)
    return found


def _is_criterion(provision: Provision, roles: dict[str, str]) -> bool:
    return "criterion" in (
        roles.get(provision.eid),
        *(roles.get(c.eid) for c in provision.children),
    )


def _of_provision(
    provision: Provision, facts: Sequence[Fact], parent: Provision | None
) -> Iterator[Asked]:
    listed = parent is not None and provision.kind in ITEMS
    lead = (parent.text or parent.heading) if parent is not None and listed else ""
    barred = bool(NEGATED.search(lead))
    item = provision.eid.rpartition("_")[2]
    least = least_of(lead) if lead and not barred and parent else 0
    any_of = least > 0
    group, branch = (parent.eid, item) if any_of and parent else ("", "")
    asked = [_of_fact(fact, barred) for fact in facts if fact.kind in ASKING and fact.quote]
    known = [*asked, *(_of_fact(f, False) for f in facts if f.kind == "count")]
    asked += _unread(provision, known, barred)
    asked = _once_each(sorted(asked, key=lambda one: (one.start, one.end)))
    if OR_ANY.search(provision.text) and any(c.kind in ITEMS for c in provision.children):
        group, branch, any_of = provision.eid, "0", True  # 甲，或满足下列条件之一：甲 is one more
    if any_of:
        for one in _with_inner_alternatives(provision.text, asked):
            within = _inner(one, group)
            yield replace(one, group=group, branch=branch + within, least=max(1, least))
    else:
        yield from _with_inner_alternatives(provision.text, asked)


def _inner(one: Asked, group: str) -> str:
    """.2 of the second alternative within one branch: 发明专利2项以上，或软件著作权5项以上."""
    if one.group == group or not one.group:
        _, mark, number = one.branch.partition(".")
        return mark + number
    return f".{one.branch}"


def least_of(lead: str) -> int:
    """How many of the list that `lead` opens must be met; 0 where all of it must."""
    if ANY.search(lead):
        return 1
    some = SEVERAL.search(lead)
    words = (some["n"] or some["m"] or some["k"]) if some else ""
    return int(parse_numeral(words) or 0) if words else 0


def _once_each(asked: Sequence[Asked]) -> list[Asked]:
    """The same words read twice without a number (较大且保持增长) are one question to a person."""
    found: list[Asked] = []
    for one in asked:
        before = found[-1] if found else None
        twice = before is not None and (before.start, before.quote) == (one.start, one.quote)
        measured = one.fact is not None and one.fact.kind in ("threshold", "exclusion")
        if not twice or measured:
            found.append(one)
    return found


def _of_fact(fact: Fact, barred: bool) -> Asked:
    alternative = fact.logic == "any"
    return Asked(
        fact.eid, fact.quote, fact.start, fact, fact.group if alternative else "",
        fact.branch if alternative else "", barred,
    )  # fmt: skip


def _with_inner_alternatives(text: str, asked: Sequence[Asked]) -> Iterator[Asked]:
    """营业收入…或者税收… inside one 项: the second is the other branch of the first."""
    found = list(asked)
    for index, one in enumerate(found):
        before = found[index - 1] if index else None
        if one.group or one.fact is None or before is None or before.fact is None:
            continue
        between = text[before.end : one.start].strip()
        if before.branch not in ("", "1") and BUT.match(between + one.quote):
            found[index] = replace(one, group=before.group, branch=before.branch)
            continue
        if OR.match(one.quote) or between in ("或", "或者", "，或", "，或者"):
            group = before.group or f"{one.eid}:{before.start}"
            found[index - 1] = replace(before, group=group, branch=before.branch or "1")
            number = int(found[index - 1].branch) + 1 if found[index - 1].branch.isdigit() else 2
            found[index] = replace(one, group=group, branch=str(number))
    yield from found


def _names_applicant(words: str, rest: str) -> bool:
    """申请认定专精特新企业，应当符合下列条件：names who is meant and asks nothing."""
    lead = re.match(r"[^，。；]*", rest)
    return bool(APPLYING.search(words) and lead and LEAD_IN.search(lead.group()))


def _unread(provision: Provision, known: Sequence[Asked], barred: bool) -> list[Asked]:
    """The clauses that no fact has read, lead-ins and connecting words aside."""
    text = provision.text
    spans = sorted((one.start, one.end) for one in known)
    opening = any(child.kind in ITEMS for child in provision.children)
    found: list[Asked] = []
    at = 0
    for sentence in iter_sentences(text):
        held = -1
        for start, end in sentence.clauses:
            while at < len(spans) and spans[at][1] <= start:
                at += 1
            covered = at < len(spans) and spans[at][0] < end
            words = text[start:end]
            if covered or SILENT.search(words) or LEAD_IN.search(words) or (
                opening and (text[end : end + 1] in ("：", ":") or _names_applicant(words, text[end + 1 :]))
            ):  # fmt: skip
                held = -1
            elif HALF.search(words) and end < sentence.end:
                held = start if held < 0 else held
            else:
                begin = start if held < 0 else held
                found.append(Asked(provision.eid, text[begin:end], begin, barred=barred))
                held = -1
    return found
