"""Members of a list of enterprises, some without the word 企业.

Bad:
    甲市集群管理办法
    第一条 拥有创新型中小企业、专精特新“小巨人”、制造业单项冠军、国家级高新技术企业。
Good:
    甲市集群管理办法
    第一条 拥有创新型中小企业、专精特新“小巨人”企业、国家级高新技术企业。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

MEMBERS = re.compile(
    r"(?:(?:[\u4e00-\u9fff]{0,6}专精特新)?“小巨人”|(?:制造业)?单项冠军)(?:、(?:制造业)?单项冠军)*、(?=[^。；]{0,40}企业)"
)

RULE = Rule(
    Severity.NOTE,
    "文字通顺：并列成分结构一致",
    at_matches(MEMBERS, "并列各项有的带“企业”、有的不带。", "补“企业”"),
    group="H",
    certain=False,
)
