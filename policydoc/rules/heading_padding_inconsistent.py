"""Some chapter headings padded with spaces, others not.

Bad:
    甲市集群管理办法
    第一章  总    则
    第一条 为促进集群发展，制定本办法。
    第二章  附则
    第二条 本办法自2026年1月1日起施行。
Good:
    甲市集群管理办法
    第一章  总则
    第一条 为促进集群发展，制定本办法。
    第二章  附则
    第二条 本办法自2026年1月1日起施行。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policydoc.model import Finding, Policy, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._places import whole

PADDED = re.compile(r"^[\u4e00-\u9fff][ \u3000]+[\u4e00-\u9fff]$")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    headed = [provision for provision in walk(policy) if provision.heading and provision.num]
    padded = [p for p in headed if PADDED.match(p.heading.strip())]
    if padded and len(padded) < len(headed):
        first = padded[0]
        message = f"标题“{first.heading}”加了空格，其他标题没有（共 {len(padded)} 处）。"
        yield replace(whole(first, message, re.sub(r"\s", "", first.heading)), quote=first.heading)


RULE = Rule(Severity.NOTE, "版面一致：同级标题写法应当一致", _check, group="B")
