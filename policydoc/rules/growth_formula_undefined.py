"""A mean annual growth whose formula is not said: compound, or the mean of yearly rates?

Bad:
    甲市集群管理办法
    第一条 产值年均增速高于7%。
Good:
    甲市集群管理办法
    第一条 产值年均增速高于7%，年均增速按复合增长率计算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import found, iter_matches

GROWTH = re.compile(
    r"[\u4e00-\u9fff]{0,12}年均(?:增速|增长率?|增幅)[\u4e00-\u9fff]{0,6}\d+(?:\.\d+)?[%％]"
)
FORMULA = re.compile(
    r"复合增长|复合增速|算术平均|年均(?:增速|增长率?)[^。]{0,4}(?:按|=|＝|是指|计算)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    if FORMULA.search(printed(policy)):
        return
    for provision, match in iter_matches(policy, GROWTH):
        yield found(
            provision, match.start(), match.end(),
            "年均增长没有写明算法：按复合增长率和按各年增长率的平均，结果可能不同。", "写明按复合增长率或者按各年平均计算",
        )  # fmt: skip


RULE = Rule(Severity.NOTE, "可操作性：计算方法应当明确", _check, group="D", certain=False)
