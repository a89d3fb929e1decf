"""Interpretation left to somebody who is no issuer.

Bad:
    甲市集群管理办法
    第一条 本办法由甲市中小企业协会负责解释。
Good:
    甲市集群管理办法
    第一条 本办法由甲市工业和信息化局负责解释。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

OTHER = re.compile(
    r"(?:由(?=[^，。；]{2,40}解释)|解释权归)([\u4e00-\u9fff]{2,24}(?:协会|学会|商会|公司|研究院|促进会|联盟|服务中心|基金会))(?=(?:负责|承担)?[^，。；]{0,4}解释|所有|[，。])"
)

RULE = Rule(
    Severity.NOTE,
    "制定机关解释（转述，待核）",
    at_matches(OTHER, "解释权应当由制定机关行使。", "改为制定机关", group=1),
    group="G",
    certain=False,
)
