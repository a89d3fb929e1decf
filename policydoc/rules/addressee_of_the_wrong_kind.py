"""A 通知 that is sent to nobody, or a 公示 that is sent to somebody.

Bad:
    关于组织申报集群的通知
    现就有关事项通知如下，请认真组织。
    一、申报条件
    符合认定标准。
Good:
    关于组织申报集群的通知
    各县区工业和信息化局：
    现就有关事项通知如下，请认真组织。
    一、申报条件
    符合认定标准。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._notices import head_line
from policydoc.rules._places import whole

ADDRESSEE = re.compile(r"^[^。；]{2,120}[：:]\s*$")
RUN_ON = re.compile(r"(?:^|号)各[^。；]{2,120}[：:](?=\S)")
NEAR = 10


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    lines = [p for p in list(walk(policy))[:NEAR] if p.kind not in (Kind.LEVEL, Kind.CONCLUSIONS)]
    addressee = next((p for p in lines if ADDRESSEE.match(p.text) and "如下" not in p.text), None)
    run_on = any(RUN_ON.search(p.text) for p in lines)
    if (title := head_line(policy, "通知")) is not None and addressee is None and not run_on:
        yield whole(title, "通知没有主送机关。", "标题之下写主送机关，以全角冒号结尾")
    if head_line(policy, "公示") is not None and addressee is not None:
        yield whole(addressee, "公示面向社会，不写主送机关。", "删去")


RULE = Rule(
    Severity.WARNING,
    "党政机关公文处理惯例：通知有主送机关，公示、通告没有",
    _check,
    group="I",
    certain=False,
)
