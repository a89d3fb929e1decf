"""A lead-in to a list that does not end with a colon.

Bad:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定。
    （一）弄虚作假的；
    （二）自愿放弃的。
Good:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）弄虚作假的；
    （二）自愿放弃的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import iter_lists, mended

LAST = re.compile(r"(?:^|。)([^。]*(?:以下|下列|如下)[^。]*。)\s*$")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for lead, _ in iter_lists(policy):
        match = LAST.search(lead.text)
        if match:
            yield mended(
                lead, match.start(1), match.end(1),
                "列项的引导语以句号结尾，应以冒号引出各项。", match[1][:-1] + "：",
            )  # fmt: skip


RULE = Rule(
    Severity.WARNING, "GB/T 15834—2011：冒号用于总说性话语之后，引出分说", _check, group="B"
)
