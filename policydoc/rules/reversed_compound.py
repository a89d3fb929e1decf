"""A compound with its characters the wrong way round.

Bad:
    甲市集群管理办法
    第一条 形成行业标杆性企业的群集。
Good:
    甲市集群管理办法
    第一条 形成行业标杆性企业的集群。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import replaced

WORDS = [
    (r"群集(?![体中])", "集群", "“群集”疑为“集群”之误。"),
    (r"准标", "标准", "“准标”疑为“标准”之误。"),
]


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    return replaced(policy, WORDS)


RULE = Rule(Severity.NOTE, "文字准确：词语不颠倒", _check, group="H", certain=False)
