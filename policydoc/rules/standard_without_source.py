"""A standard that the text relies on but neither defines nor annexes.

Bad:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）产值较高；
    （二）管理规范。
    第二条 不再符合认定标准的，撤销认定。
Good:
    甲市集群管理办法
    第一条 集群认定标准由市局另行制定。
    第二条 不再符合认定标准的，撤销认定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import found, iter_matches, titles

RELIED = re.compile(r"符合((?:认定|评定|评价|评审|考核|申报|入库)(?:标准|条件|办法|细则))")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    words = printed(policy)
    heads = "\n".join([*titles(policy), *(p.heading for p in walk(policy))])
    for provision, match in iter_matches(policy, RELIED):
        name = re.escape(match[1])
        given = re.search(
            rf"{name}(?:由|另行|如下|为[：:]|包括|是指|见附件|[（(]见附件)|(?:制定|发布|公布|下列|以下)[^。；]{{0,20}}{name}"
            rf"|《[^》]*{name}[^》]*》",
            words,
        )
        if name not in heads and given is None:
            yield found(
                provision, match.start(1), match.end(1),
                f"依据“{match[1]}”作出判断，但全文没有规定，也没有附件。", "写明标准，或者改引已有的条件",
            )  # fmt: skip


RULE = Rule(Severity.WARNING, "可操作性：所依据的标准应当在文件中或者附件中可查", _check, group="A")
