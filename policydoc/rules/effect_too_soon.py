"""A document that takes effect fewer days after its publication than is usual, with no reason.

How many days is a local norm; it is a setting (`days_before_effect`, 30 by default).

Bad:
    甲市集群管理办法
    第一条 本办法自印发之日起施行。
Bad:
    # issued = 2026-03-05
    甲市集群管理办法
    第一条 本办法自2026年3月10日起施行。
Good:
    # issued = 2026-03-05
    甲市集群管理办法
    第一条 本办法自2026年5月1日起施行。
Good:
    甲市疫情防控物资管理办法
    第一条 为应对突发公共卫生事件，不立即施行将有碍防控工作，本办法自印发之日起施行。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from policydoc.model import Finding, Policy, Severity, has_articles
from policydoc.plugins import Context, Rule
from policydoc.rules._names import is_statute
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_matches

EFFECT = re.compile(
    r"自(?:(?P<event>印发|公布|发布|公告|颁布|下发)之日起?(?:满?(?P<days>\d{1,3}|[一二三四五六七八九十]{1,3})日(?:之?后)?)?"
    r"|(?P<y>20\d{2})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日起)(?:正式)?(?:施行|实施|执行|生效)"
)
REASON = re.compile(r"不立即施行|有碍|国家安全|突发|应急|应对|紧急|抢险|疫情|汛")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    least = context.settings.get("days_before_effect", 30)
    title = policy.operative.identity.title
    if not isinstance(least, int) or is_statute(policy) or REASON.search(title):
        return
    issued = policy.identity.issued or policy.operative.identity.issued
    for provision, match in iter_matches(policy.operative, EFFECT):
        if match[0].endswith("生效") and not has_articles(policy.operative):
            return  # a decision on one case, no rule
        days = _days(match, issued)
        if days is not None and 0 <= days < least and not REASON.search(provision.text):
            event = match["event"] or "成文"
            said = f"{event}当日即施行" if days == 0 else f"{event}后 {days} 日即施行"
            yield found(
                provision, match.start(), match.end(),
                f"{said}，少于 {least} 日（以本地规定为准），也没有说明理由。",
                f"改为{event}之日起 {least} 日后的某日，或者说明需要立即施行的理由",
            )  # fmt: skip
        return


def _days(match: re.Match[str], issued: str | None) -> int | None:
    if not match["y"]:
        return label_number(match["days"]) if match["days"] else 0
    try:
        effect = date(int(match["y"]), int(match["m"]), int(match["d"]))
        return (effect - date.fromisoformat(issued)).days if issued else None
    except ValueError:
        return None


RULE = Rule(
    Severity.NOTE, "各地行政规范性文件管理办法：一般自公布之日起30日后施行（以本地规定为准，天数可设置）",
    _check, group="E", certain=False,
)  # fmt: skip
