"""One kind of thing counted with two measure words: 户 here and 家 there, 个 here and 件 there.

Bad:
    甲市集群管理办法
    第一条 相关企业户数在10户以上，拥有不少于1家高新技术企业。
Bad:
    甲市集群管理办法
    第一条 有效发明专利不少于五个，三年内新增专利8件以上。
Good:
    甲市集群管理办法
    第一条 相关企业不少于10家，拥有不少于1家高新技术企业，有效发明专利不少于5个。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_texts

# The usual measure word comes last: the others are reported beside it.
UNITS = {
    "企业": "个户家", "专利": "个项件", "商标": "个件", "项目": "件个项", "标准": "个项", "机构": "家个", "平台": "家个",
    "车间": "家个", "工厂": "个家", "学校": "个家所", "医院": "个所家", "车辆": "台辆", "合作社": "个户家",
}  # fmt: skip
NUMBER = r"(?<![第\d])(?:\d{1,5}|[一二三四五六七八九十两百]{1,4})"
WITHIN = r"[^，,。；;：:、\d（(的人就对]"
PATTERNS = {
    noun: re.compile(
        rf"{NUMBER}(?P<before>[{units}])(?:以上|以下|以内)?的?{WITHIN}{{0,16}}?{noun}(?=[，,。；;、的和或及与）)]|$)"
        rf"|{noun}(?:数量?|户数|家数|拥有量|总数|累计|新增|年均)?{WITHIN}{{0,8}}?{NUMBER}(?P<behind>[{units}])(?:以上|以下|以内)?"
    )
    for noun, units in UNITS.items()
}

Place = tuple[Provision, re.Match[str]]


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for noun, pattern in PATTERNS.items():
        by_unit: dict[str, list[Place]] = {}
        for provision in iter_texts(policy):
            for match in pattern.finditer(provision.text) if noun in provision.text else ():
                by_unit.setdefault(match["before"] or match["behind"], []).append(
                    (provision, match)
                )
        if len(by_unit) > 1:
            yield from _told(policy, noun, by_unit)


def _told(policy: Policy, noun: str, by_unit: dict[str, list[Place]]) -> Iterator[Finding]:
    usual = max(by_unit, key=UNITS[noun].index)
    other, elsewhere = by_unit.pop(usual)[0]
    for provision, match in (place for places in by_unit.values() for place in places):
        yield found(
            provision, match.start(), match.end(),
            f"{noun}的计量单位不一：此处“{match[0]}”，别处“{elsewhere[0]}”。", f"统一用“{usual}”",
            related=((policy.identity.id, other.eid, elsewhere[0]),),
        )  # fmt: skip


RULE = Rule(
    Severity.NOTE, "前后一致：同类事物用同一量词（专利用“件”，官方数据也用“个”）", _check, group="D",
    certain=False,
)  # fmt: skip
