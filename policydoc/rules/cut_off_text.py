"""A text that breaks off: its last article ends within a sentence.

Bad:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 市工业和信息化局负责集群认定，
Good:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 市工业和信息化局负责集群认定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found

# A line that ends in 顿号 or 逗号 is cut; other endings may be a table, a formula or a title.
BROKEN = re.compile(r"[，、,][ 　]*$")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    last = next(iter(policy.operative.body[-1:]), None)
    while last is not None and last.children:
        last = last.children[-1]
    match = BROKEN.search(last.text) if last is not None else None
    if last is not None and match and not last.wrap_up:
        start = max(0, match.start() - 10)
        yield found(last, start, match.end(), "正文最后一句没有写完，文本可能被截断。", "核对原稿")


RULE = Rule(Severity.ERROR, "文本完整：条文不缺漏", _check, group="H")
