"""其它 where statutes write 其他.

Bad:
    甲市集群管理办法
    第一条 有其它严重情形的，撤销认定。
Good:
    甲市集群管理办法
    第一条 有其他严重情形的，撤销认定。
"""

from __future__ import annotations

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import replacing

RULE = Rule(
    Severity.NOTE,
    "立法用语习惯：用“其他”",
    replacing([("其它", "其他", "法规用语通常写作“其他”。")]),
    group="H",
)
