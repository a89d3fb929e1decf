"""A permission, fine, fee or coercion set by a document that may not set one.

Bad:
    # level = municipal
    甲市集群管理办法
    第一条 未经认定擅自使用集群名称的，处以一万元罚款。
Good:
    # level = municipal
    甲市集群管理办法
    第一条 弄虚作假的，撤销认定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import is_statute
from policydoc.rules._places import found, iter_matches
from policydoc.rules._regions import level_of

FORBIDDEN = re.compile(
    r"(?:(?<!行政)处以?(?!罚(?!款))[^。；，]{0,24}罚款|并处罚款|予以罚款|违者罚款|罚款[\d一二三四五六七八九十]|没收(?:违法所得|非法)"
    r"|吊销[^，。；]{0,8}(?:许可证|执照)|(?:收取|缴纳|交纳)[^，。；]{0,8}(?:管理费|服务费|手续费|保证金|押金)"
    r"|暂扣[^，。；]{0,8}(?:许可证|执照|证件)|责令[^，。；]{0,6}停产停业|行政拘留|(?:可以|依法|予以)?(?:查封|扣押)[^，。；]{1,12}(?:设备|财物|物品|场所|工具)"
    r"|(?:须|应当|必须)(?:经|取得)[^，。；]{2,16}(?:许可证?|审批|批准|备案证明?)(?:后)?方可)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    if is_statute(policy) or level_of(policy) in ("", "national"):
        return
    for provision, match in iter_matches(policy, FORBIDDEN):
        if not re.search(r"依照|依据|根据|按照", provision.text[: match.start()][-40:]):
            yield found(
                provision,
                match.start(),
                match.end(),
                f"规范性文件不得设定“{match[0]}”一类事项。",
                "删去，或者写明所依据的法律、法规",
            )


RULE = Rule(
    Severity.WARNING,
    "国办发〔2018〕37号：不得增加法律、法规规定之外的许可、处罚、强制、收费",
    _check,
    group="G",
    certain=False,
)
