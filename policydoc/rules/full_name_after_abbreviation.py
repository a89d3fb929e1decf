"""The full name used again after its abbreviation was fixed.

Bad:
    甲市集群管理办法
    第一条 本办法所称甲市中小企业特色产业集群（以下简称集群），是指中小企业集群。
    第二条 甲市中小企业特色产业集群应当按年度报送情况。
Good:
    甲市集群管理办法
    第一条 本办法所称甲市中小企业特色产业集群（以下简称集群），是指中小企业集群。
    第二条 集群应当按年度报送情况。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import DEFINED
from policydoc.rules._places import found, iter_matches, iter_texts
from policydoc.rules._regions import own_region

LEAD = re.compile(r"^(?:本[\u4e00-\u9fff]{2,6}所称|所称|将|对|由|经|根据|成立|设立)")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    order = {p.eid: index for index, p in enumerate(iter_texts(policy))}
    done: set[str] = set()
    for home, defined in iter_matches(policy, DEFINED):
        full = LEAD.sub("", defined["full"])
        full = full.removeprefix(own_region(policy) or "\0")
        if len(full) < 5 or len(full) <= len(defined["short"]) or full in done:
            continue
        done.add(full)
        for provision, match in iter_matches(policy, re.compile(re.escape(full))):
            before = (order[provision.eid], match.start()) <= (order[home.eid], defined.end())
            if (
                before
                or _is_name(provision.text, match)
                or provision.kind in (Kind.TITLE, Kind.CONCLUSIONS)
            ):
                continue
            yield found(
                provision, match.start(), match.end(),
                f"已定义简称“{defined['short']}”，此处仍用全称。", defined["short"],
            )  # fmt: skip


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Does the full name stand inside a title or a quoted name?"""
    head = text[: match.start()]
    return any(head.rfind(opened) > head.rfind(closed) for opened, closed in ("《》", "“”"))


RULE = Rule(Severity.NOTE, "立法技术规范：定义简称后用简称", _check, group="A", certain=False)
