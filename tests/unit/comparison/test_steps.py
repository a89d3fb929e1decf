"""Steps side by side: what a text says in other words is not said to lack."""

from __future__ import annotations

from policydoc import pipeline
from policydoc.model import FactRow
from policydoc.reports._words import verdict_word

LEAD = """公共资源委托运营规范
第一章 授权程序
第一条 管理部门应当与运营单位签订委托运营协议，并做好协议的备案管理。
第二条 管理部门组织专家对委托运营方案进行评审。
"""
OTHER = """西川省公共资源委托运营办法
第一章 授权程序
第一条 管理部门应当与运营单位签订委托运营协议，协议签订后10个工作日内，报省级管理部门备案。
第二条 管理部门组织专家对委托运营方案进行评审。
第三条 每年3月底前，管理部门对运营单位进行考核，并将考核结果向社会公开。
"""


def rows() -> dict[str, FactRow]:
    policies = [
        pipeline.extract(pipeline.parse_text(text, name))
        for text, name in ((LEAD, "a"), (OTHER, "b"))
    ]
    return {row.subject: row for row in pipeline.compare(policies).procedure}


def test_a_stage_that_the_answering_article_names_is_not_said_to_lack() -> None:
    row = rows()["备案"]
    assert row.cells["a"].stated == "另有相近表述，以原文为准"
    assert row.verdicts == {"b/a": "not_comparable"}


def test_where_the_lead_is_silent_the_report_says_that_it_is_the_lead() -> None:
    found = rows()
    assert found["考核"].verdicts == {"b/a": "not_stated"}
    assert verdict_word(found["考核"], "b/a") == "主文本未规定"


def test_the_same_step_has_no_difference() -> None:
    assert rows()["审核"].verdicts == {"b/a": "same"}
