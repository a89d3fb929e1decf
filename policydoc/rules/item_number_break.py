"""Items （一）（二） that leave a gap or come twice within one list.

Bad:
    甲市集群管理办法
    第一条 申请认定应当提交下列材料：
    （一）申请书；
    （三）证明。
Good:
    甲市集群管理办法
    第一条 申请认定应当提交下列材料：
    （一）申请书；
    （二）证明。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import breaks, interrupted, label_number
from policydoc.rules._places import iter_lists, whole


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    broken = interrupted(policy)
    for lead, items in iter_lists(policy):
        if items[0].kind is not Kind.SUBPARAGRAPH:
            continue  # level-number-break
        if label_number(items[0].num) not in (1, None) and lead.eid not in broken:
            yield whole(items[0], f"列项从“{items[0].num}”开始，缺少（一）。", "从（一）起编号")
        yield from breaks(items, "项")


RULE = Rule(Severity.ERROR, "立法法第六十五条：项的序号用中文数字加括号依次表述", _check, group="B")
