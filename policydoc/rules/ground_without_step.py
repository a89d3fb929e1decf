"""A sanction for a step that no provision lets or obliges anyone to take.

Bad:
    甲市集群管理办法
    第一条 有效期满后，由市局组织开展复核工作。
    第二条 有下列情形之一的，撤销认定：
    （一）有效期满未申请复核的；
    （二）弄虚作假的。
Good:
    甲市集群管理办法
    第一条 有效期满前，集群应当申请复核，由市局组织开展复核工作。
    第二条 有下列情形之一的，撤销认定：
    （一）有效期满未申请复核的；
    （二）弄虚作假的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_facts, iter_lists, iter_texts

OMITTED = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:未|不|逾期未)(?:按规定|按要求|及时)?(申请|提出|提交|报名参加|参加|签订)([\u4e00-\u9fff]{2,4}?)(?=的|或|，|；|。|经)[^，；。]{0,14}"
)
# What a `ground` fact says where its step is provided nowhere (extractors/grounds.py).
GAP = re.compile(r"没有条文规定“([^”]+)”")
DUTY = r"(?:应当?|须|可以?|必须|要|按[^，。；]{1,8}原则|自愿|请)[^。；]{0,60}"


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    seen = set()
    for finding in _worded(policy):
        seen.add(finding.eid)
        yield finding
    for provision, fact in iter_facts(policy):
        gap = GAP.search(fact.basis_note) if fact.kind == "ground" else None
        if gap and fact.resolved is False and fact.eid not in seen:
            yield found(
                provision, fact.start, fact.end,
                f"以未“{gap[1]}”为撤销情形，但没有条款规定由谁、何时{gap[1]}。",
                f"在正文中规定{gap[1]}的主体和期限", certain=False,
            )  # fmt: skip


def _worded(policy: Policy) -> Iterator[Finding]:
    for lead, items in iter_lists(policy):
        if not re.search("撤销|取消|退出", lead.text):
            continue
        for item in items:
            for match in OMITTED.finditer(item.text):
                if not _provided(policy, item, match[1], match[2]):
                    yield found(
                        item, match.start(), match.end(),
                        f"以未“{match[1]}{match[2]}”为撤销情形，但没有条款规定由谁、何时{match[1]}{match[2]}。",
                        f"在正文中规定{match[1]}{match[2]}的主体和期限",
                    )  # fmt: skip


def _provided(policy: Policy, ground: Provision, act: str, what: str) -> bool:
    """Is there another provision by which somebody must or may take that step?"""
    step = re.compile(rf"{DUTY}(?:{act}[^。；，]{{0,6}}{what}|{what}{act})|提出{what}{act}")
    return any(step.search(p.text) for p in iter_texts(policy) if p.eid != ground.eid)


RULE = Rule(Severity.ERROR, "可操作性：据以处理的义务应当在文件中有规定", _check, group="F")
