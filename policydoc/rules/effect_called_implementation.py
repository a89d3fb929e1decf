"""实施 where the day of coming into effect asks for 施行.

Bad:
    甲市集群管理办法
    第一条 本办法自印发之日起实施。
Good:
    甲市集群管理办法
    第一条 本办法自印发之日起施行。
"""

from __future__ import annotations

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import replacing

RULE = Rule(
    Severity.NOTE,
    "立法技术惯例：施行日期的表述为“自……起施行”",
    replacing(
        [
            (
                r"((?<!来)(?<!标准)(?<!规范)(?<!规划)[自从][^。；，、]{2,16}(?:起|\d+日后))(?:正式|开始)?实施(?=[，。；]|$)",
                r"\1施行",
                "规定生效日期用“施行”。",
            ),
            (
                r"(本[\u4e00-\u9fff]{2,4}[自从][^。；，、]{2,16}起)(?:正式|开始)?执行(?=[，。；]|$)",
                r"\1施行",
                "规定生效日期用“施行”。",
            ),
        ]
    ),
    group="H",
)
