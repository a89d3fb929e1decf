"""A document with articles that never says when it takes effect.

Bad:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 市工业和信息化局负责集群认定。
    第三条 县区负责初审。
Good:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 市工业和信息化局负责集群认定。
    第三条 本办法自2026年1月1日起施行。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import found, iter_articles

EFFECT = re.compile(
    r"[起日](?:施行|实施|执行|生效)|(?:公布|印发|发布|通过)(?:之日|后)[^。]{0,6}(?:施行|实施)|施行日期|生效"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    articles = list(iter_articles(policy.operative))
    if len(articles) >= 3 and not EFFECT.search(printed(policy)):
        yield found(None, 0, 0, "全文没有规定施行日期。", "在附则中写明“本……自×年×月×日起施行”")


RULE = Rule(
    Severity.WARNING, "规章制定程序条例：应当明确规定施行日期", _check, group="B", certain=False
)
