"""A deadline at 月底, 年底 or 月初, whose day is not the same every year.

Bad:
    甲市集群管理办法
    第一条 集群于每年2月底前报送上一年度情况。
Good:
    甲市集群管理办法
    第一条 集群于每年3月1日前报送上一年度情况。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

LOOSE = re.compile(
    r"(?:每年|次年|当年)?(?:\d{1,2}月|[一二三四五六七八九十]{1,2}月)(?:底|末|初|中旬|上旬|下旬)(?:之?前)?|(?:每)?(?:年底|年末|季度末)之?前"
)

RULE = Rule(
    Severity.NOTE,
    "表述准确：期限应当确定到日",
    at_matches(LOOSE, "期限“{0}”没有确定到日。", "写明月、日"),
    group="E",
    certain=False,
)
