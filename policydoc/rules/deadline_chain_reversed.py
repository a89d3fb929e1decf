"""The lower level may report later than the level it reports to must itself report.

Bad:
    甲省集群管理办法
    第一条 县级主管部门于每年4月15日前报送年度情况；市（州）主管部门汇总后于每年3月31日前报送省级主管部门。
Good:
    甲省集群管理办法
    第一条 县级主管部门于每年2月15日前报送年度情况；市（州）主管部门汇总后于每年3月31日前报送省级主管部门。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_texts

DAY = re.compile(
    r"(县|区县|县区|市|州|省)(?:[（(][^）)]{1,4}[）)])?级?[^，。；]{0,16}?(?:于|在)?每年(\d{1,2})月(?:(\d{1,2})日|底)(?:前|之前)"
)
LEVELS = {"县": 1, "区县": 1, "县区": 1, "市": 2, "州": 2, "省": 3}


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision in iter_texts(policy):
        if "报" not in provision.text:
            continue
        dated = [
            (LEVELS[m[1]], int(m[2]), int(m[3] or 31), m) for m in DAY.finditer(provision.text)
        ]
        for lower, upper in pairwise(dated):
            if lower[0] < upper[0] and lower[1:3] > upper[1:3]:
                match = lower[3]
                yield found(
                    provision, match.start(), match.end(),
                    f"下级的期限（{match[2]}月）晚于上级的期限（{upper[3][2]}月）。",
                    "下级的期限应当早于上级",
                )  # fmt: skip


RULE = Rule(Severity.ERROR, "可操作性：下级报送的期限不晚于上级报送的期限", _check, group="E")
