"""A right that the superior gives those concerned, and the draft does not mention.

Superior:
    甲省集群管理办法
    第一条 有下列情形之一的，撤销其认定：
    （一）弄虚作假的；
    （二）拒不整改的。
    第二条 集群对撤销决定有异议的，可以自收到决定之日起15个工作日内提出申诉。
Bad:
    乙市集群管理办法
    第一条 有下列情形之一的，撤销其认定：
    （一）弄虚作假的；
    （二）拒不整改的。
Good:
    乙市集群管理办法
    第一条 有下列情形之一的，撤销其认定：
    （一）弄虚作假的；
    （二）拒不整改的。
    第二条 集群对撤销决定有异议的，可以提出申诉。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import found, iter_matches

# What one may ask for, and the words by which a text that gives it would be known.
RIGHTS = {
    "申诉": re.compile("申诉|复议|行政诉讼|(?:决定|结果)[^。；，]{0,12}(?:异议|不服)"),
    "陈述、申辩": re.compile("陈述|申辩|听取[^，。；]{0,8}意见"),
    "听证": re.compile("听证"),
    "行政复议": re.compile("复议"),
    "延期": re.compile("延期|延长"),
}
GIVEN = re.compile(
    r"(?:可以|有权|享有|应当听取|应当告知)[^。；]{0,30}?(?P<right>申诉|陈述、?(?:和)?申辩|听证|行政复议|延期)"
)
ADVERSE = re.compile("撤销|取消|不予|终止|退出|追回")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    words = printed(policy)
    if not ADVERSE.search(words):
        return
    for superior in context.superiors:
        told: set[str] = set()
        for home, match in iter_matches(superior, GIVEN):
            right = "陈述、申辩" if match["right"].startswith("陈述") else match["right"]
            if right in told or RIGHTS[right].search(words):
                continue
            told.add(right)
            yield found(
                None, 0, 0, f"上位文件赋予当事人“{match['right']}”的权利，本文件没有规定。",
                "补写，或者写明按照上位文件的规定执行",
                related=((superior.identity.id, home.eid, match[0]),),
            )  # fmt: skip


RULE = Rule(
    Severity.WARNING, "国办发〔2018〕37号：不得违法减损公民、法人和其他组织的合法权益",
    _check, group="G", certain=False,
)  # fmt: skip
