"""An article of a document cited in Arabic digits.

Bad:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 违反本办法第1条第2款的，撤销认定。
Good:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 违反本办法第一条第二款的，撤销认定。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

CITED = re.compile(r"第\s?\d{1,4}\s?条(?:第\d{1,2}款)?(?:第\d{1,2}项)?")

RULE = Rule(
    Severity.WARNING,
    "立法法第六十五条：条的序号用中文数字表述",
    at_matches(CITED, "条文序号“{0}”用了阿拉伯数字。", "条、款、项的序号用中文数字"),
    group="C",
)
