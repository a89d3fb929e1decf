"""A deadline that falls on a day off.

Bad:
    关于组织申报集群的通知
    各县区工业和信息化局：
    请于2025年5月1日前报送申报材料。
Good:
    关于组织申报集群的通知
    各县区工业和信息化局：
    请于2025年5月6日前报送申报材料。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from policydoc.chinese.workdays import is_workday, next_workday, written
from policydoc.errors import CalendarError
from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

DAY = re.compile(
    r"(20\d{2})年(\d{1,2})月(\d{1,2})日(?:之?前|下班前|截止|为止)(?!已|的|完成|成立|注册|登记|设立|取得|认定|出生|参加|施行|实施)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, DAY):
        free = _next_if_free(match)
        if free:
            yield found(
                provision, match.start(), match.end(),
                f"截止日是休息日，其后第一个工作日是{free}。", f"改为{free}前",
            )  # fmt: skip


def _next_if_free(match: re.Match[str]) -> str:
    """The next working day, if this one is a day off by a published schedule; else ""."""
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return "" if is_workday(day) else written(next_workday(day))
    except (ValueError, CalendarError):
        return ""


RULE = Rule(
    Severity.NOTE, "民法典第二百零三条：期限的最后一日是法定休假日的顺延", _check, group="E"
)
