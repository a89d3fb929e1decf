"""A province or prefecture that is neither the text's own, nor above it, nor within it.

Names in titles, and regions one looks to, deals with or reports to, are no residue.

Bad:
    # region = 张掖市
    张掖市集群管理办法
    第一条 宜宾市范围内的集群，适用本办法。
Good:
    # region = 张掖市
    张掖市集群管理办法
    第一条 根据《甘肃省集群管理办法》，参照宜宾市的做法，制定本办法。
    第二条 择优推荐至甘肃省工业和信息化厅。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.divisions import is_within, superiors
from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_texts
from policydoc.rules._regions import own_region

# Words before or after a name by which the text speaks of another place as another place.
TOWARDS = re.compile(
    r"(?:参照|学习|借鉴|对接|融入|协同|合作|联合|对口|协作|推荐至|上报|报送|辐射|毗邻|相邻|与|和|、|向|赴|至|到|从|在|东西部|以及)[^，。；]{0,8}$"
)
# 在某市行政区域内登记: whose own area is meant.
WITHIN = re.compile(r"^(?:行政区域|行政区划|辖区|境内|范围内)")
BESIDE = re.compile(r"^(?:等|、|和|与|的?(?:经验|做法))")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    region = own_region(policy)
    if region not in superiors():
        return
    names = re.compile("|".join(sorted(superiors(), key=len, reverse=True)))
    for provision in iter_texts(policy):
        for match in names.finditer(provision.text):
            before, after = provision.text[: match.start()], provision.text[match.end() :]
            own = is_within(region, match[0]) or is_within(match[0], region)
            titled = before.rfind("《") > before.rfind("》") or before.endswith(region)
            if own or titled or BESIDE.match(after):
                continue
            if TOWARDS.search(before) and not (before.endswith("在") and WITHIN.match(after)):
                continue
            yield found(
                provision, match.start(), match.end(),
                f"本文件的区域是{region}，此处出现“{match[0]}”，核对是否套用他处文本的残留。", region,
            )  # fmt: skip


RULE = Rule(
    Severity.WARNING, "主体一致：文件的适用区域应前后一致", _check, group="A", certain=False
)
