"""A new burden laid on what was done before the document takes effect.

Bad:
    甲市集群管理办法
    第一条 2023年以来已认定的集群，按照本办法撤销。
Good:
    甲市集群管理办法
    第一条 本办法施行前已认定的集群，按照原规定执行。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

BACK = re.compile(
    r"(?:20\d{2}年(?:\d{1,2}月\d{1,2}日)?以来|本[\u4e00-\u9fff]{2,4}(?:施行|实施|印发)前)已?[^。；]{0,24}(?:按照?|依照|适用)本[\u4e00-\u9fff]{2,4}[^。；]{0,8}"
)

RULE = Rule(
    Severity.NOTE,
    "立法法第一百零四条：不溯及既往（规范性文件参照，待核）",
    at_matches(BACK, "可能溯及既往。", "写明施行前的事项按原规定，或者有利溯及的理由"),
    group="G",
    certain=False,
)
