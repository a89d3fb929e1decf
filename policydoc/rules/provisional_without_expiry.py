"""A 暂行 or 试行 document without an end, or with one beyond the cap.

The cap differs by province; it is a setting (`provisional_years`, 2 by default).

Bad:
    甲市集群管理暂行办法
    第一条 为促进集群发展，制定本办法。
    第二条 本办法自2026年1月1日起施行。
Good:
    甲市集群管理暂行办法
    第一条 为促进集群发展，制定本办法。
    第二条 本办法自2026年1月1日起施行，有效期2年。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import found, iter_matches

EFFECT = re.compile(r"本[\u4e00-\u9fff]{2,6}自[^。；，,]{2,20}起(?:施行|实施|执行)")
EXPIRY = re.compile(r"有效期|有效至|施行期|试行期|至\d{4}年\d{1,2}月\d{1,2}日(?:止|废止|失效)")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    title = policy.operative.identity.title
    if "暂行" not in title and "试行" not in title:
        return
    last = [(p, m) for p, m in iter_matches(policy.operative, EFFECT)][-1:]
    words = printed(policy)
    if any(EXPIRY.search(words, words.find(match[0])) for _, match in last):
        return
    years = context.settings.get("provisional_years", 2)
    for provision, match in last:
        yield found(
            provision, match.start(), match.end(),
            f"标题含“{'暂行' if '暂行' in title else '试行'}”，却没有规定有效期（不少地方规定不超过 {years} 年，以本地规定为准）。",
            f"写明有效期，如“有效期{years}年”",
        )  # fmt: skip


RULE = Rule(
    Severity.WARNING, "各地行政规范性文件管理办法：暂行、试行的有效期一般不超过2年（上海26号令等，本地上限可设置）",
    _check, group="E", certain=False,
)  # fmt: skip
