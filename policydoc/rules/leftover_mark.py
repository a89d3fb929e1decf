"""Leftovers of a word processor, a web page or a template in the text.

Bad:
    甲市集群管理办法
    第一条 为促进[bookmark: _GoBack]集群发展，制定本办法。
Good:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Removed, Severity, iter_policies
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

LEFT = re.compile(
    r"\[bookmark:[^\]]*\]|_GoBack|点击[左右]下角|阅读原文|Error!?[^。]{0,4}Reference source not found\.?"
    r"|错误[!！]\s?未(?:找到引用源|定义书签|指定书签)[。.]?"
    r"|[（(【\[](?:此处)?(?:待(?:定|补充?|核实?|确认|完善)|(?:请|需)[^（()）]{0,8}(?:核实|确认|补充|把关)|此处[^（()）】]{0,6}(?:补充|修改|删除|插入))[^（()）】\]]{0,6}[）)】\]]"
)
# Where a form is to be filled in, ××× and ____ have their place; in an article they have not.
FORM = re.compile(
    r"(?:文本|范本|样本|样式|格式|模板|合同|协议书?|表|申报书|申请书|承诺书|任务书|大纲)(?:[（(][^）)]*[）)])?$"
)
BLANK = re.compile(r"X{2,}|×{3,}|\*{2,}|_{3,}")
REASONS = {
    "bookmark": "文字处理软件的书签",
    "web-disclaimer": "转载网站的声明",
    "web-page": "网页文字",
}


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, LEFT):
        yield found(provision, match.start(), match.end(), f"残留的标记“{match[0]}”。", "删去")
    is_form = FORM.search(policy.operative.identity.title)
    for provision, match in iter_matches(policy, BLANK) if is_form is None else ():
        if not provision.eid.startswith("att_") or policy.operative is not policy:
            yield found(
                provision,
                match.start(),
                match.end(),
                f"留空或者占位的“{match[0]}”没有填写。",
                "补写",
            )
    for part in iter_policies(policy):
        for run in _runs(part):
            first, more = run[0], f"等{len(run)}行" if len(run) > 1 else ""
            yield Finding(
                "", Severity.NOTE,
                f"{REASONS[first.reason]}不属于文件正文：“{first.text[:40]}”{more}。",
                quote=first.text, span=first.span, suggestion="删去",
            )  # fmt: skip


def _runs(part: Policy) -> Iterator[list[Removed]]:
    """What was taken out, the lines of one web page together."""
    run: list[Removed] = []
    for removed in part.removed:
        if removed.reason not in REASONS:
            continue
        if run and not (removed.reason == run[0].reason == "web-page"):
            yield run
            run = []
        run.append(removed)
    if run:
        yield run


RULE = Rule(Severity.WARNING, "文本清洁：公布的文本不得残留编辑标记", _check, group="H")
