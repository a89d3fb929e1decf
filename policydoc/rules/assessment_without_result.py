"""A yearly assessment with neither criteria nor result.

Bad:
    甲市集群管理办法
    第一条 集群认定后每年进行考核。
Good:
    甲市集群管理办法
    第一条 集群认定后每年进行考核，考核不合格的，限期整改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import found, iter_matches

YEARLY = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:每年|年度|按年|每[一二两三]年)[\u4e00-\u9fff]{0,6}(?:进行|开展|组织)?(?:考核|考评|评价|评估)"
)
RESULT = re.compile(
    r"(?:考核|考评|评价|评估)[^。]{0,6}(?:不合格|不达标|未通过|不通过|等次|等级|标准|办法|指标)|不合格的"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    if RESULT.search(printed(policy)):
        return
    for provision, match in iter_matches(policy, YEARLY):
        yield found(
            provision,
            match.start(),
            match.end(),
            "规定了考核，没有规定标准和不合格的后果。",
            "写明考核标准和结果运用",
        )


RULE = Rule(Severity.NOTE, "可操作性：考核应当有标准和结果", _check, group="F", certain=False)
