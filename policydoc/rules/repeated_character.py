"""A function word typed twice.

Bad:
    甲市集群管理办法
    第一条 各县区应当做好复核的的工作。
Good:
    甲市集群管理办法
    第一条 各县区应当做好复核的工作。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import iter_matches, mended

TWICE = re.compile(
    r"(?<![目标])的的(?!士)|和和(?!美|睦|气)|及及|或或|应应|将将(?!才)|由由|被被|与与|在在|为为|[，。；：、]{2}"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, TWICE):
        yield mended(provision, match.start(), match.end(), f"重复的“{match[0]}”。", match[0][0])


RULE = Rule(Severity.WARNING, "文字准确：重复的字和标点应当删去", _check, group="H")
