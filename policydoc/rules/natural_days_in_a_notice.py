"""公示 counted in bare 日 or 天 where working days are meant.

Bad:
    甲市集群管理办法
    第一条 名单在门户网站公示5日。
Good:
    甲市集群管理办法
    第一条 名单在门户网站公示5个工作日。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

BARE = re.compile(
    r"公示(?:期限?|时间|时限)?(?:一般)?(?:为|不少于|不得少于|不低于|至少)?(?:期)?([3-9三四五六七八九十]|1[05])个?(?:自然日|日历日|日(?!内)|天(?!内))"
    r"|为期([3-9三四五六七八九十]|1[05])[日天]的?公示"
)

RULE = Rule(
    Severity.NOTE,
    "立法技术规范（试行）（一）：区分“日”与“工作日”",
    at_matches(BARE, "公示期按自然日计算可能跨周末和节假日。", "公示{1}{2}个工作日"),
    group="E",
    certain=False,
)
