"""A plan that must be made and that nothing later looks at, in a text with a review (复核).

Bad:
    甲市集群管理办法
    第一条 各县区主管部门制定集群培育方案。
    第二条 集群有效期三年，期满前市局组织复核，复核通过的延长三年。
Good:
    甲市集群管理办法
    第一条 集群制定三年培育方案，报市局。
    第二条 集群有效期三年，期满前市局按照集群培育方案的完成情况组织复核。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import is_statute, printed
from policydoc.rules._places import found, iter_matches

PLAN = re.compile(
    r"(?:制定|编制|制订)(?:和完善|并组织实施|并实施)?([^，,。；;：:、《》]{0,12}(?:方案|规划|计划))(?=[，,。；;：:、])"
)
NAME = 4  # the last characters by which a plan is named again: 培育方案, 发展规划
REVIEW = re.compile(r"(?:开展|组织|进行)复核|复核(?:合格|通过|申请|工作)|期满[^。；]{0,10}复核")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    words = printed(policy)
    if is_statute(policy) or not REVIEW.search(words):
        return
    for provision, match in iter_matches(policy.operative, PLAN):
        if words.count(match[1][-NAME:]) == 1 and match[1][:1] not in ("本", "该"):
            yield found(
                provision, match.start(), match.end(),
                f"要求制定“{match[1]}”，全文再没有提到，复核时无从对照。",
                "写明由谁审核、怎样作为复核的依据，或者删去",
            )  # fmt: skip


RULE = Rule(
    Severity.NOTE, "可操作性：要求制定的方案、规划应当在监督、复核中用到", _check, group="F",
    certain=False,
)  # fmt: skip
