"""提高5% of a rate: five per cent, or five points?

Bad:
    甲市集群管理办法
    第一条 普及率比上年提高5%。
Good:
    甲市集群管理办法
    第一条 普及率比上年提高5个百分点。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

RISE = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:率|占比|比重|比例)[^，。；\d]{0,10}(?:提高|提升|增加|上升|降低|下降|减少)(?:了)?\d+(?:\.\d+)?[%％](?!以上的)"
)

RULE = Rule(
    Severity.NOTE,
    "统计用语惯例：比率的增减用百分点",
    at_matches(RISE, "比率的升降用“%”还是“百分点”，含义不同。", "升降幅度用“个百分点”"),
    group="D",
    certain=False,
)
