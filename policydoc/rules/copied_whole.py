"""A text that repeats its superior nearly word for word.

Superior:
    甲省集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 集群培育坚持政府引导和市场主导相结合，突出区域特色。
    第三条 各级主管部门应当加强对集群的财税、金融和人才支持。
    第四条 集群有效期为三年，期满前三个月申请复核。
Bad:
    乙市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 集群培育坚持政府引导和市场主导相结合，突出区域特色。
    第三条 各级主管部门应当加强对集群的财税、金融和人才支持。
    第四条 集群有效期为三年，期满前三个月申请复核。
Good:
    乙市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 县区应当绘制玉米制种产业链图谱，每年组织两次供需对接。
    第三条 市财政对新认定集群一次性奖励五十万元。
    第四条 集群有效期为三年，期满前三个月申请复核。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Relation, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found

MOST = 0.9
FEWEST = 4


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for comparison in context.comparisons:
        superior = comparison.policies[1]
        if superior.identity.text_status == "digest":
            continue
        pairs = [p for alignment in comparison.alignments for p in alignment.pairs if p.left]
        same = [p for p in pairs if p.relation in (Relation.SAME, Relation.NEAR)]
        if len(pairs) >= FEWEST and len(same) >= MOST * len(pairs):
            yield found(
                None,
                0,
                0,
                f"{len(pairs)} 条（项）中有 {len(same)} 条（项）与上位文件基本相同。",
                "上位文件已有规定的不再重复，只写本地的具体措施",
            )


RULE = Rule(
    Severity.NOTE, "规章制定程序条例第八条（参照）：法律、法规已有明确规定的内容，原则上不作重复规定", _check,
    group="G", certain=False,
)  # fmt: skip
