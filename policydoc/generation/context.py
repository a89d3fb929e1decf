"""The data a template may use, each name made only when the template asks for it.

policy      identity: title, name, number, issued, authority, award, self_name
aspects     parts of the criteria, each with its verdicts and what the case says on it
general     verdicts on no single part; verdicts: all; tally: how many met, unmet, open
tasks       items of the article on cultivation, task_article that article
grounds     grounds of withdrawal; ground: the one the data cites
rules       named rules (公示、有效期、备案 …); steps: the procedure
case        the cluster's own data; form: what only this form asks; members: a list of clusters
window      the public notice's dates; targets, progress: the plan by year and what was reached
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from policydoc.chinese.characters import printable
from policydoc.chinese.citations import resolve
from policydoc.errors import TemplateError
from policydoc.generation.evidence import GENERAL
from policydoc.generation.figures import UNKNOWN, case_record, verdict_records
from policydoc.generation.filings import filing_record
from policydoc.generation.named_rules import named_rules
from policydoc.generation.naming import award_name, counter_of, course, full_name, noun_of
from policydoc.generation.plain import Record, record
from policydoc.generation.provisions import (
    Citer,
    aspects,
    cited,
    fact_record,
    grounds,
    item_records,
    numeral_of,
    self_name,
    sentence_with,
    tasks,
)
from policydoc.generation.targets import result_record, target_record
from policydoc.generation.texts import text_records
from policydoc.generation.windows import window_record
from policydoc.model import Case, Policy, Provision, Verdict, walk


@dataclass
class Subject:
    """What a document is made from; records made once and kept."""

    policy: Policy
    case: Case
    verdicts: tuple[Verdict, ...] = ()
    planned: tuple[Verdict, ...] = ()

    @cached_property
    def citer(self) -> Citer:
        """Citations of the policy."""
        return Citer(self.policy)

    @cached_property
    def judged(self) -> list[Record]:
        """The verdicts as records, numbered in the order of the tables: general, then by part."""
        parts = [part.eid for part in aspects(self.policy)]

        def place(verdict: Verdict) -> tuple[int, bool]:
            part = next((i for i, part in enumerate(parts) if _within(verdict.eid, part)), -1)
            return part, verdict.qualitative

        return verdict_records(sorted(self.verdicts, key=place), self.citer)

    @cached_property
    def rules(self) -> Record:
        """The named rules of the policy."""
        return named_rules(self.policy, self.citer)


def context(subject: Subject, names: frozenset[str], *, draft: bool = False) -> Record:
    """The records of `names`; a name that is none of ours is left out.

    Raises:
        TemplateError: A name's data is missing or wrong (no targets, a ground that is not there);
            in a draft the name is left out instead.
    """
    made: dict[str, object] = {}
    for name in sorted(names & PROVIDERS.keys()):
        try:
            made[name] = PROVIDERS[name](subject)
        except TemplateError:
            if not draft:
                raise
    return record(made)


def policy_record(policy: Policy) -> Record:
    """Who and what the policy is."""
    identity = policy.identity
    issuer = identity.issuers[0] if identity.issuers else ""
    authority = full_name(issuer or _interpreter(policy), identity.title)
    award = award_name(policy)
    return record(
        {
            "id": identity.id,
            "title": identity.title,
            "name": f"《{identity.title}》",
            "cited": f"《{identity.title}》"
            + (f"（{identity.number}）" if identity.number else ""),
            "genre": identity.genre,
            "number": identity.number or None,
            "issued": identity.issued,
            "issuer": issuer or None,
            "authority": authority or None,
            "region": identity.region or None,
            "award": award,
            "noun": noun_of(award),
            "counter": counter_of(award),
            "course": course(policy),
            "self_name": self_name(policy),
            "sha256": policy.sha256,
        },
        "policy",
    )


def _policy(subject: Subject) -> Record:
    """The policy; where its text names no authority, the data may (`extra.authority`)."""
    known = policy_record(subject.policy)
    given = subject.case.extra.get("authority")
    if "authority" not in known and isinstance(given, str) and given:
        known["authority"] = given
    return known


def _interpreter(policy: Policy) -> str:
    for provision in walk(policy):
        if found := re.search(r"由([^，。；]{4,30}?)负责解释", provision.text):
            return found.group(1)
    return ""


def _aspects(subject: Subject) -> list[Record]:
    records = []
    for entry in item_records(subject.policy, subject.citer, aspects(subject.policy)):
        own = [v for v in subject.judged if _within(str(v["eid"]), str(entry["eid"]))]
        number = str(entry["number"])
        entry["verdicts"] = own
        entry["measured"] = [v for v in own if not v["qualitative"]]
        entry["judged_by_person"] = [v for v in own if v["qualitative"]]
        entry["materials"] = _papers(own)
        entry["person_materials"] = _papers([v for v in own if v["qualitative"]])
        entry["statement"] = printable(subject.case.aspects.get(number) or "") or None
        records.append(Record("aspects", {k: v for k, v in entry.items() if v is not None}))
    return records


def _papers(verdicts: list[Record]) -> str:
    """The papers for several requirements, each once; the general words only where alone."""
    papers = list(dict.fromkeys(str(v["materials"]) for v in verdicts))
    return "；".join(p for p in papers if p != GENERAL) or GENERAL


def _within(eid: str, above: str) -> bool:
    return eid == above or eid.startswith(f"{above}__")


def _general(subject: Subject) -> list[Record]:
    parts = [part.eid for part in aspects(subject.policy)]
    return [v for v in subject.judged if not any(_within(str(v["eid"]), part) for part in parts)]


def _tally(subject: Subject) -> Record:
    states = [str(verdict["met"]) for verdict in subject.judged]
    count = {
        state: states.count(state) for state in ("符合", "不符合", "待核实", "不适用", "需人工判断")
    }
    unmet = [v for v in subject.judged if v["met"] == "不符合"]
    return record(
        {
            "all": len(states), "met": count["符合"], "unmet": count["不符合"],
            "open": count["待核实"], "by_person": count["需人工判断"], "moot": count["不适用"],
            "said": _said(count), "unmet_list": unmet,
            "open_list": [v for v in subject.judged if v["met"] == "待核实"],
        },
        "tally",
    )  # fmt: skip


def _said(count: Mapping[str, int]) -> str:
    """符合14项，不符合1项 …; what does not apply is named only where there is any."""
    shown = {state: n for state, n in count.items() if n or state != "不适用"}
    return "，".join(f"{state}{n}项" for state, n in shown.items())


def _tasks(subject: Subject) -> list[Record]:
    measures_said = subject.case.extra.get("measures")
    said = measures_said if isinstance(measures_said, Mapping) else {}
    records = item_records(subject.policy, subject.citer, tasks(subject.policy)[1])
    for entry in records:
        words = said.get(str(entry["number"]), said.get(str(entry["title"])))
        if words is not None:
            entry["measure"] = printable(str(words))
    return records


def _task_article(subject: Subject) -> Record | None:
    article = tasks(subject.policy)[0]
    if article is None:
        return None
    lead = sentence_with(article, "培育")
    return cited(subject.citer, article.eid, lead)


def _steps(subject: Subject) -> list[Record]:
    steps = [fact for fact in subject.policy.facts if fact.kind == "step"]
    made = [fact_record(subject.citer, fact) for fact in steps]
    return [entry for entry in made if entry is not None]


def _ground_records(subject: Subject) -> list[Record]:
    return item_records(subject.policy, subject.citer, grounds(subject.policy))


def _ground(subject: Subject) -> Record:
    """The ground the data cites: by number, numeral or citation; it must exist in the policy."""
    known = grounds(subject.policy)
    given = str(subject.case.extra.get("ground", "")).strip()
    chosen = _chosen(subject.policy, known, given)
    if chosen is None:
        listed = "；".join(f"{subject.citer(p.eid)}：{p.text.rstrip('；;。')}" for p in known)
        raise TemplateError(
            f"撤销依据“{given or '（未填）'}”不在{policy_record(subject.policy)['name']}规定的情形之中。"
            f"现有情形：{listed or '该文件没有规定撤销情形'}。请在数据的 [extra] ground 中改填。",
            subject="ground",
        )
    records = item_records(subject.policy, subject.citer, known)
    return records[known.index(chosen)]


def _chosen(policy: Policy, known: tuple[Provision, ...], given: str) -> Provision | None:
    bare = re.sub(r"[（()）第项、.\s]", "", given)
    for number, provision in enumerate(known, 1):
        if bare and bare in (str(number), numeral_of(provision)):
            return provision
    eid = resolve(policy, given) if given else None
    return next((provision for provision in known if provision.eid == eid), None)


def _form(subject: Subject) -> Record:
    return record(subject.case.extra, "form")


def _members(subject: Subject) -> list[Record]:
    """The clusters of a list: those the data gives, or the one cluster of the case."""
    given = subject.case.extra.get("members")
    if isinstance(given, list | tuple) and given:
        return [
            record({**member, "number": number}, "members")
            for number, member in enumerate(given, 1)
            if isinstance(member, Mapping)
        ]
    profile = subject.case.profile
    one = case_record(subject.case)
    latest = one["latest"] if isinstance(one["latest"], dict) else {}
    contact = subject.case.people.get("contact", {})
    met = {str(v["criterion"]): str(v["actual"]) for v in subject.judged}
    return [
        record(
            {
                "number": 1, "name": subject.case.name,
                "county": str(profile.get("county") or UNKNOWN),
                "industry": str(profile.get("industry") or UNKNOWN),
                "segment": str(profile.get("segment") or profile.get("industry") or UNKNOWN),
                "applicant": str(profile.get("applicant") or UNKNOWN),
                "recommender": str(profile.get("recommender") or UNKNOWN),
                "output": str(latest.get("output", UNKNOWN)),
                "share_sme": _like(met, "中小企业.*占"), "share_leading": _like(met, "主导产业.*占"),
                "contact": "\n".join(
                    str(contact[key]) for key in ("姓名", "电话") if contact.get(key)
                ) or UNKNOWN,
                "opinion": "推荐",
            },
            "members",
        )
    ]  # fmt: skip


def _like(met: Mapping[str, str], pattern: str) -> str:
    return next((said for name, said in met.items() if re.search(pattern, name)), UNKNOWN)


def _targets(subject: Subject) -> Record:
    citations = {verdict.eid: subject.citer(verdict.eid) for verdict in subject.planned}
    return target_record(subject.case, subject.planned, citations)


def _progress(subject: Subject) -> Record:
    year = subject.case.extra.get("year")
    return result_record(subject.case, year if isinstance(year, int) else None)


PROVIDERS: dict[str, Callable[[Subject], object]] = {
    "policy": _policy,
    "aspects": _aspects,
    "general": _general,
    "verdicts": lambda subject: subject.judged,
    "tally": _tally,
    "tasks": _tasks,
    "task_article": _task_article,
    "grounds": _ground_records,
    "ground": _ground,
    "rules": lambda subject: subject.rules,
    "steps": _steps,
    "case": lambda subject: case_record(subject.case),
    "form": _form,
    "members": _members,
    "window": lambda subject: window_record(subject.case, subject.rules),
    "measured": lambda subject: [v for v in subject.judged if not v["qualitative"]],
    "text": lambda subject: text_records(subject.policy),
    "filing": lambda subject: filing_record(subject.case, subject.rules),
    "targets": _targets,
    "progress": _progress,
}
