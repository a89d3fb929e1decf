"""The lower level may report later than the level it reports to must itself report.

The level above may be bound by another text: the superior the draft is held against.

Bad:
    甲省集群管理办法
    第一条 县级主管部门于每年4月15日前报送年度情况；市（州）主管部门汇总后于每年3月31日前报送省级主管部门。
Bad:
    甲省集群管理办法
    第一条 集群应当于每年4月底前将年度发展情况报市（州）主管部门。
    第二条 市（州）主管部门于每年3月31日前将年度发展情况报送省工业和信息化厅。
Good:
    甲省集群管理办法
    第一条 县级主管部门于每年2月15日前报送年度情况；市（州）主管部门汇总后于每年3月31日前报送省级主管部门。
Superior:
    甲省集群管理办法
    第一条 市（州）主管部门应当于每年2月底前向省工业和信息化厅报送上一年度集群发展情况。
Bad:
    乙市集群管理办法
    第一条 集群应当于每年3月10日前向市工业和信息化局报送上一年度发展情况。
Good:
    乙市集群管理办法
    第一条 集群应当于每年1月底前向市工业和信息化局报送上一年度发展情况。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from policydoc.model import Fact, Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_facts, iter_matches
from policydoc.rules._superiors import is_chained, iter_held, told

OFFICE = re.compile(r"(?:局|部门|厅|委|委员会|政府|办|办公室|机关|级)$")
RANKS = (
    (re.compile(r"省|自治区|厅"), 3),
    (re.compile(r"县|区|旗"), 1),
    (re.compile(r"市(?!场)|州|盟"), 2),
)
SUBJECT = re.compile(r"集群|企业|申请人|申报单位|基地|园区|运营|单位$|机构$")
MOST = 100  # deadlines looked at: each is held against each
REPORT = re.compile(r"报|提交|汇总")
YEARLY = re.compile(r"(--|\+1-)(\d\d)-(\d\d|end)")


# 报县局，由县局于1月31日前报市局: the body that passes on must receive first.
PASSED_ON = re.compile(
    r"(\d{1,2})月(?:(\d{1,2})日|底)(?:之?前|以前)[^；]{0,40}?[报送至向]"
    r"((?:所在地)?(?:县|区|市)[^，。；]{0,24}?(?:局|部门|委|委员会|政府))[^；]{0,50}?\3(?P<on>[^；，。]{0,16}?(\d{1,2})月(?:(\d{1,2})日|底)(?:之?前|以前))"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for held in iter_held(context, "deadlines"):
        if is_chained(held) and held.verdict == "looser":
            yield from told(
                held, f"晚于上位文件的期限，来不及按上位文件报送：{held.sentence}", "提前到上位文件的期限以前"
            )  # fmt: skip
    dated = [
        (provision, fact, rank, day)
        for provision, fact in iter_facts(policy)
        if fact.kind == "deadline" and fact.op == "before" and REPORT.search(fact.action)
        if (rank := _rank(fact.actor)) is not None and (day := _day(fact)) is not None
    ]
    told_of: set[tuple[str, int]] = set()
    for (place, lower, low, late), (other, upper, high, early) in permutations(dated[:MOST], 2):
        here = (place.eid, lower.start)
        if low < high and late[0] == early[0] and late > early and here not in told_of and _linked(lower, upper, high):  # fmt: skip
            told_of.add(here)
            yield _reversed(policy, place, lower, other, upper)
    yield from _passed_on(policy)


def _passed_on(policy: Policy) -> Iterator[Finding]:
    """Where only the first of two days is said to be yearly."""
    for provision, match in iter_matches(policy, PASSED_ON):
        first, then = (int(match[1]), int(match[2] or 31)), (int(match[5]), int(match[6] or 31))
        if then < first and "次年" not in match[0] and "每年" not in match["on"]:
            yield found(
                provision, match.start("on"), match.end("on"),
                f"“{match[3]}”报出的期限（{match[5]}月）早于收到的期限（{match[1]}月）。",
                "下级的期限应当早于上级",
            )  # fmt: skip


def _rank(actor: str) -> int | None:
    """0 for who is regulated, then county, prefecture and province; None where it is not known."""
    if OFFICE.search(actor):
        return next((rank for pattern, rank in RANKS if pattern.search(actor)), None)
    return 0 if SUBJECT.search(actor) else None


def _day(fact: Fact) -> tuple[str, int, int] | None:
    match = YEARLY.fullmatch(str(fact.value))
    return (match[1], int(match[2]), 31 if match[3] == "end" else int(match[3])) if match else None


def _linked(lower: Fact, upper: Fact, high: int) -> bool:
    """Do both speak of one report that goes up from the one to the other?"""
    if lower.eid == upper.eid:
        return True
    same = any(lower.action[i : i + 4] in upper.action for i in range(len(lower.action) - 3))
    return same and _rank(lower.recipient) == high


def _reversed(
    policy: Policy, place: Provision, lower: Fact, other: Provision, upper: Fact
) -> Finding:
    return found(
        place, lower.start, lower.end,
        f"“{lower.actor}”的期限（{lower.quote}）晚于其上级“{upper.actor}”的期限（{upper.quote}）。",
        "下级的期限应当早于上级",
        related=((policy.identity.id, other.eid, upper.quote),),
    )  # fmt: skip


RULE = Rule(Severity.ERROR, "可操作性：下级报送的期限不晚于上级报送的期限", _check, group="E")
