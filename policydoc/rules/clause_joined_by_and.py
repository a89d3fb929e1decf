"""A clause such as 应享尽享 joined by 和 to words of another kind.

Bad:
    甲市集群管理办法
    第一条 让企业清晰了解和应享尽享各项政策。
Good:
    甲市集群管理办法
    第一条 让企业清晰了解各项政策，应享尽享。
"""

from __future__ import annotations

import re

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import at_matches

JOINED = re.compile(
    r"(?<![\u4e00-\u9fff])不[^，,。；;、的和不]{1,3}、不[^，,。；;、的和不]{1,3}"
    r"(?:地[^，,。；;、]{1,8})?[和及与](?!不|无|未|没|以及)[^，,。；;、]{2,4}"
    r"|[^，,。；;、：:]{2,12}(?<!应.尽.)[和及与]应(?P<one>[\u4e00-\u9fff])尽(?P=one)"
    r"|应(?P<two>[\u4e00-\u9fff])尽(?P=two)[和及与](?!应.尽.)[^，,。；;、]{2,6}"
)

RULE = Rule(
    Severity.NOTE,
    "文字通顺：用“和”连接的各部分性质、结构相同",
    at_matches(JOINED, "“{0}”用“和”连接的两部分结构不同。", "拆成两个分句"),
    group="H",
    certain=False,
)
