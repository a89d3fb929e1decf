"""A lead-in that counts as one speaks: 以下几方面.

Bad:
    甲市集群管理办法
    第一条 重点围绕以下几方面开展培育工作：
    （一）提升创新能力；
    （二）推动绿色发展。
Good:
    甲市集群管理办法
    第一条 重点围绕以下两个方面开展培育工作：
    （一）提升创新能力；
    （二）推动绿色发展。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

COUNT = re.compile(r"(?:以下|下列|如下)几(?:个方面|方面|点|项|种|类|个|条|款)")

RULE = Rule(
    Severity.NOTE,
    "文字准确：条文不用口语的约数，所列各项数目是确定的",
    at_matches(COUNT, "“{0}”是口语的约数，所列各项数目是确定的。", "写明项数，或者写“下列”"),
    group="H",
    certain=False,
)
