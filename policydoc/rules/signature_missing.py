"""A notice or a form without a place for signature or seal, or without its date.

Bad:
    关于拟认定集群名单的公示
    经审核，拟认定甲县产业集群等2家，现予公示。公示时间为2026年5月18日至5月22日。
    对公示内容有异议的，请以书面形式反映。联系电话：0936-0000001。
    甲市工业和信息化局
Good:
    关于拟认定集群名单的公示
    经审核，拟认定甲县产业集群等2家，现予公示。公示时间为2026年5月18日至5月22日。
    对公示内容有异议的，请以书面形式反映。联系电话：0936-0000001。
    甲市工业和信息化局
    2026年5月18日
Bad:
    甲县产业集群申报表
    | 集群名称 | 甲县产业集群 |
    |---|---|
    | 申报主体 | 甲县工业和信息化局 |
Good:
    甲县产业集群申报表
    | 集群名称 | 甲县产业集群 |
    |---|---|
    | 申报主体（盖章） | 甲县工业和信息化局 |
    | 填报日期 | 2026年3月16日 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Provision, Severity, iter_within, own_words
from policydoc.plugins import Context, Rule
from policydoc.rules._forms import is_form, title_of
from policydoc.rules._notices import head_line
from policydoc.rules._places import whole

NOTICES = ("公示", "通知", "通告", "公告", "函")
DATE = re.compile(
    r"(?:(?:19|20)\d\d|[二〇○零一九\s　_×X]{0,8})\s*年[\s　_×X\d一二三四五六七八九十]{0,6}月[\s　_×X\d一二三四五六七八九十]{0,6}日"
)
SEAL = re.compile(r"盖章|公章|签章|印章|签名|签字|签发")
BODY = re.compile(
    r"(?:局|厅|委|部|会|院|署|政府|办公室|委员会|中心|公司|单位|办|协会|处|校|所|馆|社)\s*(?:[（(][^（）()]{0,8}[）)])?\s*$"
)
TAIL = 12


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    title = title_of(policy)
    if is_form(policy) and title is not None:
        words = "\n".join(map(own_words, _own(policy)))
        missing = ["签字或者盖章处"] if not (SEAL.search(words) or _signed(policy)) else []
        missing += ["日期"] if not DATE.search(words) else []
        if missing:
            yield whole(title, f"本表没有{'和'.join(missing)}。", "补上")
        return
    notice = next((line for ending in NOTICES if (line := head_line(policy, ending))), None)
    if notice is None or len(_own(policy)) < 3:
        return
    missing = ["落款机关"] if not _signed(policy) else []
    dated = policy.identity.issued or any(DATE.fullmatch(line) for line in _tail(policy))
    missing += ["成文日期"] if not dated else []
    if missing:
        yield whole(notice, f"文末没有{'和'.join(missing)}。", "补上")


def _own(policy: Policy) -> list[Provision]:
    zones = (policy.preface, policy.preamble, policy.body, policy.conclusions)
    return [provision for zone in zones for provision in iter_within(zone)]


def _tail(policy: Policy) -> list[str]:
    """The last lines; those that follow a list of attachments may pass for the first of these."""
    after = _own(policy.attachments[0])[:4] if policy.attachments else []
    return [provision.text.strip() for provision in (*_own(policy)[-TAIL:], *after)]


def _signed(policy: Policy) -> bool:
    """Does a body sign at the end, or on the red head (信函格式, 文件)?"""
    if policy.identity.issuers:
        return True
    return any(
        BODY.search(line) and not re.search("[，。：；]", line)
        for line in _tail(policy)
        if 2 < len(line) < 40
    )


RULE = Rule(
    Severity.NOTE,
    "GB/T 9704—2012 7.3.5：发文机关署名、成文日期和印章；表格惯例：签章和日期",
    _check,
    group="I",
    certain=False,
)
