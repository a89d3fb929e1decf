"""Numbers 一、二、 or （一）（二） of a text without articles that leave a gap or come twice.

Bad:
    甲市人民政府关于发展养老服务的意见
    一、总体要求
    坚持政府主导。
    二、主要任务
    完善设施。
    四、保障措施
    加强组织领导。
Good:
    甲市人民政府关于发展养老服务的意见
    一、总体要求
    坚持政府主导。
    二、主要任务
    完善设施。
    三、保障措施
    加强组织领导。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Provision, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import breaks

HAN = re.compile(r"^[（(]?[一二三四五六七八九十百]+[）)、.．]?$")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    groups = [policy.body, *(annex.body for annex in policy.attachments)]
    groups += [provision.children for provision in walk(policy)]
    for group in groups:
        levels = [p for p in group if p.kind is Kind.LEVEL and HAN.match(p.num.strip())]
        if len({_shape(level) for level in levels}) == 1:
            yield from breaks(levels, "层次")


def _shape(level: Provision) -> str:
    return re.sub("[一二三四五六七八九十百]+", "一", level.num.strip())


RULE = Rule(Severity.ERROR, "公文处理惯例：层次序数依次标注", _check, group="B")
