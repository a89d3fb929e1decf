"""The body that applies is the body that examines.

Bad:
    甲市集群管理办法
    第一条 申报认定的集群，由所在地县区工信局作为申报主体。
    第二条 县区工信局负责对集群申报进行受理、初审和实地抽查。
Good:
    甲市集群管理办法
    第一条 申报认定的集群，由所在地县区工信局作为申报主体。
    第二条 市工业和信息化局负责对集群申报进行受理、初审和实地抽查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

BODY = r"([\u4e00-\u9fff（）()、]{2,24}?(?:局|厅|委|部门|政府|机构))"
APPLIES = re.compile(rf"由(?:所在地?的?)?{BODY}(?:作为|为)申报(?:主体|单位)")
EXAMINES = re.compile(
    rf"(?:^|[。；，,]){BODY}(?:负责|组织)[^。；，,]{{0,16}}?(?:受理|初审|审核|复审)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    examiners = list(iter_matches(policy, EXAMINES))
    for provision, match in iter_matches(policy, APPLIES):
        for other, examined in examiners:
            if _bare(match[1]) == _bare(examined[1]):
                yield found(
                    provision, match.start(), match.end(),
                    f"“{match[1]}”既是申报主体，又负责初审（“{examined[0].lstrip('。；，,')}”）。",
                    "申报与审查由不同主体承担",
                    related=((policy.identity.id, other.eid, examined[0].lstrip("。；，,")),),
                )  # fmt: skip
                break


def _bare(name: str) -> str:
    return re.sub(r"^(?:各|所在地?|相关|有关)+", "", name)


RULE = Rule(Severity.ERROR, "程序正当：申报主体与审查主体应当分离", _check, group="F")
