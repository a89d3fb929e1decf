"""One kind of body written in several ways.

Bad:
    甲市集群管理办法
    第一条 各县区工信局负责培育。
    第二条 县区工信局负责初审。
    第三条 变更情况报县工信局核实。
Good:
    甲市集群管理办法
    第一条 各县区工信局负责培育。
    第二条 县区工信局负责初审。
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import iter_matches, mended

LEVEL = r"(?:县级|县（市、区）|县\(市、区\)|县市区|县（区）|县\(区\)|县区|区县|县)"
FIELD = (
    r"(?:工业和信息化|工信|经济和信息化|经信|发展和改革|发展改革|发改|财政|科学技术|科技|商务|农业农村|教育|民政"
    r"|人力资源和社会保障|人社|住房和城乡建设|住建|市场监督管理|市场监管|生态环境|自然资源|文化和旅游|文旅"
    r"|卫生健康|卫健|水务|水利|交通运输|林草|林业和草原|体育|统计|审计|应急管理|司法|税务|公安)"
)
# 市、县财政局 are two, 某市县财政部门 both.
LOCAL = re.compile(rf"(?<![省市和及、或])({LEVEL})({FIELD})(主管部门|部门|局)")
# 民乐县财政局 is one body's own name; 报县财政局 is a kind of body.
NO_NAME = frozenset("由报向各经对将请与在到送给让使于地是为须应和及，。；：（、“ ")

FULL = {Kind.TITLE, Kind.PREAMBLE, Kind.NOTE, Kind.CONCLUSIONS}  # where a body writes its own name


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    uses = [
        (p, m)
        for p, m in iter_matches(policy, LOCAL)
        if p.kind not in FULL and not _is_own_name(p.text, m)
    ]
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for _, match in uses:
        forms[_field(match[2])][match[0]] += 1
    for provision, match in uses:
        counts = forms[_field(match[2])]
        usual = counts.most_common(1)[0][0]
        if match[0] != usual:
            yield mended(
                provision, match.start(), match.end(),
                f"同一机关写法不一：此处“{match[0]}”，别处“{usual}”（{counts[usual]} 次）。", usual,
            )  # fmt: skip


def _is_own_name(text: str, match: re.Match[str]) -> bool:
    before = text[max(match.start() - 1, 0) : match.start()]
    return match[1] == "县" and "\u4e00" <= before <= "\u9fff" and before not in NO_NAME


def _field(word: str) -> str:
    """工信 and 工业和信息化 are one field."""
    short = {
        "工业和信息化": "工信",
        "经济和信息化": "经信",
        "发展和改革": "发改",
        "发展改革": "发改",
        "科学技术": "科技",
        "人力资源和社会保障": "人社",
        "住房和城乡建设": "住建",
        "市场监督管理": "市场监管",
        "文化和旅游": "文旅",
        "卫生健康": "卫健",
        "林业和草原": "林草",
    }
    return short.get(word, word)


RULE = Rule(Severity.WARNING, "立法技术规范：同一机关用同一名称", _check, group="A")
