"""An item cited by its brackets: 第十九条（五） instead of 第十九条第五项.

Bad:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）弄虚作假的；
    （二）拒不整改的。
    第二条 依照第一条(二)项撤销的，予以公告。
Good:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）弄虚作假的；
    （二）拒不整改的。
    第二条 依照第一条第二项撤销的，予以公告。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import is_statute
from policydoc.rules._places import at_matches

CITED = re.compile(
    r"(第[一二三四五六七八九十百]{1,6}[条款])第?[（(]([一二三四五六七八九十]{1,3})[）)](?:项)?"
)

BRACKETED = at_matches(CITED, "引用项时写“第×项”，不加括号。", "{1}第{2}项")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    # Statutes long cited 第（一）项 themselves.
    return iter(()) if is_statute(policy) else BRACKETED(policy, context)


RULE = Rule(
    Severity.NOTE,
    "立法技术规范（试行）（一）：引用第×项不加括号（转述，待核）",
    _check,
    group="C",
    certain=False,
)
