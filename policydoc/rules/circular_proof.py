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
from policydoc.rules._places import found, iter_matches

CIRCULAR = re.compile(
    r"证明[^，。；、]{0,6}的证明|(?:提供|提交|出具)无[^，。；、]{2,12}证明(?:材料)?"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, CIRCULAR):
        yield found(
            provision,
            match.start(),
            match.end(),
            "可能属于循环证明、重复证明或者无谓证明。",
            "改为告知承诺，或者由部门核查",
        )


RULE = Rule(
    Severity.NOTE,
    "国办发〔2018〕37号：不得设定循环证明、重复证明、无谓证明",
    _check,
    group="G",
    certain=False,
)
