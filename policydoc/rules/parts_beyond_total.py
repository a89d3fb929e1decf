"""Parts named after 其中 that are more than the whole.

Bad:
    甲市集群管理办法
    第一条 每年认定集群20个，其中东部县区12个、西部县区10个。
Good:
    甲市集群管理办法
    第一条 每年认定集群20个，其中东部县区12个、西部县区8个。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

WHOLE = re.compile(
    r"(?<![\d.])(\d{1,6}(?:\.\d{1,4})?)(个|家|名|人|次|户|件|份|项|万元|亿元)[^。；，,\d]{0,4}[，,]?其中[：:，,]?([^。；;]{2,80})"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, WHOLE):
        parts = [
            float(n)
            for n in re.findall(rf"(?<![\d.])(\d{{1,6}}(?:\.\d{{1,4}})?){match[2]}", match[3])
        ]
        if len(parts) >= 2 and sum(parts) > float(match[1]) + 1e-9:
            yield found(
                provision, match.start(), match.end(),
                f"各部分之和 {sum(parts):g}{match[2]}大于总数 {match[1]}{match[2]}。",
                "核对数字；各部分有交叉的，写明",
            )  # fmt: skip


RULE = Rule(Severity.WARNING, "前后一致：各部分之和不大于总数", _check, group="D", certain=False)
