"""Things listed before 等 that are not of the kind named after it: 工厂、企业等…体系.

Bad:
    甲市集群管理办法
    第一条 建设绿色工厂、绿色园区、节水型企业等绿色制造体系。
Good:
    甲市集群管理办法
    第一条 建设由绿色工厂、绿色园区、节水型企业等组成的绿色制造体系。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

THINGS = "(?:工厂|园区|企业|基地|平台|中心|机构|车间|项目)"
UNLIKE = re.compile(
    rf"(?:建设|创建|打造|培育|建立|构建)(?:一批)?[^，,。；;：:由]{{2,30}}{THINGS}等[^，,。；;、的]{{0,8}}(?:体系|机制|格局)"
    rf"(?![\u4e00-\u9fff]{{0,4}}(?:建设|标准))"
)

RULE = Rule(
    Severity.NOTE,
    "文字通顺：“等”字前所列的事物与其后的类名同类",
    at_matches(
        UNLIKE, "所列是具体事物，“等”字后的类名不是它们的类名。", "写作“由……组成的体系”，或者改类名"
    ),
    group="H",
    certain=False,
)
