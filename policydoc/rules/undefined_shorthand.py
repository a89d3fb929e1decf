"""A quoted shorthand with a number, nowhere explained.

Bad:
    甲市集群管理办法
    第一条 为落实“四强”行动，制定本办法。
Good:
    甲市集群管理办法
    第一条 为落实强科技、强工业、强省会、强县域行动（以下简称“四强”行动），制定本办法。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

KNOWN = r"十[一二三四五六七]五|一带一路|三农|三品一标|双随机|两山|四个意识|四个自信|两个维护|五位一体|四个全面|三重一大|一网通办|双碳|放管服"
SHORT = re.compile(
    rf"(?<!简称)(?<!统称)(?<!称)“(?!{KNOWN})([一二三四五六七八九十两双][\u4e00-\u9fff]{{1,2}}|[一二三四五六七八九十两双]大[\u4e00-\u9fff]{{2,6}})”"
)

RULE = Rule(
    Severity.NOTE,
    "表述准确：缩略语应当说明",
    at_matches(SHORT, "缩略语{0}没有说明。", "首次出现时写全，或者注明出处"),
    group="H",
    certain=False,
)
