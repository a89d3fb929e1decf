"""Full-width digits beside half-width ones.

Bad:
    甲市集群管理办法
    第一条 公示５个工作日，公布满30日后施行。
Good:
    甲市集群管理办法
    第一条 公示5个工作日，公布满30日后施行。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import iter_matches, mended

WIDE = re.compile(r"[０-９]+(?:[．.][０-９]+)?")
NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, WIDE):
        yield mended(
            provision,
            match.start(),
            match.end(),
            f"全角数字“{match[0]}”。",
            match[0].translate(NARROW),
        )


RULE = Rule(Severity.NOTE, "GB/T 15835—2011：阿拉伯数字用半角", _check, group="D")
