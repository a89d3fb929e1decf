"""国内大循环 localised into a circulation that policy does not know.

Bad:
    甲市集群管理办法
    第一条 积极融入省内大循环。
Good:
    甲市集群管理办法
    第一条 积极融入国内大循环。
"""

from __future__ import annotations

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import replacing

WORDS = [(r"[省市县区]内大循环", "国内大循环", "“国内大循环”疑被机械地改成了本地。")]

RULE = Rule(
    Severity.NOTE, "忠于上位文件：固定提法不作地域替换", replacing(WORDS), group="H", certain=False
)
