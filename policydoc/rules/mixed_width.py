"""Brackets or commas partly full-width, partly half-width.

Bad:
    甲市集群管理办法
    第一条 集群（以下简称集群）应当(见附件)合规。
Good:
    甲市集群管理办法
    第一条 集群（以下简称集群）应当（见附件）合规。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Provision, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found

PAIRS = (("（", "(", "圆括号"), ("，", ",", "逗号"), ("：", ":", "冒号"), ("；", ";", "分号"))


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    provisions = list(walk(policy))
    full_stops = any("。" in provision.text for provision in provisions)
    for full, half, name in PAIRS:
        wide = sum((p.num + p.text).count(full) for p in provisions)
        narrow = [p for p in provisions for _ in range(_count(p, half))]
        if narrow and (wide or full_stops):
            place = next((p for p in narrow if half in p.text), narrow[0])
            start = max(place.text.find(half), 0)
            message = f"{name}全角、半角混用：全角 {wide} 处，半角 {len(narrow)} 处。"
            if not wide:
                message = f"{name}用了半角（{len(narrow)} 处），与全角的句号混用。"
            end = start + (half in place.text)
            yield found(place, start, end, message, f"统一用全角“{full}”")


def _count(provision: Provision, mark: str) -> int:
    return (provision.num + provision.text).count(mark)


RULE = Rule(Severity.NOTE, "GB/T 15834—2011：标点占一个字位置，用全角", _check, group="H")
