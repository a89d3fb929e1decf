"""占比较大: 占比 + 较大, or 占 + 比较大?

Bad:
    甲市集群管理办法
    第一条 主导产业占比较大。
Good:
    甲市集群管理办法
    第一条 主导产业所占比重较大。
"""

from __future__ import annotations

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import replacing

WORDS = [(r"占比较([大高小低])", r"所占比重较\1", "“占比较”有两种读法。")]

RULE = Rule(Severity.NOTE, "表述准确：不用有歧义的词语", replacing(WORDS), group="H", certain=False)
