"""The act of one enterprise costs the whole cluster its title, without a measure.

Bad:
    甲市集群管理办法
    第一条 集群有下列情形之一的，撤销其认定：
    （一）弄虚作假的；
    （二）集群企业发生安全事故的。
Good:
    甲市集群管理办法
    第一条 集群有下列情形之一的，撤销其认定：
    （一）弄虚作假的；
    （二）集群内发生事故的企业占比达到10%以上的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_lists

MEMBER = re.compile(
    r"(?:集群|园区|基地|联盟|协会|集团)(?:内)?(?:成员)?(?:企业|单位)(?:有|发生|存在|出现)[^，。；]{0,30}"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for lead, items in iter_lists(policy):
        if not re.search("撤销|取消", lead.text):
            continue
        for item in items:
            match = MEMBER.match(item.text)
            if match and not re.search(r"占比|比例|以上企业|\d+家", item.text):
                yield found(
                    item, match.start(), match.end(),
                    "个别成员的行为即撤销整体资格，没有数量、程度或者关联的限定。", "写明数量、比例或者与主体的关联",
                )  # fmt: skip


RULE = Rule(
    Severity.NOTE, "过罚相当：处理应与行为主体和程度相适应", _check, group="F", certain=False
)
