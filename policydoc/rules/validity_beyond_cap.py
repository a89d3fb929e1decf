"""A document valid for longer than the usual cap.

The cap differs by province; it is a setting (`validity_years`, 5 by default).

Bad:
    甲市集群管理办法
    第一条 本办法自2026年1月1日起施行，有效期10年。
Good:
    甲市集群管理办法
    第一条 本办法自2026年1月1日起施行，有效期5年。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_matches

VALID = re.compile(
    r"起(?:施行|实施|执行)[^。]{0,6}有效期[为是]?(\d{1,2}|[一二三四五六七八九十]{1,3})年"
)


# 自…起施行，有效期至…: more than the cap lies between the two days.
DAYS = re.compile(
    r"自(20\d{2})年(\d{1,2})月\d{1,2}日起(?:施行|实施|执行)[^。]{0,4}有效期(?:限)?(?:截?至|到)(20\d{2})年(\d{1,2})月\d{1,2}日"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    cap = context.settings.get("validity_years", 5)
    if not isinstance(cap, int):
        return
    for provision, match in iter_matches(policy, VALID):
        years = label_number(match[1])
        if years is not None and years > cap:
            yield found(
                provision, match.start(1), match.end(1) + 1,
                f"有效期 {years} 年，超过通常的上限 {cap} 年（以本地规定为准）。", f"{cap}年",
            )  # fmt: skip
    for provision, match in iter_matches(policy, DAYS):
        months = 12 * (int(match[3]) - int(match[1])) + int(match[4]) - int(match[2])
        if months > 12 * cap:
            place = match[0].rfind("有效期") + match.start()
            yield found(
                provision, place, match.end(),
                f"施行日到失效日超过 {cap} 年，超过通常的上限（以本地规定为准）。", f"有效期不超过{cap}年",
            )  # fmt: skip


RULE = Rule(
    Severity.WARNING, "各地行政规范性文件管理办法：有效期一般不超过5年（上海26号令、陕西216号等，本地上限可设置）",
    _check, group="E", certain=False,
)  # fmt: skip
