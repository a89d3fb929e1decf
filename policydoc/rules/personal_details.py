"""Identity card, bank or mobile numbers printed in a document for the public.

Bad:
    关于集群名单的公示
    第一条 联系人张三，身份证号620702199001011234。
Good:
    关于集群名单的公示
    第一条 联系人张三，办公电话0936-8210000。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

PRIVATE = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9}|62\d{14,17})(?!\d)")

RULE = Rule(
    Severity.WARNING,
    "个人信息保护：公开内容不含不必要的个人信息",
    at_matches(
        PRIVATE, "公开文件中出现个人证件、账户或者手机号码。", "改为办公电话，或者隐去部分数字"
    ),
    group="G",
)
