"""`step` facts: the procedure in order, who does what, on what, until when.

Up to the decision a clause is a step, in the order of the text; after it (report, assessment,
change, re-check, revocation) a sentence is one, in the order of a designation's life. `action`
names the stages as known words (受理、初审), the quote has the text's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from policydoc.chinese.clauses import Clause, Sentence
from policydoc.extractors._actors import Mention, Mentions, mentions_of, parties_of
from policydoc.extractors._roles import roles_of
from policydoc.extractors._spoken import Spoken, iter_spoken
from policydoc.extractors._stages import (
    LATER,
    MAIN,
    PRINCIPLE,
    TRIGGER,
    Stage,
    deadline_of,
    is_condition,
    stages_of,
)
from policydoc.model import Fact, Kind, Policy
from policydoc.plugins import Extractor

LEADING = {"procedure", "principle", "management"}
ACTING = frozenset({"issuer", "superior", "provincial_authority", "prefecture_authority",
          "county_authority", "authority", "applicant", "subject", "expert", "enterprise"})  # fmt: skip


# What leads in a list of papers or of what a paper must say; nothing is done in such a list.
CONTENTS = re.compile(
    "(?:下列|以下|如下)[^。；]{0,8}(?:材料|文件|资料|内容|事项)[：:]$|(?:内容|事项|材料)[^。；]{0,6}(?:包括|如下)[：:]$"
)
YEARLY = re.compile("每年[^，。；]{0,8}(?:考核|考评|评估|评价)")
TOLD = ("报", "向", "至", "到", "报送", "报经", "给", "报请")
REPORTS = re.compile("报送|报备|备案|情况报|后报|申请|上报|报告|报(?=[省市县区国])")
APPLICANT_IS = re.compile("申报主体[为是]")
OVERVIEW = re.compile(
    "(?:按照?|依照|遵循|经过?|实行)[^，。；]*、[^，。；]*、[^，。；]*(?:程序|步骤|流程|环节)"
)
MAY = re.compile("可以|可按|可实地|可向|可申请|必要时|自愿")
INPUT = re.compile(
    "对([^，。；]{2,60}?)(?:进行|开展|予以|实施|组织)|[将把]([^，。；]{2,60}?)(?:报|推荐|择优|提交|转)"
)


@dataclass
class _Step:
    """A step while its sentence is read."""

    start: int
    end: int
    stages: tuple[Stage, ...]
    actor: str
    lead: Clause = (0, 0)


def iter_steps(policy: Policy) -> Iterator[Fact]:
    """The steps of the procedure; `order` counts from 1 over the whole policy."""
    roles, heard, parties = roles_of(policy), mentions_of(policy), parties_of(policy)
    found: list[tuple[int, int, Fact]] = []
    lists: set[str] = set()
    for spoken in iter_spoken(policy):
        if CONTENTS.search(spoken.provision.text):
            lists.add(spoken.provision.eid)
        if spoken.provision.eid.rpartition("__")[0] in lists:
            continue
        role = roles.get(spoken.provision.eid, "")
        if role == "support" and YEARLY.search(spoken.provision.text):
            role = "management"  # 每年考核 stays a step where the same provision rewards it
        if role not in LEADING and not _revokes(spoken, role):
            continue
        for rank, fact in _of_provision(spoken, role, heard[spoken.provision.eid]):
            found.append((rank, len(found), fact))
    found = list(_first_examined(list(_without_echoes(found))))
    # Steps up to the decision share rank 0 and keep the order of the text.
    for order, (_, _, fact) in enumerate(sorted(found, key=lambda f: f[:2]), 1):
        yield replace(fact, order=order, party=parties.get(fact.actor, ""))


def _without_echoes(
    found: list[tuple[int, int, Fact]],
) -> Iterator[tuple[int, int, Fact]]:
    """Without 公示无异议的 and 按照申报、初审、公示的程序 where the stages are told themselves."""
    told = {f.action for _, _, f in found if not is_condition(f.quote) and not _is_overview(f)}
    for step in found:
        fact = step[2]
        if _is_overview(fact) and len({s for s in fact.action.split("、") if s in told}) > 1:
            continue
        if not (is_condition(fact.quote) and fact.action in told and not fact.deadline):
            yield step


def _first_examined(
    found: list[tuple[int, int, Fact]],
) -> Iterator[tuple[int, int, Fact]]:
    """Who examines and then recommends to others examines first: its 审核 is 初审."""
    for step, after in zip_longest(found, found[1:]):
        fact = step[2]
        stages = fact.action.split("、")
        if "审核" in stages and fact.actor and after and after[2].action == "推荐":
            first = "、".join("初审" if stage == "审核" else stage for stage in stages)
            own = after[2].actor == fact.actor
            yield (step[0], step[1], replace(fact, action=first)) if own else step
        else:
            yield step


def _is_overview(fact: Fact) -> bool:
    return OVERVIEW.search(fact.quote) is not None


def _revokes(spoken: Spoken, role: str) -> bool:
    item = spoken.provision.kind in (Kind.SUBPARAGRAPH, Kind.POINT)
    return role == "sanction" and not item and bool(LATER[0].words.search(spoken.provision.text))


def _of_provision(spoken: Spoken, role: str, named: Mentions) -> Iterator[tuple[int, Fact]]:
    text = spoken.words
    mentions = Mentions(tuple(m for m in named.found if _may_act(m)))
    sentences = list(spoken.sentences)
    if role == "sanction":
        sentences = [s for s in sentences if LATER[0].words.search(text[s.start : s.end])][:1]
    said: set[str] = set()
    carried = ""
    if len(sentences) > 1 and _is_headline(spoken, text, sentences[0]):
        del sentences[0]
    for sentence in sentences:
        subject = _opening_actor(text, sentence, mentions) or carried
        steps, main = _steps(text, sentence, role, mentions, subject)
        for step in steps:
            names = {stage.name for stage in step.stages}
            if names <= said and (names == {"申报"} or is_condition(text[step.start : step.end])):
                continue
            if not OVERVIEW.search(text, step.start, step.end):
                said |= names
            rank = 0 if main else step.stages[0].rank
            yield rank, _fact(spoken, text, step, mentions)
        carried = subject


def _may_act(mention: Mention) -> bool:
    """An agency or an applicant; of third parties a body (运营管理机构), not a place (示范基地)."""
    return mention.party in ACTING or mention.name.endswith("机构")


def _is_headline(spoken: Spoken, text: str, sentence: Sentence) -> bool:
    """（二）初审。县级部门…: the first words of an 项 name it and do nothing."""
    item = spoken.provision.kind in (Kind.SUBPARAGRAPH, Kind.POINT, Kind.LEVEL)
    return item and len(sentence.clauses) == 1 and sentence.end - sentence.start <= 12


def _steps(
    text: str, sentence: Sentence, role: str, mentions: Mentions, subject: str
) -> tuple[list[_Step], bool]:
    """The steps of a sentence, and whether they belong to the way to the decision."""
    words = text[sentence.start : sentence.end]
    later = stages_of(words, LATER)
    renewed = role == "procedure" and any(stage.name == "复核" for stage in later)
    alone = not stages_of(words, MAIN)  # 每年考核, 报…备案 in a chapter on the procedure
    if later and (role in ("management", "sanction") or renewed or alone):
        return _later_step(text, sentence, later, mentions, subject), False
    if role == "sanction" or PRINCIPLE.search(words):
        return [], True
    return _main_steps(text, sentence, mentions, subject), True


def _later_step(
    text: str, sentence: Sentence, later: tuple[Stage, ...], mentions: Mentions, subject: str
) -> list[_Step]:
    """One step: the stage that the first clause doing something names, over all that do it."""
    doing = [c for c in sentence.clauses if not is_condition(text[c[0] : c[1]])]
    named = [s for c in doing for s in stages_of(text[c[0] : c[1]], LATER)]
    reporting = [c for c in doing if REPORTS.search(text[c[0] : c[1]])]
    if not named and not reporting:
        return []
    stage = _chief(named or list(later), later)
    touched = [c for c in doing if stage.words.search(text[c[0] : c[1]]) or c in reporting]
    clauses = touched or doing[:1]
    ahead = next((c for c in reversed(doing) if c[1] <= clauses[0][0]), None)
    if ahead and deadline_of(text[ahead[0] : ahead[1]]):  # 应在3个月内登录平台，填写报告表
        clauses = [ahead, *clauses]
    actor = next(filter(None, (_actor(text, c, mentions) for c in clauses)), "") or subject
    asks = "申请" in text[clauses[0][0] : clauses[-1][1]]
    if stage.name in ("考核", "复核", "撤销", "验收") and not asks:
        inside = mentions.between(sentence.start, sentence.end)
        judged = {m.name for m in inside if m.party in ("subject", "applicant", "enterprise")} | {
            subject
        }
        actor = "" if actor in judged and not _acts(actor, mentions) else actor
    lead = max((c for c in sentence.clauses if c[1] <= clauses[0][0] and c not in doing), default=(0, 0))  # fmt: skip
    return [_Step(clauses[0][0], clauses[-1][1], (stage,), actor, lead)]


def _acts(name: str, mentions: Mentions) -> bool:
    return any(
        m.name == name and m.party not in ("subject", "applicant", "enterprise")
        for m in mentions.found
    )


def _chief(named: list[Stage], later: tuple[Stage, ...]) -> Stage:
    """The stage a sentence is about: a change or a re-check outweighs the report it is told in."""
    for stage in later:
        if stage.name == "变更备案" and named[0].name in ("年度报告", "考核", "备案"):
            return stage
        if stage.name == "复核" and named[0].name == "考核":
            return stage
    return named[0]


def _main_steps(text: str, sentence: Sentence, mentions: Mentions, subject: str) -> list[_Step]:
    steps: list[_Step] = []
    lead = before = (0, 0)
    for clause in sentence.clauses:
        words = text[clause[0] : clause[1]]
        before, lead = lead, clause if is_condition(words) else lead
        stages = stages_of(words, MAIN)
        if any(stage.name == "通知" for stage in stages):
            stages = tuple(stage for stage in stages if stage.name != "申报")
        if not stages:
            continue
        last = steps[-1] if steps else None
        same = bool(last) and {s.name for s in steps[-1].stages} & {s.name for s in stages}
        if last and same and is_condition(words):
            continue
        if last and words.startswith("必要时"):
            last.end, last.stages = clause[1], (*last.stages, *stages)
        elif last and same and not text[last.end : clause[0]].strip(" ，、；"):
            last.end = clause[1]
            last.stages = tuple(dict.fromkeys((*last.stages, *stages)))
        else:
            actor = _actor(text, clause, mentions) or (last.actor if last else subject)
            steps.append(_Step(clause[0], clause[1], stages, actor, before))
    return steps


def _opening_actor(text: str, sentence: Sentence, mentions: Mentions) -> str:
    start, end = sentence.clauses[0]
    opening = mentions.between(start, min(end, start + 4))
    return next((m.name for m in opening if not _is_told(text, m)), "")


def _actor(text: str, clause: tuple[int, int], mentions: Mentions) -> str:
    """Whom 由 names, whom the clause begins with, or who 申报主体为 names; not a recipient."""
    start, end = clause
    inside = [m for m in mentions.between(start, end) if not _is_told(text, m)]
    if not inside:
        return ""
    if APPLICANT_IS.search(text, start, end):
        return inside[-1].name
    by = next((m.name for m in inside if text[m.start - 1 : m.start] == "由"), "")
    return by or (inside[0].name if inside[0].start - start <= 3 else "")


def _fact(spoken: Spoken, text: str, step: _Step, mentions: Mentions) -> Fact:
    words, said = text[step.start : step.end], spoken.provision.text
    lead = step.lead
    trigger = TRIGGER.search(text, step.start, step.end)
    at = lead if lead[1] else trigger.span() if trigger else (0, 0)
    recipients = [m for m in mentions.between(step.start, step.end) if _is_told(text, m)]
    return Fact(
        "step", spoken.provision.eid, said[step.start : step.end], step.start, step.end,
        actor=step.actor, action="、".join(dict.fromkeys(s.name for s in step.stages)),
        object=_input(said, text, step), recipient=recipients[-1].name if recipients else "",
        deadline=deadline_of(words) or deadline_of(text[lead[0] : lead[1]]),
        trigger=said[at[0] : at[1]], modality="may" if MAY.search(words) else "must",
    )  # fmt: skip


def _input(said: str, text: str, step: _Step) -> str:
    found = INPUT.search(text, step.start, step.end)
    group = next((g for g in (1, 2) if found and found[g]), 0)
    return said[found.start(group) : found.end(group)] if found and group else ""


def _is_told(text: str, mention: Mention) -> bool:
    return text[max(0, mention.start - 3) : mention.start].endswith(TOLD)


EXTRACTOR = Extractor(iter_steps)
