"""A rule cited that is no longer in force, as another text at hand or the data file says.

Data: the repeal clauses of the superiors, of the other texts of the workspace and of the draft
itself; policies/repealed.toml, ours and the user's own. What is only in a data file is a hint,
unless the draft is dated later.

Superior:
    甲省集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 本办法自2025年1月1日起施行，《甲省集群认定暂行办法》（甲工信发〔2021〕3号）同时废止。
Bad:
    乙市集群管理实施细则
    第一条 根据《甲省集群认定暂行办法》，制定本细则。
Bad:
    乙市集群管理办法
    第一条 根据《乙市集群认定办法》，制定本办法。
    第二条 本办法自2026年1月1日起施行，《乙市集群认定办法》同时废止。
Good:
    乙市集群管理实施细则
    第一条 根据《甲省集群管理办法》，制定本细则。
    第二条 本细则施行前按照《甲省集群认定暂行办法》认定的集群，继续有效。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policydoc.model import Fact, Finding, Policy, Provision, Repeal, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import is_statute
from policydoc.rules._places import found, iter_facts
from policydoc.rules._repeals import NUMBER, iter_repeals, key_of

PAST = re.compile(
    r"废止|停止执行|失效|终止执行|施行前|实施前|此前|原《|继续有效|修改|修订|代替|替代|不再"
)
MOST = 20  # repeals of one title looked at: each is held against each citation
NEAR = 300  # characters around a title in which its sentence is sought
FOUNDS = re.compile(r"制定本|制订本|特制定|出台本")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    known = _known(policy, context)
    if not known:
        return
    dated = policy.operative.identity
    day = dated.issued or policy.identity.issued or dated.effective or ""
    for provision, fact in iter_facts(policy):
        if fact.kind == "reference" and fact.quote[:1] == "《" and fact.resolved is None:
            for repeal in known.get(key_of(fact.target), ()):
                if _is_meant(provision, fact, repeal, policy) and not "" < day < repeal.since:
                    yield _told(policy, provision, fact, repeal, day)
                    break


def _known(policy: Policy, context: Context) -> dict[str, list[Repeal]]:
    known: dict[str, list[Repeal]] = {}
    texts = (policy, *context.superiors, *context.peers)
    for repeal in (*(r for text in texts for r in iter_repeals(text)), *context.repeals):
        same = known.setdefault(key_of(repeal.title), [])
        if len(same) < MOST and (repeal.number, repeal.by) not in {(r.number, r.by) for r in same}:
            same.append(repeal)
    return known


def _is_meant(provision: Provision, fact: Fact, repeal: Repeal, policy: Policy) -> bool:
    """Is the rule relied on, not repealed, amended or only recalled here; and is it that one?"""
    before = re.split("[。；;]", provision.text[max(0, fact.start - NEAR) : fact.start])[-1]
    sentence = before + re.split("[。；;]", provision.text[fact.start : fact.end + NEAR])[0]
    if PAST.search(sentence) or (fact.eid == repeal.eid and repeal.policy == policy.identity.id):
        return False
    if repeal.policy == policy.identity.id and not FOUNDS.search(sentence):
        return False  # what the draft itself repeals may still govern what was done under it
    number = NUMBER.search(fact.object)
    cited = number[0] if number else ""
    if key_of(repeal.title) == key_of(repeal.by) or key_of(repeal.title) == key_of(policy.identity.title):  # fmt: skip
        return bool(repeal.number) and cited == repeal.number
    return not (cited and repeal.number and cited != repeal.number)


def _told(policy: Policy, provision: Provision, fact: Fact, repeal: Repeal, day: str) -> Finding:
    by = "本文件" if repeal.policy == policy.identity.id else f"《{repeal.by}》"
    since = f"（{repeal.since}起）" if repeal.since and by != "本文件" else ""
    finding = found(
        provision, fact.start, fact.end,
        f"《{fact.target}》已由{by}{repeal.place}废止{since}。", "改为现行有效的依据",
        related=((repeal.policy, repeal.eid, repeal.words),) if repeal.eid else (),
    )  # fmt: skip
    return replace(
        finding, certain=bool(repeal.eid or (day and repeal.since)) and not is_statute(policy)
    )


RULE = Rule(
    Severity.WARNING,
    "立法技术惯例：引用现行有效的文件；已废止的以其废止条款或者 policies/repealed.toml 所载为准",
    _check,
    group="C",
)
