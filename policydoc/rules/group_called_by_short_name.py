"""以下简称 for a group of bodies, where 以下统称 is meant.

Bad:
    甲市集群管理办法
    第一条 市工业和信息化局、市财政局（以下简称市级部门）共同负责。
    第二条 市级部门应当协作。
Good:
    甲市集群管理办法
    第一条 市工业和信息化局、市财政局（以下统称市级部门）共同负责。
    第二条 市级部门应当协作。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

BODY = r"(?:局|厅|委|部|院|部门|政府|委员会|学校|院所|机构|中心|单位|公司|医院|街道办事处)"
GROUP = re.compile(rf"{BODY}(?:、|和|以及)(?:(?!的)[^，。；（(]){{2,30}}{BODY}[（(](以下简称)")

RULE = Rule(
    Severity.NOTE,
    "公文惯例：一个名称用“简称”，若干名称合称用“统称”",
    at_matches(GROUP, "对若干机关的合称用“统称”。", "以下统称", group=1),
    group="A",
    certain=False,
)
