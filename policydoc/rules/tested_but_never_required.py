"""Something is assessed that no duty of the text asks for.

Bad:
    甲市集群管理办法
    第一条 市局考核集群三年发展规划目标完成情况。
Good:
    甲市集群管理办法
    第一条 集群应当制定三年发展规划。
    第二条 市局考核集群三年发展规划目标完成情况。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches, iter_texts

TESTED = re.compile(
    r"(?:考核|评估|评价|检查|跟踪)[^。；，]{0,10}?((?:三年|五年|年度)?(?:发展)?(?:规划|计划|方案))(?:目标|任务|指标)?(?:的)?(?:完成|执行|落实|实施)(?:情况|进展)"
)
MADE = r"(?:制定|编制|报送|提交|完善)[^。；]{0,30}"


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    operative = policy.operative
    body = {p.eid for p in iter_texts(operative) if not p.eid.startswith("att_")}
    asked: dict[str, tuple[bool, list[Provision]]] = {}
    for provision, match in iter_matches(operative, TESTED):
        name = match[1]
        if name not in asked:
            made = re.compile(MADE + re.escape(name))
            anywhere = [p for p in iter_texts(policy) if name in p.text and made.search(p.text)]
            asked[name] = any(p.eid in body for p in anywhere), anywhere
        is_asked, annexed = asked[name]
        if is_asked:
            continue
        where = "只有附件提到制定它" if annexed else "没有条款要求制定它"
        yield found(
            provision, match.start(), match.end(), f"考核“{name}”，但正文没有规定制定的义务（{where}）。",
            f"在正文中规定{name}由谁、何时制定",
            related=tuple((policy.identity.id, p.eid, name) for p in annexed[:1]),
        )  # fmt: skip


RULE = Rule(
    Severity.WARNING, "可操作性：被考核的事项应当有相应的义务", _check, group="F", certain=False
)
