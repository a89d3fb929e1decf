"""A list of a single item.

Bad:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）弄虚作假的。
Good:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）弄虚作假的；
    （二）自愿放弃的。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import interrupted
from policydoc.rules._places import iter_lists, whole


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    broken = interrupted(policy)
    for lead, items in iter_lists(policy):
        if len(items) == 1 and lead.eid not in broken:
            yield whole(items[0], "列项只有一项。", "只有一项时并入引导语，不单列")


RULE = Rule(Severity.NOTE, "立法技术惯例：两项以上方分项表述", _check, group="B")
