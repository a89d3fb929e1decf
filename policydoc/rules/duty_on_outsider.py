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
from policydoc.rules._places import found, iter_matches

OUTSIDER = re.compile(
    r"(?:(?<=^)|(?<=[，。；、]))(?:各)?(?:商业银行|银行|金融机构|人民法院|人民检察院|法院|检察院|保险公司)(?:应当|必须|须)[^，。；]{0,12}"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    if policy.identity.level in ("national", "") and policy.identity.genre in ("条例", "法", ""):
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
