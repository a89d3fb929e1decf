"""Another text of the same level sets another period or number for the same matter.

Which texts are of the same level follows from their place and issuer: those given with
--against, and those of the workspace.

Superior:
    云溪市产业集群年度报告规定
    第一条 为规范年度报告，制定本规定。
    第二条 集群应当于每年2月底前向市工业和信息化局报送上一年度发展情况。
Bad:
    云溪市产业集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 集群应当于每年3月10日前向市工业和信息化局报送上一年度发展情况。
Good:
    云溪市产业集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 集群应当于每年2月底前向市工业和信息化局报送上一年度发展情况。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._superiors import iter_peers, told

DIFFERENT = ("stricter", "looser", "different", "not_comparable")
TOPICS = ("deadline", "threshold", "quota", "frequency")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for held in iter_peers(context, "thresholds", "deadlines"):
        if held.row.topic in TOPICS and held.verdict in DIFFERENT and held.mine and held.theirs:
            yield from told(
                held, f"同级文件对同一事项规定不同：{held.sentence}", "统一规定，或者写明不一致时以哪个文件为准"
            )  # fmt: skip


RULE = Rule(
    Severity.WARNING,
    "皖政办秘〔2018〕185号等：不与同级文件相冲突",
    _check,
    group="G",
    certain=False,
)
