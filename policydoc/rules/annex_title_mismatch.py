"""The annex as announced and the annex's own title differ in name or version.

Bad:
    甲市集群管理办法
    第一条 认定标准见附件。
    第二条 本办法自2026年1月1日起施行。
    附件：集群认定标准（2025年版）

    附件
    集群认定标准（试行）
    一、产值
    产值较高。
Good:
    甲市集群管理办法
    第一条 认定标准见附件。
    第二条 本办法自2026年1月1日起施行。
    附件：集群认定标准（2025年版）

    附件
    集群认定标准（2025年版）
    一、产值
    产值较高。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.folding import fold
from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, iter_matches

ANNOUNCED = re.compile(r"(?:^附件\s*\d*\s*[：:]|^\d+[.．、])\s*(?:\d+[.．、]\s*)?(.+?)\s*$")


KIND = "申请书|申报书|申请表|申报表|推荐表|汇总表|评分表|评价表|登记表|备案表|承诺书|标准|目录|清单|指标体系|流程图"
NAMED = re.compile(
    rf"([\u4e00-\u9fff]{{0,30}}(?:{KIND}))[（(](?:见|格式见|详见)?附件\s*(\d{{1,2}}|[一二三四五六七八九十])?[）)]"
)
LIKENESS = 4  # characters in common before the last, for one name spoilt


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    yield from _listed(policy)
    for provision, match in iter_matches(policy, NAMED):
        number = label_number(match[2]) if match[2] else 1
        if number is None or number > len(policy.attachments):
            continue
        annex = policy.attachments[number - 1]
        title = fold(annex.identity.title).strip()
        if re.search(rf"(?:{KIND})$", title) and _is_spoilt(fold(match[1]), title):
            yield found(
                provision, match.start(1), match.end(1),
                f"此处称附件为“{match[1]}”，附件标题却是“{title}”。", "核对名称，改为一致",
                related=((policy.identity.id, annex.preface[0].eid, title),) if annex.preface else (),
            )  # fmt: skip


def _is_spoilt(name: str, title: str) -> bool:
    """Is it the same name with another ending: 集群申报书, 集群申请书?"""
    if name in title or title in name or name[-2:] == title[-2:] == "标准":
        return False
    return name[-3 - LIKENESS : -3] == title[-3 - LIKENESS : -3] and name[-3:] != title[-3:]


def _listed(policy: Policy) -> Iterator[Finding]:
    announced = list(_announced(policy))
    if len(announced) != len(policy.attachments):
        return
    for (provision, match), annex in zip(announced, policy.attachments, strict=True):
        title = annex.identity.title
        if title and fold(match[1]).strip() != fold(title).strip():
            yield found(
                provision, match.start(1), match.end(1),
                f"附件清单写作“{match[1]}”，附件标题却是“{title}”。", "核对名称和版本，改为一致",
                related=((policy.identity.id, annex.preface[0].eid, title),) if annex.preface else (),
            )  # fmt: skip


def _announced(policy: Policy) -> Iterator[tuple[Provision, re.Match[str]]]:
    seen = False
    for provision in policy.conclusions:
        seen = seen or provision.text.lstrip().startswith("附件")
        match = ANNOUNCED.match(provision.text) if seen else None
        if match:
            yield provision, match


RULE = Rule(
    Severity.ERROR, "前后一致：附件说明应与附件标题相同（GB/T 9704—2012 7.3.7）", _check, group="A"
)
