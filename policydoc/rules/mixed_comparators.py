"""Gates of the same height with different comparators: 70%以上 beside 高于70%.

Bad:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）中小企业产值占集群总产值70%以上，主导产业占集群总产值比例高于70%；
    （二）管理规范。
Good:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）中小企业产值占集群总产值70%以上，主导产业占集群总产值比例不低于70%；
    （二）管理规范。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from policydoc.model import Fact, Finding, Policy, Severity, by_eid
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found

# The amount of a fine is no gate beside the gain that it is measured by.
PENALTY = re.compile(r"罚|处以?(?!于)|拘役|徒刑")
# 不得超过5%；不足5%的，不得再增加: the case left over, no gate.
SHORT_OF = re.compile("不足|不满|未达到|没有达到")
PERIODS = ("年", "月", "日", "天", "个月", "工作日", "周岁", "岁")
INCLUDES = {">=": "含本数", ">": "不含本数", "<=": "含本数", "<": "不含本数"}


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    provisions = by_eid(policy)
    gates = [f for f in policy.facts if f.kind == "threshold" and isinstance(f.value, int | float)]
    for before, after in pairwise(gates):
        same = before.eid == after.eid
        between = provisions[after.eid].text[before.start if same else 0 : after.end + 4]
        # 不足百分之五的，… is the case on the other side of the gate.
        is_case = after.op == "<" and provisions[after.eid].text[after.end : after.end + 1] == "的"
        if _mixed(before, after) and not is_case and not PENALTY.search(between):
            message = (
                f"两个门槛都是 {after.value:g}{after.unit}，比较词却不同：前者{INCLUDES[before.op]}，"
                f"后者{INCLUDES[after.op]}。"
            )
            yield found(
                provisions[after.eid],
                before.start if same else after.start,
                after.end,
                message,
                "核对是否有意区分，否则统一为“不低于”",
                certain=same,
            )


def _mixed(before: Fact, after: Fact) -> bool:
    same = (before.value, before.unit) == (after.value, after.unit)
    near = before.eid == after.eid or (
        before.unit == "%" and before.eid.rpartition("__")[0] == after.eid.rpartition("__")[0]
    )
    # 满二十五年 and 少于二十五年 are periods, no gates.
    return (
        same
        and near
        and not SHORT_OF.search(after.quote)
        and after.unit not in PERIODS
        and before.op != after.op
        and before.op[:1] == after.op[:1]
        and before.op in INCLUDES
    )


RULE = Rule(
    Severity.WARNING,
    "民法典第一千二百五十九条：“以上”包括本数，“高于”“超过”不包括本数",
    _check,
    group="D",
)
