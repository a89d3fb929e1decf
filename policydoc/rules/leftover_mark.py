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

from policydoc.model import Finding, Policy, Severity, iter_policies
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

LEFT = re.compile(r"\[bookmark:[^\]]*\]|_GoBack|点击[左右]下角|阅读原文|X{2,}|×{3,}|\*{3,}")
REASONS = {
    "bookmark": "文字处理软件的书签",
    "web-disclaimer": "转载网站的声明",
    "web-page": "网页文字",
}


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, LEFT):
        yield found(provision, match.start(), match.end(), f"残留的标记“{match[0]}”。", "删去")
    for part in iter_policies(policy):
        for removed in part.removed:
            if removed.reason in REASONS:
                yield Finding(
                    "", Severity.NOTE, f"{REASONS[removed.reason]}不属于文件正文：“{removed.text[:40]}”。",
                    quote=removed.text, span=removed.span, suggestion="删去",
                )  # fmt: skip


RULE = Rule(Severity.WARNING, "文本清洁：公布的文本不得残留编辑标记", _check, group="H")
