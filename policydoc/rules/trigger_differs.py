"""One period that runs from different events in two provisions.

Bad:
    甲市集群管理办法
    第一条 集群应当在变更完成后15个工作日内报备。
    第二条 集群应当在变更发生后15个工作日内更新信息。
Good:
    甲市集群管理办法
    第一条 集群应当在变更完成后15个工作日内报备。
    第二条 集群应当在变更完成后15个工作日内更新信息。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

TRIGGER = re.compile(r"([\u4e00-\u9fff]{2})(完成|发生|生效|结束|作出|确认)(?:后|之日起)")
SAME = {"变动": "变更", "调整": "变更"}


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    first: dict[str, tuple[str, str]] = {}
    for provision, match in iter_matches(policy, TRIGGER):
        matter = SAME.get(match[1], match[1])
        eid, event = first.setdefault(matter, (provision.eid, match[0]))
        if TRIGGER.sub(r"\2", event) != match[2]:
            yield found(
                provision, match.start(), match.end(),
                f"期限的起算点不同：此处“{match[0]}”，别处“{event}”。", "统一起算点",
                related=((policy.identity.id, eid, event),),
            )  # fmt: skip


RULE = Rule(
    Severity.NOTE, "前后一致：同一事项的期限自同一事实起算", _check, group="E", certain=False
)
