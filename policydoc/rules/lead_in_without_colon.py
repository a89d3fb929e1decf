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

LAST = re.compile(
    r"(?:^|。)([^。]*(?:以下|下列|如下)[^。：:]*[。；，、;,]?)\s*$"
    r"|(?:^|。)([^。：:]{2,40}(?:包括|如[下是]|职责是|条件是|内容是|要求是|主要是|分为)[。；，;,]?)\s*$"
)
# A lead-in that ends in a comma runs on into its first item.
RUN_ON = re.compile(r"(?:^|。)([^。：:]*(?:以下|下列)[^。：:（(]*[，；,;])(?=[（(]一[）)])")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for lead, _ in iter_lists(policy):
        match = LAST.search(lead.text) or RUN_ON.search(lead.text)
        if match:
            group = 1 if match[1] else 2
            words = match[group]
            right = words.rstrip("。；，、;,") + "："
            how = "没有标点" if words[-1] not in "。；，、;," else f"以“{words[-1]}”结尾"
            yield mended(
                lead, match.start(group), match.end(group),
                f"列项的引导语{how}，应以冒号引出各项。", right,
            )  # fmt: skip


RULE = Rule(
    Severity.WARNING, "GB/T 15834—2011：冒号用于总说性话语之后，引出分说", _check, group="B"
)
