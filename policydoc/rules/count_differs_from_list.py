"""A number of winners in the text that is not the number of rows in the list.

Bad:
    关于认定集群名单的公示
    拟认定甲县产业集群等3家集群，名单见附件。
    | 序号 | 集群名称 |
    |---|---|
    | 1 | 甲县产业集群 |
    | 2 | 乙县产业集群 |
Good:
    关于认定集群名单的公示
    经推荐9家，拟认定甲县产业集群等2家集群，名单见附件。
    | 序号 | 集群名称 |
    |---|---|
    | 1 | 甲县产业集群 |
    | 2 | 乙县产业集群 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._notices import head_line, numbered_lists
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_matches

SAID = re.compile(
    r"(认定|确定|公布|公示|撤销|命名|评定|评选|遴选|确认|入选|推荐|通过|(?<=等))(?:[^。；，\d]{0,40}?)"
    r"(?<![第\d])(\d{1,4}|[一二三四五六七八九十百]{1,5})\s*[家个户项](?!工作日|月|方面|县|市|省|区|百分点|环节|阶段|批|自然)"
)
LIMITED = re.compile(r"不超过|不少于|不得超过|以内|以上|每|各县|各市|左右|至少|最多")
GENRES = ("公示", "通知", "通告", "公告", "决定", "函", "批复")
FORMER = ("推荐", "通过")  # what went before: 推荐80家，认定36家


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    lists = numbered_lists(policy)
    if len(lists) != 1 or not any(head_line(policy, genre) for genre in GENRES):
        return
    said = [(p, m, n) for p, m in iter_matches(policy, SAID) if (n := _number(p, m))]
    if any(number == lists[0] for _, _, number in said):
        return
    decided = [one for one in said if one[1][1] not in FORMER] or said
    for provision, match, number in decided[:1]:
        yield found(
            provision, match.start(2), match.end(2),
            f"正文写 {number} 个，名单里有 {lists[0]} 个。", "核对名单和数量",
            certain=len(said) == 1,
        )  # fmt: skip


def _number(provision: Provision, match: re.Match[str]) -> int | None:
    around = provision.text[max(match.start() - 8, 0) : match.end() + 4]
    return None if LIMITED.search(around) or LIMITED.search(match[0]) else label_number(match[2])


RULE = Rule(Severity.ERROR, "前后一致：正文的数量应与名单相同", _check, group="I")
