"""A validity whose calendar years are more or fewer than the years it states.

Bad:
    甲市集群管理办法
    第一条 集群有效期三年（2024年至2027年）。
Good:
    甲市集群管理办法
    第一条 集群有效期三年（2024年至2026年）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_matches

YEARS = r"([一二两三四五六七八九十]|\d{1,2})年"
STATED = re.compile(
    rf"(?:有效期|期限|规划期)(?:限)?[为是]?{YEARS}[（(，,：:]*(?:即|自|从)?(20\d{{2}})年?(?:至|到|[—–-]+)(20\d{{2}})年(?!\d*月)"
)
DAY = r"(20\d{2})年(\d{1,2})月(\d{1,2})日"
SENTENCE = re.compile(r"[^。；]+")
LIFE = re.compile(rf"有效期(?:限)?[为是]?{YEARS}")
BEGIN = re.compile(rf"[自从]{DAY}")
END = re.compile(rf"[至到]{DAY}")
LEEWAY = 31  # days: 五年 to the end of the month is five years


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, STATED):
        years = int(match[3]) - int(match[2]) + 1
        if years != label_number(match[1]):
            yield found(
                provision, match.start(), match.end(),
                f"称有效期{match[1]}年，所列年份却有 {years} 个。", "核对起止年份，或者写明起止日期",
            )  # fmt: skip
    for provision, sentence in iter_matches(policy, SENTENCE):
        if "有效期" in sentence[0]:
            yield from _dated(provision, sentence)


def _dated(provision: Provision, sentence: re.Match[str]) -> Iterator[Finding]:
    """From one day to another, and a number of years beside them."""
    life, begin, end = ([*p.finditer(sentence[0])] for p in (LIFE, BEGIN, END))
    if len(life) != 1 or len(begin) != 1 or len(end) != 1:
        return
    try:
        first, last = (date(int(m[1]), int(m[2]), int(m[3])) for m in (begin[0], end[0]))
        due = first.replace(
            year=first.year + (label_number(life[0][1]) or 0), day=min(first.day, 28)
        )
    except ValueError:
        return
    if abs((last - due).days) > LEEWAY:
        start = sentence.start() + min(m[0].start() for m in (life, begin, end))
        stop = sentence.start() + max(m[0].end() for m in (life, begin, end))
        yield found(
            provision, start, stop,
            f"起止日期与有效期{life[0][1]}年不符：自{first.year}年{first.month}月起{life[0][1]}年应到{due.year}年{due.month}月前后。",
            "核对起止日期和年数",
        )  # fmt: skip


RULE = Rule(Severity.ERROR, "前后一致：有效期年数应与起止年份相符", _check, group="E")
