"""依照 or 按照 of something that binds nobody: 参照 is meant.

Bad:
    甲市集群管理办法
    第一条 依照各地经验执行。
Good:
    甲市集群管理办法
    第一条 参照各地经验执行。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import replaced

WORDS = [
    (
        r"(?:依照|按照)(?=[\u4e00-\u9fff]{0,6}(?:经验|做法|惯例))",
        "参照",
        "对没有约束力的经验、做法用“参照”。",
    )
]


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    return replaced(policy, WORDS)


RULE = Rule(
    Severity.NOTE,
    "立法技术规范（试行）（一）：依照、按照、参照的区分（转述，待核）",
    _check,
    group="C",
    certain=False,
)
