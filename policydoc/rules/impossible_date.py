"""A date that does not exist or stops before its 日.

Bad:
    甲市集群管理办法
    第一条 本办法自2026年2月30日起施行。
Good:
    甲市集群管理办法
    第一条 本办法自2026年2月28日起施行。
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_facts, iter_matches

DATE = re.compile(r"(?<!\d)(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})(日|(?![\d日号]))")


# 4月30前: the 日 is missing.
FOLLOWS = re.compile("[之]?前|以前|起|止|至|后")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, DATE):
        year, month, day = int(match[1] or 2024), int(match[2]), int(match[3])
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
            message = f"“{match[0]}”不是真实的日期。"
        elif not match[4] and (match[1] or FOLLOWS.match(provision.text, match.end())):
            message = f"日期“{match[0]}”缺“日”。"
        else:
            continue
        yield found(provision, match.start(), match.end(), message, "核对日期")
    seen = {(p.eid, m.start()) for p, m in iter_matches(policy, DATE)}
    for provision, fact in iter_facts(policy):
        if fact.basis_note.startswith("没有这一天") and not any(
            eid == fact.eid and fact.start <= start < fact.end for eid, start in seen
        ):
            yield found(
                provision, fact.start, fact.end, f"“{fact.quote}”不是真实的日期。", "核对日期"
            )


RULE = Rule(Severity.ERROR, "表述准确：日期应当真实、完整", _check, group="D")
