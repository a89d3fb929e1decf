"""A quota softened by 左右, 约 or 计划: nobody can say when it is kept.

Bad:
    甲市集群管理办法
    第一条 全市计划认定20个左右集群。
Good:
    甲市集群管理办法
    第一条 全市认定集群不超过20个。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

HEDGED = re.compile(
    r"(?:计划)?(?:认定|培育|遴选|支持|建设)[^。；，,;]{0,6}?(?:\d+|[一二三四五六七八九十百]+)[个家户项]左右"
)

RULE = Rule(
    Severity.NOTE,
    "表述准确：名额应当可核对",
    at_matches(HEDGED, "名额“{0}”用“左右”表述，无法判断是否超额。", "改为确数，或者“不超过……”"),
    group="D",
)
