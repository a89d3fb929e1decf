"""A deadline, or the end of a public notice, that lies before the date of the document.

Bad:
    # issued = 2025-06-10
    关于组织申报集群的通知
    各县区工业和信息化局：
    请于2025年5月20日前报送申报材料。
Good:
    # issued = 2025-05-06
    关于组织申报集群的通知
    各县区工业和信息化局：
    请于2025年5月20日前报送申报材料。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

DEADLINE = re.compile(
    r"(?:请|应当|须|要)?于(20\d{2})年(\d{1,2})月(\d{1,2})日(?:之?前|下班前)(?=[^。；]{0,20}报)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    issued = policy.identity.issued or policy.operative.identity.issued
    for provision, match in iter_matches(policy, DEADLINE) if issued else ():
        due = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
        if due < str(issued):
            yield found(
                provision, match.start(), match.end(),
                f"截止日 {due} 早于成文日期 {issued}。", "核对日期",
            )  # fmt: skip


RULE = Rule(Severity.ERROR, "前后一致：成文、截止、公示、公布的日期应当依次在后", _check, group="E")
