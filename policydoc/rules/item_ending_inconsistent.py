"""Items of one list that end in different grammatical forms or wrong marks.

Bad:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）弄虚作假的；
    （二）拒不整改的；
    （三）发生重大事故的行为。
Good:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）弄虚作假的；
    （二）拒不整改的；
    （三）发生重大事故的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_lists

# What stands for the rest, or names persons, is no broken form.
CATCH_ALL = re.compile(
    r"[^，。；]{0,16}其[他它]|.*(?:其[他它](?:情形|行为|事项)|[人者员]|分子)[。；;]?\s*$"
)
TAIL = re.compile(r"[^，。；、,;]{1,12}[。；;.]?\s*$")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for lead, items in iter_lists(policy):
        # Whether items end in 的 tells cases from things; long items are paragraphs, not a list.
        if len(items) < 3 or any(item.children for item in items):
            continue
        if not re.search(r"情形|之一的|行为", lead.text[-40:]):
            continue
        cases = [item for item in items if _is_case(item)]
        others = [item for item in items if not _is_case(item)]
        others = [item for item in others if not CATCH_ALL.match(item.text)]
        if len(others) == 1 and len(cases) >= 2:
            for item in others:
                match = TAIL.search(item.text)
                if match:
                    yield found(
                        item, match.start(), match.end(),
                        "同一列项中其余各项以“的”结尾，此项不同。", "改为以“的”结尾",
                    )  # fmt: skip


def _is_case(item: Provision) -> bool:
    return item.text.rstrip().rstrip("；;。.，,").endswith("的")


RULE = Rule(Severity.NOTE, "立法技术规范：同一列项的各项结构应当一致", _check, group="B")
