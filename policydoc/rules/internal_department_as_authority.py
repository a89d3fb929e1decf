"""An internal department (处, 科, 股) made to interpret or issue the document.

Bad:
    甲市集群管理办法
    第一条 本办法由市工业和信息化局中小企业科负责解释。
Good:
    甲市集群管理办法
    第一条 本办法由市工业和信息化局负责解释。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

ROOM = r"[\u4e00-\u9fff]{2,24}?(?:(?<!全)科|股|(?<!办事)(?<!管理)(?<!筹备)处|(?<=局)办公室)"
INTERNAL = re.compile(
    rf"(?:由(?=[^，。；]{{2,40}}解释)|解释(?:权|工作|事宜)?[^，。；]{{0,8}}?[归由])({ROOM})"
    r"(?=(?:具体)?(?:负责|承担|进行)?[^，。；]{0,6}解释|所有|(?:负责|承担)[，。])"
)

RULE = Rule(
    Severity.ERROR,
    "国办发〔2018〕37号：不得以内设机构名义制发行政规范性文件",
    at_matches(INTERNAL, "内设机构“{1}”不得作为制定和解释主体。", "改为制定机关", group=1),
    group="A",
)
