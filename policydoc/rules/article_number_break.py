"""Article numbers that leave a gap or come twice.

Bad:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第三条 本办法自2026年1月1日起施行。
Good:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 本办法自2026年1月1日起施行。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity, iter_policies
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import breaks
from policydoc.rules._places import iter_articles

# Its articles are those of the text it amends or applies.
AMENDING = re.compile(r"修正案|修改|修正|决定|决议")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for part in iter_policies(policy):
        if AMENDING.search(part.identity.title):
            continue
        yield from breaks(tuple(iter_articles(part)), "条文")


RULE = Rule(Severity.ERROR, "立法法第六十五条：条的序号用中文数字依次表述", _check, group="B")
