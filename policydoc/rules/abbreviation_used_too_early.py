"""An abbreviation used before the place that introduces it.

Bad:
    甲市集群管理办法
    第一条 市工信局负责集群认定。
    第二条 甲市工业和信息化局（以下简称市工信局）每年组织申报。
Good:
    甲市集群管理办法
    第一条 甲市工业和信息化局（以下简称市工信局）负责集群认定。
    第二条 市工信局每年组织申报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import DEFINED
from policydoc.rules._places import found, iter_matches, iter_texts

# A name of a body: a shorter word may have been used in its ordinary sense before.
BODY = re.compile(r"(?:局|厅|委|部|办|组|中心|部门|机构)$")

# Part of a longer name: 国务院邮政管理部门.
LONGER = r"(?<![院省市县区级家方本该各])"


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    defined: dict[str, tuple[str, int]] = {}
    for provision, match in iter_matches(policy.operative, DEFINED):
        if BODY.search(match["short"]):
            defined.setdefault(match["short"], (provision.eid, match.start()))
    order = {provision.eid: index for index, provision in enumerate(iter_texts(policy.operative))}
    for short, (eid, place) in defined.items():
        for provision, match in iter_matches(
            policy.operative, re.compile(LONGER + re.escape(short))
        ):
            if provision.kind is Kind.TITLE:
                continue
            if (order[provision.eid], match.start()) < (order[eid], place):
                yield found(
                    provision, match.start(), match.end(), f"“{short}”在定义之前使用。",
                    "在首次出现处定义简称", related=((policy.identity.id, eid, short),),
                )  # fmt: skip
                break


RULE = Rule(Severity.WARNING, "立法技术规范：简称在首次出现时定义", _check, group="A")
