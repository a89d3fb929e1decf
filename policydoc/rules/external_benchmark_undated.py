"""A benchmark outside the text with no document named.

Bad:
    甲市集群管理办法
    第一条 能效水平高于行业基准值。
Good:
    甲市集群管理办法
    第一条 能效水平高于《重点领域能效标杆水平和基准水平（2023年版）》规定的基准水平。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

OUTSIDE = re.compile(
    r"[\u4e00-\u9fff]{2,20}?(?:高于|低于|优于|达到|不低于|不高于|符合)(?:国家、省|国家|省|行业)?(?:相关|有关)?(?:行业)?(?:基准值|基准水平|平均水平|先进水平|相关要求|有关要求)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, OUTSIDE):
        sentence = provision.text[max(0, match.start() - 40) : match.end() + 40]
        if "《" not in sentence:
            yield found(
                provision,
                match.start(),
                match.end(),
                "对照的基准没有写明出自哪个文件、哪一年。",
                "写明文件名称和年份",
            )


RULE = Rule(Severity.NOTE, "可操作性：引用的外部标准应当可查", _check, group="D", certain=False)
