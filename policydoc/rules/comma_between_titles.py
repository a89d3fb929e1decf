"""顿号 between adjacent 《》 titles.

The standard says 通常; published statutes keep the mark, so there it is a hint.

Bad:
    甲市集群管理办法
    第一条 根据《甲条例》、《乙办法》，制定本办法。
Good:
    甲市集群管理办法
    第一条 根据《甲条例》《乙办法》（甲政发〔2023〕1号）、《丙规定》，制定本办法。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import is_statute
from policydoc.rules._places import first_of, iter_matches

BETWEEN = re.compile(r"》、(?=《)")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    return first_of(
        iter_matches(policy, BETWEEN),
        "并列的书名号之间通常不用顿号（全文 {count} 处）。",
        "》",
        certain=not is_statute(policy),
    )


RULE = Rule(
    Severity.NOTE,
    "GB/T 15834—2011 4.5.3.5：标有书名号的并列成分之间通常不用顿号",
    _check,
    group="H",
)
