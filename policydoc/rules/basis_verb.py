"""依照 or 按照 of something that binds nobody: 参照 is meant.

Bad:
    甲市集群管理办法
    第一条 依照各地经验执行。
Good:
    甲市集群管理办法
    第一条 参照各地经验执行。
"""

from __future__ import annotations

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import replacing

WORDS = [
    (
        r"(?:依照|按照)(?=[\u4e00-\u9fff]{0,6}(?:经验|做法|惯例))",
        "参照",
        "对没有约束力的经验、做法用“参照”。",
    )
]

RULE = Rule(
    Severity.NOTE,
    "立法技术规范（试行）（一）：依照、按照、参照的区分（转述，待核）",
    replacing(WORDS),
    group="C",
    certain=False,
)
