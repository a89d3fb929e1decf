"""A condition with nothing to measure it by.

Words of degree in aims and principles are no conditions; only provisions in the role of a
criterion are looked at.

Bad:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值有一定规模，品牌知名度较高；
    （二）主导产业占比不低于70%。
Good:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）集群产值不低于10亿元；
    （二）主导产业占比不低于70%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_texts

VAGUE = re.compile(
    r"[\u4e00-\u9fff“”、]{0,14}?(?:有?一定的?(?:规模|数量|比例|影响力?|基础|实力|知名度|[\u4e00-\u9fff]{2,6})|较(?:高|大|强|好|完善|紧密|多)(?!及以上)|(?:全[国省市县区]|行业|细分领域)?前列|成效显著|成效明显|效果显著|(?:稳步|持续|不断)(?:提升|提高|下降|增长|改善)|(?:快速|健康)发展|紧密|广泛|一批[\u4e00-\u9fff]{2,14}|有一定的[\u4e00-\u9fff]{2,10})(?:的[\u4e00-\u9fff]{2,10})?"
)

HEADING = re.compile(r"[^。，；]{4,20}。(?=.)")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    criteria = {f.eid for f in policy.facts if f.kind == "role" and f.role == "criterion"}
    for provision in iter_texts(policy):
        if provision.eid not in criteria:
            continue
        for match in VAGUE.finditer(provision.text, _after_heading(provision.text)):
            yield found(
                provision,
                match.start(),
                match.end(),
                f"条件“{match[0]}”无法衡量。",
                "写明数值、等级或者证明方式",
            )


def _after_heading(text: str) -> int:
    """Where the words begin after a first sentence that only names the item."""
    heading = HEADING.match(text)
    return heading.end() if heading else 0


RULE = Rule(Severity.NOTE, "可操作性：认定条件应当明确、可核对", _check, group="D", certain=False)
