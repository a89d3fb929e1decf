"""Two near-synonyms used for one notion in different provisions.

Bad:
    甲市集群管理办法
    第一条 重大变更事项应当报市局备案。
    第二条 重大变动未及时报备的，撤销认定。
Good:
    甲市集群管理办法
    第一条 重大变更事项应当报市局备案。
    第二条 重大变更事项未及时备案的，撤销认定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

PAIRS = (
    (r"重大变更", r"重大变动"),
    (r"备案", r"报备"),
    (r"实地核查", r"实地抽查"),
    (r"年度(?:有关)?工作开展情况|年度发展情况", r"年度培育情况|年度情况"),
    (r"县行政区划", r"县级行政区划"),
    (r"认定条件", r"认定标准"),
    (r"乡镇人民政府|乡（镇）人民政府", r"乡镇政府|乡（镇）政府"),
    (r"街道办事处", r"街道办(?!事处|公)"),
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for one, other in PAIRS:
        firsts = list(iter_matches(policy, re.compile(one)))
        seconds = list(iter_matches(policy, re.compile(other)))
        if not firsts or not seconds:
            continue
        rare, usual = sorted((firsts, seconds), key=len)
        for provision, match in rare:
            yield found(
                provision, match.start(), match.end(),
                f"“{match[0]}”与别处的“{usual[0][1][0]}”疑指同一事项。", f"所指相同的，统一用“{usual[0][1][0]}”",
                related=((policy.identity.id, usual[0][0].eid, usual[0][1][0]),),
            )  # fmt: skip


RULE = Rule(Severity.NOTE, "立法技术规范：同一概念用同一词语", _check, group="A", certain=False)
