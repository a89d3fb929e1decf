"""不少于N家 of several kinds: in total, or of each kind?

Bad:
    甲市集群管理办法
    第一条 拥有不少于3家“专精特新”中小企业、创新型中小企业和国家级高新技术企业。
Good:
    甲市集群管理办法
    第一条 拥有合计不少于3家“专精特新”中小企业、创新型中小企业和国家级高新技术企业。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

SEVERAL = re.compile(
    r"(?<!合计)(?<!各)(?<!共计)(?:不少于|不低于|至少|拥有)\d+[家个户](?:以上)?[^。；，、]{2,20}(?:、[^。；，、]{2,20})+[和或及][^。；，、]{2,20}"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, SEVERAL):
        if "其中" not in match[0] and "合计" not in match[0] and "各" not in match[0][:12]:
            yield found(
                provision, match.start(), match.end(), "所列几类是合计还是各类分别达到，没有写明。",
                "写明“合计不少于”或者“各不少于”",
            )  # fmt: skip


RULE = Rule(Severity.WARNING, "表述准确：数量的计算范围应当明确", _check, group="D", certain=False)
