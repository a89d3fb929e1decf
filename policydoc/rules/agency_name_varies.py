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

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import iter_matches, mended

LEVEL = r"(?:县级|县（市、区）|县\(市、区\)|县市区|县（区）|县\(区\)|县区|市县|区县|县)"
FIELD = r"(?:工业和信息化|工信|经济和信息化|经信|发展和改革|发展改革|发改|财政|科技|商务|农业农村)"
LOCAL = re.compile(rf"(?<![\u4e00-\u9fff])?({LEVEL})({FIELD})(主管部门|部门|局)")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    uses = [(p, m) for p, m in iter_matches(policy, LOCAL)]
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


def _field(word: str) -> str:
    """工信 and 工业和信息化 are one field."""
    short = {
        "工业和信息化": "工信",
        "经济和信息化": "经信",
        "发展和改革": "发改",
        "发展改革": "发改",
    }
    return short.get(word, word)


RULE = Rule(Severity.WARNING, "立法技术规范：同一机关用同一名称", _check, group="A")
