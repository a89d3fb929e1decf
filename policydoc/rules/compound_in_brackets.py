"""Two words written as one with brackets: 制（修）订, 新（改、扩）建.

Bad:
    甲市标准化管理办法
    第一条 企业参与国家标准制（修）订工作的，给予补助。
Good:
    甲市标准化管理办法
    第一条 企业参与国家标准制定、修订工作的，给予补助。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

COMPOUND = re.compile(
    r"[制新改签续迁扩修复][（(][修改扩迁续补签制订建复、]{1,5}[）)][订建签改造制]|制[/／]修订|新[/／]改[/／]?扩?建"
)

RULE = Rule(
    Severity.NOTE,
    "文字规范：条文中的词写完整，不用括号、斜线合写",
    at_matches(
        COMPOUND, "“{0}”把两个词合写，读法不一。", "分别写出，如“制定、修订”“新建、改建、扩建”"
    ),
    group="H",
    certain=False,
)
