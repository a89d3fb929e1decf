"""ASCII quotation marks around Chinese words.

In a published statute they are the habit of who copied it, so there it is a hint.

Bad:
    甲市集群管理办法
    第一条 培育"专精特新"企业。
Good:
    甲市集群管理办法
    第一条 培育“专精特新”企业。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import is_statute
from policydoc.rules._places import first_of, iter_matches

QUOTED = re.compile(r"([\"'])([\u4e00-\u9fff][^\"'\n]{0,40})\1")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    return first_of(
        iter_matches(policy, QUOTED),
        "汉字用了英文引号（全文 {count} 处）。",
        "改用中文引号“ ”",
        certain=not is_statute(policy),
    )


RULE = Rule(Severity.NOTE, "GB/T 15834—2011：中文引号为“ ”", _check, group="H")
