"""等 after a list whose number is stated.

Bad:
    甲市集群管理办法
    第一条 集群分为先进制造、现代服务2类等。
Good:
    甲市集群管理办法
    第一条 集群分为先进制造、现代服务2类。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

ETC = re.compile(
    r"(?<=[、和])[^，。；、和]{1,12}?[2-9二两三四五六七八九](?:类|种|方面|大类)等(?![级次额于同效待价候比])"
)

RULE = Rule(
    Severity.NOTE,
    "表述准确：列举已尽的不用“等”",
    at_matches(ETC, "已写明数量，列举已尽，“等”字多余。", "删去“等”"),
    group="H",
    certain=False,
)
