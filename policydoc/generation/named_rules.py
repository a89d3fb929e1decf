"""The rules of a policy that documents lean on, by a name of ours: 公示、有效期、备案、年度报送 …

Each is the sentence that provides it, found by words all such policies share, with the fact that
gives its figure where there is one. A policy without it has no entry (未规定).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydoc.generation.plain import Record, record
from policydoc.generation.provisions import (
    Citer,
    fact_record,
    provision_with,
    roles,
    sentence_with,
)
from policydoc.model import Fact, Policy, by_eid


@dataclass(frozen=True, slots=True)
class NamedRule:
    """How one rule is found: words of its sentence, the roles it may have, kinds of its fact.

    `whole`: all of its provision is the rule, not the one sentence.
    """

    pattern: str
    kinds: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    says: str = ""
    whole: bool = False


NAMED_RULES = {
    "quota": NamedRule("认定[^。]{0,12}个", ("quota",)),
    "application": NamedRule(
        "申报主体|申报单位|提出申请|自愿申报", (), ("procedure",), whole=True
    ),
    "first_examination": NamedRule("受理|初审|初核|审核[^。]{0,30}推荐", (), ("procedure",)),
    "recommendation": NamedRule("推荐", (), ("procedure",)),
    "second_examination": NamedRule("复审|审核|评审|复核", (), ("procedure",)),
    "public_notice": NamedRule("公示", ("deadline",), ("procedure",), "公示"),
    "validity": NamedRule(
        "有效期[为是]|有效期[一二三四五六七八九十\\d]+年", ("validity",), ("management", "procedure"), "有效期为|集群有效期"
    ),
    "review": NamedRule("复核|复评|复查|重新认定", (), ("management",)),
    "renewal": NamedRule("有效期延长|延长[^。]{0,4}年", ("validity",), ("management",), "延长"),
    "assessment": NamedRule("每年[^。]{0,6}(?:考核|评价|评估)|年度(?:考核|评价|评估)", ("frequency",), ("management",), "考核|评价|评估"),
    "change": NamedRule(
        "变更|变动|重大变化|重大事项", ("deadline",), ("management",), "变更|变动|重大变化|重大事项"
    ),
    "annual_report": NamedRule(
        "每年[^。]{0,30}报|报[^。]{0,12}上一年度|年度[^。]{0,10}报告",
        ("deadline", "date"), ("management",), "每年[^。]*报|上一?年度[^。]*报|报[^。]*(?:年度|半年)",
    ),
    "revocation": NamedRule("撤销|取消", (), ("sanction",)),
    "support": NamedRule("支持", (), ("support",)),
    "reward": NamedRule("奖励|奖补|资金", (), ("management", "support")),
    "plan": NamedRule("制定[^。；，]{0,12}(?:规划|方案)", (), ("criterion", "duty")),
    "interpretation": NamedRule("负责解释", (), ("final",)),
    "entry": NamedRule("之日起", (), ("final",)),
}  # fmt: skip


def named_rules(policy: Policy, citer: Citer) -> Record:
    """The named rules this policy has."""
    found = {name: _found(policy, citer, rule) for name, rule in NAMED_RULES.items()}
    return record(found, "rules")


def _found(policy: Policy, citer: Citer, rule: NamedRule) -> Record | None:
    fact = _fact(policy, rule)
    if fact is not None:
        entry = fact_record(citer, fact)
        sentence = _sentence(policy, fact)
        return record({**entry, "words": sentence}, "rules") if entry is not None else None
    for role in rule.roles or ("",):
        provision = provision_with(policy, rule.pattern, role)
        if provision is not None:
            words = provision.text if rule.whole else sentence_with(provision, rule.pattern)
            return record(
                {"eid": provision.eid, "words": words, "citation": citer(provision.eid)}, "rules"
            )
    return None


def _fact(policy: Policy, rule: NamedRule) -> Fact | None:
    known = roles(policy)
    for fact in policy.facts:
        if fact.kind not in rule.kinds:
            continue
        if rule.roles and known.get(fact.eid) not in rule.roles:
            continue
        context = _sentence(policy, fact)
        if not rule.says or re.search(rule.says, context):
            return fact
    return None


def _sentence(policy: Policy, fact: Fact) -> str:
    """The sentence around a fact's words."""
    text = by_eid(policy)[fact.eid].text
    start = text.rfind("。", 0, fact.start) + 1
    stop = text.find("。", fact.end)
    return text[start : stop + 1 if stop >= 0 else len(text)].strip()
