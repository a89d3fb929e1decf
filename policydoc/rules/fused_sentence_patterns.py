"""Two sentence patterns run into one.

Bad:
    甲市集群管理办法
    第一条 各县区加强对规划执行情况进行跟踪。
Good:
    甲市集群管理办法
    第一条 各县区加强对规划执行情况的跟踪，围绕以下方面开展工作。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

FUSED = re.compile(
    r"加强对[^。，；]{2,60}(?:等)?进行[^。，；]{0,6}|围绕[^。，；]{2,20}为主(?!体|导|要)|以[^。，；]{2,20}为主要(?=[，。；])"
    r"|原因是(?:因为|由于)|目的是为了|本着以[^。，；]{2,16}|本着[^。，；的]{2,12}为(?:原则|目的)|围绕以(?![下上])[^。，；]{2,16}|(?:防止|避免)[^。，；]{0,6}不(?:再)?发生"
)

RULE = Rule(
    Severity.NOTE,
    "文字通顺：句式不杂糅",
    at_matches(FUSED, "两种句式混用。", "保留一种句式，如“加强对……的……”"),
    group="H",
    certain=False,
)
