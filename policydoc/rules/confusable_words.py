"""Words that are easily mistaken for one another.

Bad:
    甲市集群管理办法
    第一条 市局应当在收到材料后做出决定。
Good:
    甲市集群管理办法
    第一条 市局应当在收到材料后作出决定。
"""

from __future__ import annotations

from policydoc.model import Severity
from policydoc.plugins import Rule
from policydoc.rules._places import replacing

WORDS = [
    (
        r"做出(?=(?:书面|行政|处理|处罚)?(?:决定|规定|裁定|判决|批复))",
        "作出",
        "与决定等搭配用“作出”。",
    ),
    (r"帐(?=[户号簿目务款])", "账", "“账户”“账簿”用“账”。"),
    (r"截止(?=\d{4}年|\d{1,2}月|目前)", "截至", "后接时间用“截至”。"),
    (r"登陆(?=[^。；]{0,10}(?:网站|系统|平台|网址))", "登录", "进入系统用“登录”。"),
    (r"(?<=[^\u4e00-\u9fff])?即(?:日|时)起开始", "即日起", "“起”与“开始”重复。"),
    (r"制订(?=(?:本|实施)?(?:办法|细则|规定|条例))", "制定", "制定规范性文件用“制定”。"),
]

RULE = Rule(
    Severity.NOTE,
    "立法技术规范（试行）（二）：常用词语的区分",
    replacing(WORDS),
    group="H",
    certain=False,
)
