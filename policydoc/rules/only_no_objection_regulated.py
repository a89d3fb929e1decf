"""Only the case without objections regulated after a public notice.

Bad:
    甲市集群管理办法
    第一条 名单公示5个工作日，经公示无异议的，确定为市级集群。
Good:
    甲市集群管理办法
    第一条 名单公示5个工作日，经公示无异议的，确定为市级集群；有异议的，由市局核查处理。
Good:
    关于公布市级集群名单的通告
    经公示无异议，现予公布。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import found, iter_matches

CLEAR = re.compile(
    r"(?:经)?公示(?:期满|结束|期间|期内)?(?:后)?[^。；，]{0,4}(?:无|没有|未收到|未提出|未接到)[^。；，]{0,2}异议(?:的|后)?(?![，,]?现)"
)
OBJECTION = re.compile(
    r"(?<![无没未])(?:有|提出|存在|收到|接到)[^。；，无没未]{0,12}异议|异议(?:成立|不成立|属实|处理|申请|的?受理|[^。；，]{0,6}(?:核实|核查|复核|复审|调查))"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    if OBJECTION.search(printed(policy)):
        return
    for provision, match in iter_matches(policy, CLEAR):
        yield found(
            provision,
            match.start(),
            match.end(),
            "只规定了无异议的处理，没有规定有异议的如何处理。",
            "补写有异议的核查和处理程序",
        )


RULE = Rule(Severity.WARNING, "程序完整：各种结果都应当有相应的处理", _check, group="F")
