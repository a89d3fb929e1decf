"""A duty laid on courts, banks or Party organs, whom the issuer cannot command.

Bad:
    甲市集群管理办法
    第一条 各银行应当发放贷款。
Good:
    甲市集群管理办法
    第一条 鼓励金融机构加大贷款支持力度。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import is_statute
from policydoc.rules._places import found, iter_matches
from policydoc.rules._regions import level_of

OUTSIDER = re.compile(
    r"(?:(?<=^)|(?<=[，。；、]))(?:[各省市县区]{1,3}|[各省市县区]级|辖区内?|[\u4e00-\u9fff]{1,4}[省市县区])?(?:(?:中级|高级|基层)?人民法院|(?:各)?(?:商业)?银行(?:业金融)?(?:机构)?|铁路(?:部门|单位)?(?:、民航(?:部门|单位))?|金融机构|人民检察院|法院|检察院|保险(?:公司|机构)|(?:[^，。；]{0,16}(?:电信|通信)?运营(?:商|企业)))(?:应当|必须|须)[^，。；]{0,12}"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    if is_statute(policy) or level_of(policy) == "national" or not policy.operative.identity.genre:
        return
    for provision, match in iter_matches(policy, OUTSIDER):
        yield found(
            provision,
            match.start(),
            match.end(),
            "向制定机关无权指挥的主体设定义务。",
            "改为鼓励、引导、协调",
        )


RULE = Rule(
    Severity.WARNING,
    "皖政办秘〔2018〕185号（省级版）：不得为其他机关、组织设定义务",
    _check,
    group="F",
    certain=False,
)
