"""Chapter or section numbers that leave a gap or come twice.

Bad:
    甲市集群管理办法
    第一章 总则
    第一条 为促进集群发展，制定本办法。
    第三章 附则
    第二条 本办法自2026年1月1日起施行。
Good:
    甲市集群管理办法
    第一章 总则
    第一条 为促进集群发展，制定本办法。
    第二章 附则
    第二条 本办法自2026年1月1日起施行。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import breaks

HEADED = {Kind.PART: "编", Kind.CHAPTER: "章", Kind.SECTION: "节"}


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    groups = [policy.body, *(annex.body for annex in policy.attachments)]
    groups += [provision.children for provision in walk(policy)]
    for group in groups:
        for kind, what in HEADED.items():
            yield from breaks([p for p in group if p.kind is kind], what)


RULE = Rule(
    Severity.ERROR, "立法法第六十五条：编、章、节的序号用中文数字依次表述", _check, group="B"
)
