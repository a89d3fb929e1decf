"""One long paragraph with several duties, better split.

Bad:
    甲市集群管理办法
    第一条 主管部门应当建立工作台账，应当定期调度进展，应当及时协调解决困难。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。主管部门应当加强统筹协调和要素保障，推动企业提升管理水平。
Good:
    甲市集群管理办法
    第一条 主管部门应当建立工作台账。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_texts

LONG = 400
DUTY = re.compile(r"应当|负责|不得|必须")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision in iter_texts(policy):
        duties = len(DUTY.findall(provision.text)) if len(provision.text) >= LONG else 0
        if duties >= 3 and provision.kind in (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.LEVEL):
            yield found(
                provision, 0, len(provision.text),
                f"本段 {len(provision.text)} 字，含 {duties} 处义务，不便引用。", "分款或者分项表述",
            )  # fmt: skip


RULE = Rule(Severity.NOTE, "行文惯例：一款表述一层意思", _check, group="B", certain=False)
