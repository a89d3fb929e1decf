"""A lead-in that announces a list, with another sentence between it and the items.

Bad:
    甲市集群管理办法
    第一条 集群认定须满足以下条件。同时，三年内未发生事故。
    （一）产值较高；
    （二）管理规范。
Good:
    甲市集群管理办法
    第一条 三年内未发生事故的集群，认定须满足以下条件：
    （一）产值较高；
    （二）管理规范。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_lists

APART = re.compile(r"(?:^|。)([^。]{0,60}(?:以下|下列)[^。]{0,20}。)([^。]*。)\s*$")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for lead, _ in iter_lists(policy):
        match = APART.search(lead.text)
        if match and "下列" not in match[2] and "以下" not in match[2]:
            yield found(
                lead,
                match.start(1),
                match.end(1),
                "引导语与各项之间隔了一句。",
                "把中间的句子移到引导语之前或者各项之后",
            )


RULE = Rule(Severity.WARNING, "行文惯例：引导语紧接所引各项", _check, group="B", certain=False)
