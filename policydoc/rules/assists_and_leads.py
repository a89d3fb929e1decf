"""One body assists in a task in one provision and is in charge of it in another.

Bad:
    甲市集群管理办法
    第一条 县区工信局协助市局开展申报受理、初审、推荐工作。
    第二条 县区工信局负责对集群申报进行受理、初审和实地抽查。
Good:
    甲市集群管理办法
    第一条 县区工信局负责本地区集群的申报受理、初审、推荐工作。
    第二条 县区工信局负责对集群申报进行受理、初审和实地抽查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

TASK = r"(受理|初审|复审|审核|推荐|监测|核查|评审|验收)"
ASSISTS = re.compile(rf"协助[^。；]{{0,30}}?{TASK}[^。；]{{0,30}}")
LEADS = re.compile(rf"负责[^。；，]{{0,16}}?{TASK}[^。；，]{{0,16}}")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    leads = list(iter_matches(policy, LEADS))
    for provision, match in iter_matches(policy, ASSISTS):
        for other, led in leads:
            common = set(re.findall(TASK, match[0])) & set(re.findall(TASK, led[0]))
            if other.eid != provision.eid and common:
                yield found(
                    provision, match.start(), match.end(),
                    f"“{'、'.join(sorted(common))}”此处是“协助”，另一条是“负责”（“{led[0]}”）。",
                    "统一为负责或者协助，写明主责机关",
                    related=((policy.identity.id, other.eid, led[0]),),
                )  # fmt: skip
                break


RULE = Rule(
    Severity.WARNING, "职责明确：同一事项的主责与协助应当分清", _check, group="F", certain=False
)
