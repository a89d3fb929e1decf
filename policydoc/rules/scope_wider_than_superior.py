"""A scope wider than the superior's definition: several counties where it says one.

Superior:
    甲省集群管理办法
    第一条 本办法所称集群，是指定位在县级区划范围内的产业集群。
Bad:
    乙市集群管理办法
    第一条 本办法所称集群，是指在一个或几个相邻县行政区划范围内的产业集群。
Good:
    乙市集群管理办法
    第一条 本办法所称集群，是指定位在县级区划范围内的产业集群。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

ONE = re.compile(r"(?:在|应当在)(?:一个)?县级?(?:行政)?区划范围内")
SEVERAL = re.compile(
    r"(?:一个|一)或(?:者)?(?:几个|多个|若干)?(?:相邻)?县[^，。；,;]{0,10}|跨(?:几个|多个)?相邻?县[^，。；,;]{0,12}"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for superior in context.superiors:
        narrow = next(iter(iter_matches(superior, ONE)), None)
        for provision, match in iter_matches(policy, SEVERAL) if narrow else ():
            home, words = narrow if narrow else (provision, match)
            yield found(
                provision, match.start(), match.end(),
                f"范围宽于上位文件（上位文件为“{words[0]}”），跨县的集群可能无法向上推荐。", "核对是否与上位文件衔接",
                related=((superior.identity.id, home.eid, words[0]),),
            )  # fmt: skip
            break


RULE = Rule(Severity.WARNING, "合法性审核：适用范围不得超出上位文件的定义", _check, group="G")
