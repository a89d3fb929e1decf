"""A step of examination with no time limit.

Bad:
    甲市集群管理办法
    第一条 市工业和信息化局组织对申报材料进行复审，择优形成名单。
Good:
    甲市集群管理办法
    第一条 市工业和信息化局自收到材料之日起20个工作日内组织复审，择优形成名单。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

STEP = re.compile(
    r"(?:组织|负责)(?!本地区)[^。；，,]{0,40}?(?:进行|开展)?(?:受理、)?(?:初审|复审|审核|评审|审查)(?=[(（、，和。])"
)
LIMIT = re.compile(
    r"\d+个?(?:工作日|日|月)|[一二三四五六七八九十]+个(?:工作日|月)|[一二三四五六七八九十]+日|每年|以当年"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, STEP):
        before = provision.text[: match.end()]
        # 财政局负责…。工业和信息化局负责…: who is competent, not how it is done.
        shares_out = match[0].startswith("负责") and provision.text.count("负责") > 1
        if not LIMIT.search(before) and not shares_out:
            yield found(
                provision,
                match.start(),
                match.end(),
                "审查环节没有规定办理时限。",
                "写明“自收到……之日起×个工作日内”",
            )


RULE = Rule(Severity.NOTE, "程序完整：审查环节应当有时限", _check, group="E", certain=False)
