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
from policydoc.rules._places import found

ANNOUNCED = re.compile(r"(?:^附件\s*\d*\s*[：:]|^\d+[.．、])\s*(?:\d+[.．、]\s*)?(.+?)\s*$")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
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
