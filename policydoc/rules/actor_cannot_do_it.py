"""An act that the body cannot do, or the consent of one that has no will of its own.

Bad:
    甲市集群管理办法
    第一条 宣传工作应当征得集群同意。
Good:
    甲市集群管理办法
    第一条 宣传工作应当征得集群运营管理机构同意。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

CANNOT = (
    (re.compile(r"(?:征得|取得|经)(?:集群|园区|产业链)同意"), "没有独立的主体资格，无从表示同意", "写明由谁同意，如运营管理机构"),
    (re.compile(r"(?:积极)?招聘[\u4e00-\u9fff]{2,10}(?:进入|到)[\u4e00-\u9fff]{2,12}(?:企业|单位)(?:工作)?"), "行政机关不能代企业招聘", "改为支持、组织企业招聘"),
)  # fmt: skip


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for pattern, why, suggestion in CANNOT:
        for provision, match in iter_matches(policy, pattern):
            yield found(provision, match.start(), match.end(), f"“{match[0]}”：{why}。", suggestion)


RULE = Rule(
    Severity.NOTE, "主体适格：义务应当由能够履行的主体承担", _check, group="F", certain=False
)
