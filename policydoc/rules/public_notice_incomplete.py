"""A public notice (公示) without its period, a contact, or a way to object.

Bad:
    关于拟认定集群名单的公示
    经审核，拟认定甲县产业集群等2家，现予公示。
    甲市工业和信息化局
    2026年5月18日
Good:
    关于拟认定集群名单的公示
    经审核，拟认定甲县产业集群等2家，现予公示。公示时间为2026年5月18日至5月22日。
    对公示内容有异议的，请以书面形式反映。联系电话：0936-0000001。
    甲市工业和信息化局
    2026年5月18日
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._notices import head_line
from policydoc.rules._places import whole

NEEDED = (
    ("公示时间", re.compile(r"公示(?:时间|期限?|期间)")),
    ("联系方式", re.compile(r"电话|邮箱|地址|传真|0[0-9]{2,3}[-—－ ]?[0-9]{7,8}|1[3-9][0-9]{9}")),
    ("提出异议的方式", re.compile(r"异议|意见|反映|举报")),
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    title = head_line(policy, "公示")
    if title is None:
        return
    words = printed(policy)
    missing = [name for name, pattern in NEEDED if not pattern.search(words)]
    if missing:
        yield whole(title, f"公示没有写明{'、'.join(missing)}。", "补写")


RULE = Rule(Severity.WARNING, "公示惯例：写明公示时间、异议方式和联系方式", _check, group="I")
