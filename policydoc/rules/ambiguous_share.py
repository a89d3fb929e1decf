"""占比较大: 占比 + 较大, or 占 + 比较大?

Bad:
    甲市集群管理办法
    第一条 主导产业占比较大。
Good:
    甲市集群管理办法
    第一条 主导产业所占比重较大。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import replaced

WORDS = [(r"占比较([大高小低])", r"所占比重较\1", "“占比较”有两种读法。")]


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    return replaced(policy, WORDS)


RULE = Rule(Severity.NOTE, "表述准确：不用有歧义的词语", _check, group="H", certain=False)
