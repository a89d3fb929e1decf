"""A compound with its characters the wrong way round.

Bad:
    甲市集群管理办法
    第一条 形成行业标杆性企业的群集。
Good:
    甲市集群管理办法
    第一条 形成行业标杆性企业的集群。
"""

from __future__ import annotations

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import replacing

WORDS = [
    (r"群集(?![体中])", "集群", "“群集”疑为“集群”之误。"),
    (r"准标", "标准", "“准标”疑为“标准”之误。"),
]

RULE = Rule(Severity.NOTE, "文字准确：词语不颠倒", replacing(WORDS), group="H", certain=False)
