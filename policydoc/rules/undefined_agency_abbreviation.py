"""A shortened name of a body that the text never introduces.

Bad:
    甲市集群管理办法
    第一条 县区工信局负责集群初审。
    第二条 本办法由甲市工业和信息化局负责解释。
Good:
    甲市集群管理办法
    第一条 甲市工业和信息化局（以下简称市工信局）负责集群认定。
    第二条 本办法由市工信局负责解释。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import DEFINED, printed
from policydoc.rules._places import found, iter_matches
from policydoc.rules._regions import own_region

SHORT = re.compile(
    r"(?:自治区|省|市|县区|区县|县级|县|州|区|厅)?(?:工信|经信|发改|人社|住建|卫健|卫计|文旅|林草|市监|环保|自规|自资|国资)(?:局|厅|委|部门)"
)
# 市财政局 is usual in a city's own text, unless the full name stands beside it unconnected.
OWN = re.compile(
    r"(?<![\u4e00-\u9fff])市(?:工业和信息化|发展和改革|财政|科学技术|商务|统计|农业农村)局"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    known = {match["short"] for _, match in iter_matches(policy, DEFINED)}
    seen: set[str] = set()
    words, region = printed(policy), own_region(policy)
    own = [(p, m) for p, m in iter_matches(policy, OWN) if region and region[:-1] + m[0] in words]
    issuers = {*policy.identity.issuers, *policy.operative.identity.issuers}
    for provision, match in [*iter_matches(policy, SHORT), *own]:
        name = match[0]
        if provision.kind is Kind.CONCLUSIONS or any(one.endswith(name) for one in issuers):
            continue
        if name in seen or any(name in short or short in name for short in known):
            continue
        seen.add(name)
        yield found(
            provision, match.start(), match.end(), f"机关简称“{name}”没有定义。",
            f"首次出现时写全称，并注明“（以下简称{name}）”",
        )  # fmt: skip


RULE = Rule(
    Severity.WARNING, "立法技术规范：机关首次出现用全称，用简称的应当定义", _check, group="A"
)
