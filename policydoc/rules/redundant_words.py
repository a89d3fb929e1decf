"""Words that say one thing twice.

Bad:
    甲市集群管理办法
    第一条 全市认定大约20个左右集群。
Good:
    甲市集群管理办法
    第一条 全市认定集群不超过20个。
"""

from __future__ import annotations

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import replacing

NUMBER = r"[\d一二三四五六七八九十百千万]+(?:\.\d+)?[^，。；、\d以有的]{0,4}?"
WORDS = [
    (
        r"(大约|约)(为?[\d一二三四五六七八九十百]+[^\s，。；]{0,3})左右",
        r"\2左右",
        "“约”与“左右”重复。",
    ),
    (r"排放量强度", "排放强度", "“排放量强度”多“量”字。"),
    (r"居于([^，。；]{1,12})居", r"居于\1", "“居”字重复。"),
    (
        rf"((?:不|不得)(?:超过|高于|多于|大于)[^，。；、的]{{0,2}}{NUMBER})(?:以上|以内|以下)",
        r"\1",
        "“不超过”与“以上”“以内”“以下”叠用。",
    ),
    (
        rf"((?:不少于|不得少于|不低于|不得低于|至少|(?<!不)(?<!不得)(?:超过|高于|多于))[^，。；、的]{{0,2}}{NUMBER})(?:以上|以下|以内)",
        r"\1",
        "比较词叠用。",
    ),
    (r"涉及到", "涉及", "“涉及”已含“到”义。"),
    (r"(凯旋)而归", r"\1", "“凯旋”已含归来之义。"),
]

RULE = Rule(Severity.NOTE, "文字简练：同义词语不重复", replacing(WORDS), group="H")
