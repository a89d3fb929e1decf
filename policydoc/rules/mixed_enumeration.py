"""An enumeration that changes its style: 一是 … 二、.

Bad:
    甲市集群管理办法
    第一条 做好两项工作：一是摸清底数，二、建立台账。
Good:
    甲市集群管理办法
    第一条 做好两项工作：一是摸清底数，二是建立台账。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_texts

FIRST = re.compile(r"一是(?=[\u4e00-\u9fff])")
OTHER = re.compile(r"(?<![\u4e00-\u9fff])(?:[二三四]、|（[二三四]）|第二[，,]|其次[，,]?)")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision in iter_texts(policy):
        first = FIRST.search(provision.text)
        if first is None or "二是" in provision.text[first.end() :]:
            continue
        for match in list(OTHER.finditer(provision.text, first.end()))[:1]:
            yield found(
                provision, match.start(), match.end(),
                f"前面用“一是”，此处用“{match[0]}”，列举方式不一。", "统一为“二是”",
            )  # fmt: skip


RULE = Rule(Severity.NOTE, "前后一致：同一列举用同一形式", _check, group="H", certain=False)
