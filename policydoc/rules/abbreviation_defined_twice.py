"""One abbreviation introduced for two different things, or introduced twice.

Bad:
    甲市集群管理办法
    第一条 本办法所称甲市特色产业集群（以下简称集群），是指中小企业集群。
    第二条 甲省特色产业集群（以下简称集群）认定须满足条件。
Good:
    甲市集群管理办法
    第一条 本办法所称甲市特色产业集群（以下简称集群），是指中小企业集群。
    第二条 集群认定须满足条件。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

DEFINED = re.compile(
    r"([\u4e00-\u9fff“”]{2,24})[（(]以?下(?:简称|统称|合称|称)[：:]?[“\"]?([^”\"）)]{1,20})[”\"]?[）)]"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    first: dict[str, tuple[Provision, str]] = {}
    for provision, match in iter_matches(policy, DEFINED):
        full, short = match[1], match[2]
        if short not in first:
            first[short] = (provision, full)
            continue
        yield found(
            provision, match.start(), match.end(),
            f"简称“{short}”已在前文定义，此处再次定义" + _difference(first[short][1], full),
            "删去重复定义；所指不同的，改用不同简称",
            related=((policy.identity.id, first[short][0].eid, first[short][1]),),
        )  # fmt: skip


def _difference(one: str, other: str) -> str:
    if one[-6:] == other[-6:] and one[-12:] == other[-12:]:
        return "。"
    return f"，且所指不同（前为“…{one[-12:]}”，此为“…{other[-12:]}”）。"


RULE = Rule(Severity.WARNING, "立法技术规范：一个简称只定义一次、只指一物", _check, group="A")
