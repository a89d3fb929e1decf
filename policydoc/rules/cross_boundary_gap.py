"""A rule for things that cross county lines that does not say who acts across cities.

Bad:
    甲省集群管理办法
    第一条 集群跨几个相邻县级行政区划的，由产值占比最大的县作为申报主体，市（州）主管部门负责初审。
Good:
    甲省集群管理办法
    第一条 集群跨几个相邻县级行政区划的，由共同的上一级主管部门作为申报主体。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import found, iter_matches

CROSS = re.compile(
    r"[\u4e00-\u9fff]{0,6}跨(?:几个|多个|两个以上)?(?:相邻)?(?:县|区)[^。；]{0,24}的"
)
SOLVED = re.compile(r"共同的上[一]?级|跨(?:市|州|设区)")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    if SOLVED.search(printed(policy)):
        return
    for provision, match in iter_matches(policy, CROSS):
        yield found(
            provision,
            match.start(),
            match.end(),
            "跨县而分属不同市（州）的，没有规定由谁受理。",
            "写明由共同的上一级主管部门办理",
        )


RULE = Rule(Severity.NOTE, "职责明确：跨区域事项应当有管辖规定", _check, group="F", certain=False)
