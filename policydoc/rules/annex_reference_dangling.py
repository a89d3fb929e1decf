"""见附件 where there is no such annex, or an annex nobody mentions.

Bad:
    甲市集群管理办法
    第一条 认定标准（见附件3）由市局制定。
    第二条 本办法自2026年1月1日起施行。

    附件1
    集群认定标准
    一、产值
    产值较高。

    附件2
    集群申报书
    一、名称
    集群名称。
Good:
    甲市集群管理办法
    第一条 认定标准（见附件1）由市局制定，申报书格式见附件2。
    第二条 本办法自2026年1月1日起施行。

    附件1
    集群认定标准
    一、产值
    产值较高。

    附件2
    集群申报书
    一、名称
    集群名称。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._notices import announced_annexes
from policydoc.rules._places import found, iter_matches

CITED = re.compile(
    r"(?:见|按照?|依照|详见|填写|参照|执行|使用|符合|[（(])(?:本办法|本细则|本规定)?附件\s*(\d{1,2}|[一二三四五六七八九十]{1,2})?"
)
# （附件第四部分） after the words of another text is a part of that text's annex.
OF_ANOTHER = re.compile(r"\s*第[一二三四五六七八九十]{1,3}(?:部分|条|项)|引言")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    # A web page keeps the annexes as files apart: those the list below the text names are there.
    count = max(len(policy.attachments), len(announced_annexes(policy)))
    for provision, match in iter_matches(policy, CITED):
        if count == 0 and OF_ANOTHER.match(provision.text, match.end()):
            continue
        number = _number(match[1])
        if count == 0 or number > count:
            there = f"正文之后只有 {count} 个附件" if count else "正文之后没有附件"
            yield found(
                provision,
                match.start(),
                match.end(),
                f"引用了“附件{match[1] or ''}”，{there}。",
                "补附件或者改引用",
            )


def _number(word: str | None) -> int:
    if not word:
        return 1
    return int(word) if word.isdigit() else "一二三四五六七八九十".find(word[-1]) + 1


RULE = Rule(Severity.ERROR, "引用准确：所引附件应当存在", _check, group="A")
