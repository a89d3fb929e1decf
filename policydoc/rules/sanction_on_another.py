"""The duty lies on an authority, the sanction for not doing it falls on the designated body.

Bad:
    甲市集群管理办法
    第一条 县区工业和信息化主管部门应当于每年3月10日前报送集群年度发展情况。
    第二条 集群有下列情形之一的，撤销其认定：
    （一）未按要求报送集群年度发展情况的；
    （二）弄虚作假的。
Good:
    甲市集群管理办法
    第一条 县区工业和信息化主管部门负责受理申请，并将推荐名单报送市局。
    第二条 集群应当于每年3月10日前报送年度发展情况。
    第三条 集群有下列情形之一的，撤销其认定：
    （一）未按要求报送年度发展情况的；
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

from policydoc.model import Fact, Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_facts

OMITTED = re.compile(
    r"(?:未|没有|不)[^，。；的]{0,10}?(?P<act>报送|报备|备案|报告|上报|提交)(?P<what>[^，。；,;的]{0,20})"
)
REPORTS = re.compile(r"报送|报备|备案|报告|上报|提交|(?<!申)报(?![名考])")
AUTHORITY = re.compile(r"(?:局|厅|委|委员会|部门|政府|机关|办公室)$")
MOST = 100  # duties looked at: each is held against each ground
ALIKE = 4  # characters in a row that make two things one


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    facts = list(iter_facts(policy))
    grounds = {fact.eid for _, fact in facts if fact.kind == "ground"}
    duties = [
        fact
        for _, fact in facts
        if fact.kind in ("duty", "deadline") and fact.eid not in grounds and REPORTS.search(fact.quote + fact.action)
    ]  # fmt: skip
    for provision, ground in facts:
        match = OMITTED.search(ground.quote) if ground.kind == "ground" else None
        duty = _of_an_authority(match["what"], duties[:MOST]) if match else None
        if match and duty:
            yield found(
                provision, ground.start + match.start(), ground.start + match.end(),
                f"{match['act']}的义务在“{duty.actor}”，后果却由被认定的一方承担。",
                "由负有义务的一方承担后果，或者写明被认定一方的报送义务",
                related=((policy.identity.id, duty.eid, duty.quote),),
            )  # fmt: skip


def _of_an_authority(what: str, duties: list[Fact]) -> Fact | None:
    """The duty to report that thing, where every provision that sets one binds an authority."""
    alike = [d for d in duties if len(what) < ALIKE or _share(what, d.quote + d.action)]
    bound = {d.eid: d for d in alike if AUTHORITY.search(d.actor)}
    others = {d.eid for d in alike if d.actor and not AUTHORITY.search(d.actor)}
    silent = {d.eid for d in alike if not d.actor} - bound.keys()
    return next(iter(bound.values())) if bound and not others and not silent else None


def _share(one: str, other: str) -> bool:
    return any(one[i : i + ALIKE] in other for i in range(len(one) - ALIKE + 1))


RULE = Rule(Severity.WARNING, "权责一致：不履行义务的后果由负有义务的一方承担", _check, group="F")
