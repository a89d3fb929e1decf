"""A withdrawal with no deciding body, notice or hearing.

Bad:
    甲市集群管理办法
    第一条 集群有下列情形之一的，撤销其认定：
    （一）弄虚作假的；
    （二）拒不整改的。
Good:
    甲市集群管理办法
    第一条 集群有下列情形之一的，由市工业和信息化局撤销其认定，书面告知并听取陈述、申辩：
    （一）弄虚作假的；
    （二）拒不整改的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_lists

REVOKED = re.compile(r"(?:撤销|取消)[^，。；]{0,8}?(?:认定|称号|资格|命名|认证)")
DECIDER = re.compile(
    r"由[^，。；]{2,24}(?:撤销|取消|决定|作出)|(?:局|厅|部|委|部门|政府)(?:应当|可以|有权)?(?:撤销|取消)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for lead, _ in iter_lists(policy):
        match = REVOKED.search(lead.text)
        if match and not DECIDER.search(lead.text) and not re.search("告知|听证|陈述", lead.text):
            yield found(
                lead, match.start(), match.end(),
                "没有写明由谁决定撤销，也没有告知、申辩的程序和撤销的后果。", "写明决定机关、告知和申辩程序、撤销的后果",
            )  # fmt: skip


RULE = Rule(
    Severity.WARNING,
    "程序正当：不利决定应有决定机关和告知、申辩程序",
    _check,
    group="F",
    certain=False,
)
