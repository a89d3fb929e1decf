"""An annex that the list of annexes names and the file lacks, or the other way round.

Bad:
    关于组织申报集群的通知
    各县区工业和信息化局：
    请认真组织申报。
    附件：1.集群申报表
    2.推荐汇总表
    甲市工业和信息化局
    2026年3月2日

    附件1
    集群申报表
    申报主体（盖章）：
Good:
    关于组织申报集群的通知
    各县区工业和信息化局：
    请认真组织申报。
    附件：1.集群申报表
    2.推荐汇总表
    甲市工业和信息化局
    2026年3月2日

    附件1
    集群申报表
    申报主体（盖章）：

    附件2
    推荐汇总表
    填报单位（盖章）：
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.chinese import folding
from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._notices import announced_annexes
from policydoc.rules._places import found, whole


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    announced = announced_annexes(policy)
    # A notice is often kept apart from its annexes: where none is in the file, none is missed.
    if not announced or not policy.attachments or len(announced) == len(policy.attachments):
        return
    named = {folding.bare(p.text[start:end]) for p, start, end in announced}
    there = {folding.bare(annex.identity.title) for annex in policy.attachments}
    for provision, start, end in announced if len(announced) > len(policy.attachments) else ():
        if folding.bare(provision.text[start:end]) not in there:
            yield found(
                provision, start, end,
                f"附件说明列了{len(announced)}个附件，文后只有{len(policy.attachments)}个，"
                f"没有“{provision.text[start:end]}”。", "补附件，或者从附件说明中删去",
            )  # fmt: skip
    for annex in policy.attachments if len(announced) < len(policy.attachments) else ():
        if annex.preface and folding.bare(annex.identity.title) not in named:
            yield whole(
                annex.preface[0], f"附件说明没有列“{annex.identity.title}”。", "补入附件说明"
            )


RULE = Rule(
    Severity.ERROR,
    "GB/T 9704—2012 7.3.7、7.4：附件与附件说明的序号和名称应当一致",
    _check,
    group="I",
)
