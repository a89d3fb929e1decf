"""Preference for local enterprises, products or registration.

Bad:
    甲市集群管理办法
    第一条 优先采购本市集群企业产品，申报企业须在本市注册满五年且不得外迁。
Good:
    甲市集群管理办法
    第一条 符合条件的各类经营者均可申报。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

LOCAL = re.compile(
    r"(?:对|给予)?采购本(?:市|省|县|区|地)产品[^，。；]{0,10}(?:奖励|补助|补贴)|未在(?:本|我)(?:市|省|县|区)(?:纳税|注册|登记)[^，。；]{0,6}不得|优先(?:采购|选用|使用|选择|购买)(?:本|我)(?:市|省|县|区|地)[^，。；]{0,12}|(?:须|应当|必须|应)在(?:本|我)(?:市|省|县|区|地)(?:注册|登记|纳税|设立|缴纳)[^，。；]{0,10}|(?:注册|纳税|登记)地[^，。；]{0,6}(?:须|应当|必须|应)在(?:本|我)(?:市|省|县|区)|(?:不得|不)(?:外迁|迁出|迁离)[^，。；]{0,8}|限(?:本地|本市|本省|本县)(?:企业|注册)|(?:本地|本市|本省|本县)企业[^，。；]{0,4}加分|(?:须|应当|必须)?在(?:本|我)(?:市|省|县|区)(?:设立|注册|登记|纳税)[^，。；]{0,10}(?:方可|才能|才可)"
)

RULE = Rule(
    Severity.WARNING, "公平竞争审查条例（2024年8月1日起施行）：不得限制或者变相限制市场准入、歧视外地经营者", at_matches(LOCAL, "可能限制市场准入或者给予本地经营者特殊待遇。", "制发前进行公平竞争审查"),
    group="G", certain=False,
)  # fmt: skip
