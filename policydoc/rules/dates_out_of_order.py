"""Dates of one procedure in the wrong order: 通知, 截止, 公示, 公布.

Bad:
    # issued = 2025-06-10
    关于组织申报集群的通知
    各县区工业和信息化局：
    请于2025年5月20日前报送申报材料。
Bad:
    # issued = 2025-06-04
    关于拟认定集群名单的公示
    现予公示，公示时间为2025年6月3日至6月9日。
Bad:
    关于组织申报集群的通知
    各县区工业和信息化局：
    请于2025年5月20日前报送申报材料，拟认定名单于2025年5月6日至5月12日公示。
Good:
    # issued = 2025-05-06
    关于组织申报集群的通知
    各县区工业和信息化局：
    请于2025年5月20日前报送申报材料，拟认定名单于2025年6月3日至6月9日公示。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Fact, Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_facts
from policydoc.rules._windows import NoticeWindow, iter_windows

SUBMIT = re.compile(r"报送|提交|申报|上报|报名|申请|推荐|反馈|受理|报至|报我|截止")
NEAR = 60  # characters around a date that say what is due
DONE = re.compile(r"已|完成的|之前的|以前的|异议")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    issued = policy.identity.issued or policy.operative.identity.issued or ""
    due = list(_deadlines(policy))
    for provision, fact in due:
        if str(fact.value) < issued:
            yield found(
                provision, fact.start, fact.end,
                f"截止日 {fact.value} 早于成文日期 {issued}。", "核对日期",
            )  # fmt: skip
    for window in iter_windows(policy):
        yield from _of_window(policy, window, issued, due)


def _deadlines(policy: Policy) -> Iterator[tuple[Provision, Fact]]:
    """The days by which something is to be handed in, written in full."""
    for provision, fact in iter_facts(policy):
        if fact.kind != "deadline" or fact.op != "before" or not isinstance(fact.value, str):
            continue
        before = re.split("[。；;]", provision.text[max(0, fact.start - NEAR) : fact.start])[-1]
        after = re.split("[。；;，,]", provision.text[fact.end : fact.end + NEAR])[0]
        said = before[-12:] + fact.quote + after
        if len(fact.value) == 10 and fact.value[:2] == "20" and SUBMIT.search(said) and not DONE.search(said):  # fmt: skip
            yield provision, fact


def _of_window(
    policy: Policy, window: NoticeWindow, issued: str, due: list[tuple[Provision, Fact]]
) -> Iterator[Finding]:
    first, last = window.first.isoformat(), window.last.isoformat()
    said = ""
    if policy.identity.genre == "公示" and first < issued:
        said = f"公示自 {first} 开始，早于成文日期 {issued}。"
    elif policy.identity.genre in ("通知", "通告", "公告") and "经" in window.provision.text[: window.start][-8:] and last > issued > "":  # fmt: skip
        said = f"公示到 {last} 才结束，晚于成文日期 {issued}。"
    elif due and first <= (latest := max(str(fact.value) for _, fact in due)):
        said = f"公示自 {first} 开始，不晚于截止日 {latest}。"
    if said:
        yield found(window.provision, window.start, window.end, said, "核对日期")


RULE = Rule(Severity.ERROR, "前后一致：成文、截止、公示、公布的日期应当依次在后", _check, group="E")
