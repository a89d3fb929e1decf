"""A limit that is a bare number.

Bad:
    甲市集群管理办法
    第一条 集群年产值10以上，企业户数不少于20，管理规范。
Good:
    甲市集群管理办法
    第一条 集群年产值10亿元以上，企业户数不少于20户，管理规范。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

BARE = re.compile(
    r"(?<![系指比级第A-Za-z])(?<=[\u4e00-\u9fff])(\d+(?:\.\d+)?)(?:[（(]含[）)])?(?:以上|以下|以内)"
    r"|(?:不低于|不少于|不超过|不高于|高于|超过)(\d+(?:\.\d+)?)(?=[，。；,;的]|$)"
)
# A coefficient, an index or a mark has no unit.
PURE = re.compile(
    r"(?:系数|指数|比|值|分数|得分|评分|等级|版本|类别|倍数|密度|率|[A-Za-z]{2,5}[）)]?)[^，。；]{0,4}$"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, BARE):
        before = provision.text[max(0, match.start() - 12) : match.start()]
        if float(match[1] or match[2]) < 1:  # 郁闭度0.2以上: a ratio
            continue
        if not PURE.search(before) or re.search("产值", before[-4:]):
            yield found(
                provision, match.start(), match.end(), f"“{match[0]}”没有写计量单位。", "补写单位"
            )


RULE = Rule(Severity.ERROR, "表述准确：数量应当有计量单位", _check, group="D")
