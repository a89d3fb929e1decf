"""Names of the template fields for people, by path; fields.toml is written from them."""

from __future__ import annotations

import json
import re

from form_parts import Plan

from policydoc.generation.labels import profile_label

# In the order of the life of a cluster.
LIFE = (
    "promulgation-notice", "call-notice", "application", "self-assessment", "evidence-list",
    "recommendation-letter", "recommendation-summary", "site-check", "review-opinion",
    "public-notice", "recognition-notice", "development-plan", "annual-report", "annual-assessment",
    "change-filing", "review-notice", "review-application", "revocation-notice",
)  # fmt: skip
TOPS = {
    "policy": ("政策", "policy"), "aspects": ("认定标准各方面", "policy"),
    "general": ("认定标准总体要求", "computed"), "verdicts": ("逐项评判", "computed"),
    "tally": ("评判汇总", "computed"), "tasks": ("培育任务", "policy"),
    "task_article": ("培育要求条文", "policy"), "grounds": ("撤销情形", "policy"),
    "ground": ("所引撤销情形", "policy"), "rules": ("政策规定", "policy"),
    "steps": ("程序步骤", "policy"), "case": ("个案", "case"), "form": ("本表专用", "form"),
    "members": ("集群名单", "form"), "window": ("公示期", "computed"),
    "measured": ("可量化的要求", "computed"), "text": ("政策正文", "policy"),
    "filing": ("变更报备", "computed"), "targets": ("规划目标", "computed"), "progress": ("目标完成情况", "computed"),
}  # fmt: skip
RULES = {
    "quota": "认定数量", "application": "申报", "first_examination": "初审", "recommendation": "推荐",
    "second_examination": "复审", "public_notice": "公示", "validity": "有效期", "review": "复核",
    "renewal": "有效期延长", "assessment": "考核", "change": "重大变更", "annual_report": "年度报送",
    "revocation": "撤销", "support": "支持政策", "reward": "奖励", "plan": "发展规划",
    "interpretation": "解释", "entry": "施行",
}  # fmt: skip
LEAVES = {
    "title": "标题", "name": "名称", "cited": "名称和文号", "award": "认定名称", "noun": "认定对象的简称", "counter": "量词", "course": "已经过的程序", "materials": "佐证材料", "person_materials": "定性要求的佐证材料", "authority": "认定机关",
    "self_name": "自称", "number": "序号", "num": "编号", "text": "内容", "statement": "情况说明",
    "criterion": "指标", "required": "要求", "actual": "实际情况", "met": "是否符合", "formula": "算式",
    "evidence": "佐证", "gap": "差距", "citation": "依据", "words": "原文", "measure": "本集群措施",
    "all": "总项数", "said": "各类项数", "unmet": "不符合项数", "open": "待核实项数", "by_person": "需人工判断项数",
    "unmet_list": "不符合的项目", "open_list": "待核实的项目", "verdicts": "各项评判",
    "label": "名称", "unit": "单位", "value": "数值", "cells": "各年数值", "years": "年份",
    "series": "逐年指标", "counts": "户数等", "figures": "单项指标", "example": "是否示例",
    "county": "所在县（市、区）", "city": "所在市（州）", "industry": "主导产业", "segment": "细分领域",
    "boundary": "空间范围", "operator": "运营管理机构", "operator_nature": "机构性质",
    "applicant": "申报主体", "recommender": "推荐单位", "application_date": "填报日期",
    "span": "起止", "days": "天数", "convention": "计算方法", "stated": "政策是否规定天数",
    "rows": "各行", "base": "基期值", "base_year": "基期年份", "growth": "年均增长", "checks": "与标准对照",
    "hints": "提示", "first": "首年", "last": "末年", "phrase": "期限或数值", "trigger": "起算",
    "actor": "主体", "action": "事项", "recipient": "受理机关", "target": "目标值", "result": "完成值",
    "rate": "完成率", "state": "完成状态", "year": "年度", "done": "完成项数", "count": "项数",
    "unknown": "未核实项数", "output": "上年度总产值", "share_sme": "中小企业产值占比",
    "share_leading": "主导产业占比", "contact": "联系人", "opinion": "推荐意见", "order": "顺序",
    "姓名": "姓名", "职务": "职务", "电话": "电话", "operator_head": "运营机构负责人", "filler": "填表人",
    "soft": "是否约数", "date": "日期", "content": "内容", "investment": "总投资", "period": "起止时间",
    "issued": "成文日期", "established": "成立日期", "enterprises": "企业户数", "latest": "最近一年",
    "output_sme": "中小企业产值", "output_leading": "主导产业产值", "measured": "可量化的评判",
    "judged_by_person": "需人工判断的评判", "region": "地区", "issuer": "发文机关",
    "kind": "种类", "companies": "抽查企业", "changes": "变更事项",
    "due": "报备期限", "filed": "报送日期", "start": "起算日", "note": "说明", "reward": "奖励", "mark": "示例标记", "score": "得分", "reason": "理由", "before": "变更前", "after": "变更后",
    "item": "事项", "projects": "重点项目", "thinking": "发展思路", "weaknesses": "其他短板", "statement_of": "说明", "qualitative": "是否定性",
}  # fmt: skip


def describe(plan: Plan, used: dict[tuple[str, str], None]) -> str:
    """fields.toml of a form: one table for each path its template uses."""
    own = {entry[0]: entry for entry in plan.own}
    kinds: dict[str, str] = {}
    for path, kind in used:
        if kinds.get(path) != "list":
            kinds[path] = kind if kinds.get(path, kind) == kind or kind == "list" else "value"
    conditional = {path for path, kind in used if kind == "condition"}
    lines = [
        f"title = {_quoted(plan.title)}", f"genre = {_quoted(plan.genre)}",
        f"purpose = {_quoted(plan.purpose)}", f"order = {LIFE.index(plan.name) + 1}", "",
    ]  # fmt: skip
    for path in kinds:
        lines += ["[[field]]", *_entry(path, kinds[path], own, conditional), ""]
    for path, name, kind, unit, example, *rest in plan.inputs:
        lines += ["[[input]]", f"name = {_quoted(path)}", f"label = {_quoted(name)}"]
        lines += [f"kind = {_quoted(kind)}", *([f"unit = {_quoted(unit)}"] if unit else [])]
        lines += [f"required = {'false' if 'optional' in rest else 'true'}"]
        lines += [f"example = {_quoted(example)}", 'from = "form"', ""]
    return "\n".join(lines)


def _entry(
    path: str, kind: str, own: dict[str, tuple[str, ...]], conditional: set[str]
) -> list[str]:
    top = path.split(".")[0].split("[")[0]
    given = own.get(path)
    source = TOPS[top][1]
    name = given[1] if given else _label(path)
    shape = given[2] if given else ("list" if kind == "list" else "text")
    lines = [f"name = {_quoted(path)}", f"label = {_quoted(name)}", f"kind = {_quoted(shape)}"]
    if given and given[3]:
        lines.append(f"unit = {_quoted(given[3])}")
    required = path not in conditional and not (given and "optional" in given[5:])
    lines.append(f"required = {'true' if required else 'false'}")
    if given and given[4]:
        lines.append(f"example = {_quoted(given[4])}")
    lines.append(f"from = {_quoted(source)}")
    return lines


def _label(path: str) -> str:
    if path.startswith("case.profile."):
        return profile_label(path.removeprefix("case.profile."))[0]
    steps = [step for step in re.split(r"\.|\[\]", path) if step]
    words = [TOPS[steps[0]][0]]
    for index, step in enumerate(steps[1:], 1):
        if steps[0] == "rules" and index == 1:
            words.append(RULES[step])
        elif step in LEAVES:
            words.append(LEAVES[step])
        elif step not in ("profile", "people"):
            raise SystemExit(f"no label for {step} in {path}")
    return "·".join(words) if len(words) > 1 else words[0]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
