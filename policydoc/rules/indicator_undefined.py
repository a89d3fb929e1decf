"""A rate that the text demands and nowhere defines.

Bad:
    甲市集群管理办法
    第一条 工业互联网平台应用普及率不低于10%。
Good:
    甲市集群管理办法
    第一条 工业互联网平台应用普及率不低于10%。工业互联网平台应用普及率是指应用平台的企业数与企业总数之比。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import found, iter_matches

RATE = re.compile(
    r"([\u4e00-\u9fff“”]{2,20}?(?:普及率|上云率|应用率|覆盖率|数控化率|联网率|转化率|集中度|关联度))"
    r"(?=(?:不低于|不少于|高于|大于|达到|超过|不高于|低于|在)[^，。；]{0,4}\d)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    words = printed(policy)
    for provision, match in iter_matches(policy, RATE):
        name = match[1][-6:]
        if not re.search(rf"{re.escape(name)}[^。]{{0,6}}(?:是指|指|=|＝|按|计算)", words):
            yield found(
                provision,
                match.start(),
                match.end(),
                f"指标“{match[1]}”没有定义，分子、分母不明。",
                "写明计算方法",
            )


RULE = Rule(Severity.NOTE, "可操作性：考核指标应当有定义", _check, group="D", certain=False)
