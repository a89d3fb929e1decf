"""Who acts within a period, and towards whom: only what the sentence itself names."""

from __future__ import annotations

import re

from policydoc.extractors._statements import Statement

_BODY = (
    r"(?:[一-鿿（）()、]{0,24}?(?:局|厅|委员会|委|办公室|部门|政府|单位|机构|企业|集群|申请人|申报人|中心|"
    r"管委会|工信部|信息化部|小组|所|院|协会|主体|人员|专家组|园区|部|站|处))"
)
_AT_HEAD = re.compile(
    rf"^\s*(?:同时|并|由|且)?(?!并|同时|由|且|在|于|对|经|自|按|将|向|每|未|如|凡|属于)(?P<actor>{_BODY})(?=应当|应|须|必须|需|要|可以|可|不得|自|在|于|每|按|将|收到|接到|根据|对|组织|负责|会同|统一|审核|汇总|核实|受理|初审|复核|研究|提出|报|完成|牵头|建立|定期|$)"
)
_ORGANISED = re.compile(r"(?:组织|督促|指导|要求)(?P<actor>[一-鿿]{2,12}?)(?:于|在|按)\s*$")
_BY = re.compile(rf"由(?P<actor>{_BODY})(?=应当|应|须|自|在|于|组织|负责|核实|审核|$)")
_TO = re.compile(
    r"(?:报(?!告|备)送?至?给?|上报至?|提交至?给?|抄送|送至?|告知|通知|报告|书面告知|向)(?P<to>(?!告)[一-鿿（）()、]{0,24}?"
    r"(?:局|厅|委员会|委|部门|政府|办公室|中心|单位|机构|申请人|企业|部|管委会|小组))(?:备案|提出|报送|报备|报告|申请|提交|书面|反馈|审核|[，。；、]|$)"
)


def actor_before(statement: Statement, clause: int, position: int) -> str:
    """The body that the clause, or else the sentence, names as acting before `position`."""
    start = statement.clauses[clause][0]
    left = statement.text[max(start, position - 40) : position]
    if organised := _ORGANISED.search(left):
        return organised["actor"]
    for at in range(clause, max(-1, clause - 6), -1):
        start, end, _ = statement.clauses[at]
        words = statement.text[start : min(end, position, start + 120)]
        found = _AT_HEAD.match(words) or _BY.search(words)
        if found:
            return _plain(found["actor"])
        if at and statement.clauses[at - 1][2] in "。；;":
            break
    return ""


def recipient_after(statement: Statement, position: int) -> str:
    """The body to which something is reported within two clauses after `position`."""
    clause = statement.clause_at(min(position, len(statement.text) - 1))
    last = clause
    while (
        last < clause + 1
        and last + 1 < len(statement.clauses)
        and statement.clauses[last][2] in "，,"
    ):
        last += 1
    found = _TO.search(
        statement.text[position : min(position + 160, statement.clauses[last][1] + 1)]
    )
    return _plain(found["to"]) if found else ""


def _plain(name: str) -> str:
    return re.sub(r"^(?:其?所在地?的?|至|由|给|向|(?:书面)?告知|通知)+(?=.{3})", "", name).strip()
