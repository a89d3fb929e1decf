"""减少 or 降低 by 倍: nothing can become less by one time or more.

Bad:
    甲市集群管理办法
    第一条 能耗应当减少2倍。
Good:
    甲市集群管理办法
    第一条 能耗应当减少50%。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

TIMES = re.compile(r"(?:减少|降低|缩短|下降)(?:了)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)倍")

RULE = Rule(
    Severity.NOTE,
    "数字用法惯例：减少用百分比或者分数，不用倍数",
    at_matches(TIMES, "“{0}”不通：减少不用倍数。", "改用百分比或者分数"),
    group="D",
)
