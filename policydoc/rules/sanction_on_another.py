"""The duty lies on an authority, the sanction for not doing it falls on the designated body.

Bad:
    甲市集群管理办法
    第一条 县区工业和信息化主管部门应当于每年3月10日前报送集群年度发展情况。
    第二条 集群有下列情形之一的，撤销其认定：
    （一）未按要求报送集群年度发展情况的；
    （二）弄虚作假的。
Good:
    甲市集群管理办法
    第一条 集群应当于每年3月10日前报送集群年度发展情况。
    第二条 集群有下列情形之一的，撤销其认定：
    （一）未按要求报送集群年度发展情况的；
    （二）弄虚作假的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity, by_eid
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found

OMITTED = re.compile(r"未[^，。；的]{0,10}?(报送|报备|备案|报告|上报|提交)[^，。；,;]{0,20}")
AUTHORITY = re.compile(r"(?:局|厅|委|委员会|部门|政府|机关)$")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    texts = by_eid(policy)
    for ground in policy.facts:
        if ground.kind != "ground" or not ground.resolved or ground.target not in texts:
            continue
        match = OMITTED.search(ground.quote)
        actors = _reporters(policy, ground.target, match[1]) if match else set()
        if match and actors and all(AUTHORITY.search(actor) for actor in actors):
            duty = texts[ground.target]
            yield found(
                texts[ground.eid],
                ground.start + match.start(),
                ground.start + match.end(),
                f"{match[1]}的义务在“{min(actors)}”，后果却由被认定的一方承担。",
                "由负有义务的一方承担后果，或者写明被认定一方的报送义务",
                related=((policy.identity.id, duty.eid, duty.text[:40]),),
            )


def _reporters(policy: Policy, eid: str, act: str) -> set[str]:
    """Who has to report by that provision, as its duties and deadlines say."""
    return {
        fact.actor
        for fact in policy.facts
        if fact.eid == eid
        and fact.actor
        and (fact.kind == "deadline" or (fact.kind == "duty" and act[:1] in fact.action[:2]))
    }


RULE = Rule(Severity.WARNING, "权责一致：不履行义务的后果由负有义务的一方承担", _check, group="F")
