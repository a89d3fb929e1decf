"""以下简称 for a group of bodies, where 以下统称 is meant.

Bad:
    甲市集群管理办法
    第一条 市工业和信息化局、市财政局（以下简称市级部门）共同负责。
    第二条 市级部门应当协作。
Good:
    甲市集群管理办法
    第一条 市工业和信息化局、市财政局（以下统称市级部门）共同负责。
    第二条 市级部门应当协作。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

GROUP = re.compile(
    r"(?:局|厅|委|部|院|部门)、[^，。；（(]{2,30}(?:局|厅|委|部|院|部门)[（(](以下简称)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, GROUP):
        yield found(
            provision, match.start(1), match.end(1), "对若干机关的合称用“统称”。", "以下统称"
        )


RULE = Rule(
    Severity.NOTE,
    "公文惯例：一个名称用“简称”，若干名称合称用“统称”",
    _check,
    group="A",
    certain=False,
)
