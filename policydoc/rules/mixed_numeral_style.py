"""One kind of period written now in Chinese, now in Arabic numerals.

Bad:
    甲市集群管理办法
    第一条 集群有效期为三年。
    第二条 本办法自2026年1月1日起施行，有效期3年。
Bad:
    甲市集群管理办法
    第一条 名单公示五个工作日；对异议应当在15个工作日内核查。
Good:
    甲市集群管理办法
    第一条 集群有效期为三年。
    第二条 本办法自2026年1月1日起施行，有效期三年。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

HAN = "[一二三四五六七八九十]+"
KINDS = (
    (rf"有效期[为是]?{HAN}年", r"有效期[为是]?\d{1,2}年"),
    (rf"(?<![一二三四五六七八九十]){HAN}个工作日", r"(?<!\d)\d+个工作日"),
    (rf"近{HAN}年", r"近\d+年"),
)
PATTERNS = [(re.compile(han), re.compile(arabic)) for han, arabic in KINDS]
MOST = 3


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for han, figures in PATTERNS:
        chinese, arabic = list(iter_matches(policy, han)), list(iter_matches(policy, figures))
        if not chinese or not arabic:
            continue
        rare, usual = (chinese, arabic) if len(chinese) <= len(arabic) else (arabic, chinese)
        for provision, match in rare[:MOST]:
            other = usual[0]
            yield found(
                provision, match.start(), match.end(),
                f"同类数量数字写法不一：此处“{match[0]}”，别处“{other[1][0]}”。", "统一用一种数字",
                related=((policy.identity.id, other[0].eid, other[1][0]),),
            )  # fmt: skip


RULE = Rule(Severity.WARNING, "GB/T 15835—2011：同类数字形式应当一致", _check, group="D")
