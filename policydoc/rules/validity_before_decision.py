"""A validity that begins before the document that grants it.

Bad:
    # issued = 2023-07-31
    关于公布甲市集群名单的通知
    各县区工业和信息化局：
    认定集群有效期为2023年1月1日至2025年12月31日。
Good:
    # issued = 2023-07-31
    关于公布甲市集群名单的通知
    各县区工业和信息化局：
    认定集群有效期为2023年7月31日至2026年7月30日。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

BEGINS = re.compile(r"有效期[^。；]{0,12}?(20\d{2})年(\d{1,2})月(\d{1,2})日(?=至|到|起|[—-])")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    issued = policy.identity.issued or policy.operative.identity.issued
    for provision, match in iter_matches(policy, BEGINS) if issued else ():
        begins = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
        if begins < str(issued):
            yield found(
                provision, match.start(), match.end(),
                f"有效期起于 {begins}，早于成文日期 {issued}。", "自公布之日起算",
            )  # fmt: skip


RULE = Rule(Severity.WARNING, "可操作性：有效期自作出决定之日起算", _check, group="E")
