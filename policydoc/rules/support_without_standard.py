"""Support that depends on money or on another region's practice, with no standard.

Bad:
    甲市集群管理办法
    第一条 对优秀集群，参照省级支持方式，视当年资金情况予以奖励支持。
Good:
    甲市集群管理办法
    第一条 对优秀集群，一次性奖励20万元。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

LOOSE = re.compile(
    r"(?:视|根据)[^，。；《]{0,16}资金(?:安排|情况|状况)?(?:情况)?(?:予以|给予)?[^，。；]{0,6}(?:支持|奖励|补助)?|参照[^，。；]{2,16}(?:支持方式|做法|方式)"
)

RULE = Rule(
    Severity.NOTE,
    "可操作性：支持措施应当有标准",
    at_matches(LOOSE, "支持没有标准，难以兑现和监督。", "写明支持的方式和标准"),
    group="F",
    certain=False,
)
