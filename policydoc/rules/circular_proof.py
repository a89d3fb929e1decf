"""Proof of a proof, or proof that nothing happened.

Bad:
    甲市集群管理办法
    第一条 申报单位应当提供无违法证明的证明。
Good:
    甲市集群管理办法
    第一条 申报单位应当作出真实性承诺。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import at_matches, found, iter_lists

CIRCULAR = re.compile(
    r"证明[^，。；、]{0,6}的证明|(?:提供|提交|出具)无[^，。；、]{2,12}证明(?:材料)?|由?(?:社区|居委会|村委会|居民委员会|村民委员会|派出所)[^，。；、]{0,6}(?:出具|开具)的?[^，。；、]{0,10}证明"
)

SAID, HOW = "可能属于循环证明、重复证明或者无谓证明。", "改为告知承诺，或者由部门核查"
NAMED = at_matches(CIRCULAR, SAID, HOW)
ITEM = re.compile(r"^无[^，。；、]{2,16}证明(?:材料)?")
MATERIALS = re.compile(r"材料|资料|证件|证明")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    yield from NAMED(policy, context)
    for lead, items in iter_lists(policy):
        for item in items if MATERIALS.search(lead.text[-30:]) else ():
            if match := ITEM.match(item.text):
                yield found(item, match.start(), match.end(), SAID, HOW)


RULE = Rule(
    Severity.NOTE,
    "国办发〔2018〕37号：不得设定循环证明、重复证明、无谓证明",
    _check,
    group="G",
    certain=False,
)
