"""A document number with the wrong brackets, a 第, or a leading zero.

Bad:
    甲市集群管理办法
    第一条 根据《甲条例》（甲工信发[2023]5号），制定本办法。
Good:
    甲市集群管理办法
    第一条 根据《甲条例》（甲工信发〔2023〕5号），制定本办法。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches, mended

NUMBER = re.compile(
    r"([\u4e00-\u9fff]{1,12})[〔\[［（(【]((?:19|20)\d{2})年?[〕\]］）)】](第?)(\d{1,5})号"
)
# The year with two figures, or the number inside the brackets: nothing tells the right form.
SPOILED = re.compile(
    r"[\u4e00-\u9fff]{1,12}〔\d{2}〕第?\d{1,5}号|[\u4e00-\u9fff]{1,12}(?:19|20)\d{2}〔\d{1,5}号?〕号?|[\u4e00-\u9fff]{1,12}〔\d{5,7}号"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, SPOILED):
        yield found(
            provision, match.start(), match.end(), f"发文字号“{match[0]}”写法不规范。",
            "年份用四位数字，以六角括号括入，如“〔2024〕12号”",
        )  # fmt: skip
    for provision, match in iter_matches(policy, NUMBER):
        right = f"{match[1]}〔{match[2]}〕{match[4].lstrip('0') or '0'}号"
        if match[0] != right and not (match[3] and "公告" in match[1]):
            yield mended(
                provision, match.start(), match.end(), f"发文字号“{match[0]}”写法不规范。", right
            )


RULE = Rule(
    Severity.WARNING,
    "GB/T 9704—2012 7.2.5：年份用六角括号括入，序号不加“第”、不编虚位",
    _check,
    group="H",
)
