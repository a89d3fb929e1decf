"""A public notice (公示) without its period, a contact, a way to object, or the list it speaks of.

Bad:
    关于拟认定集群名单的公示
    经审核，拟认定甲县产业集群等2家，现予公示。公示期间如有异议，请反映。
    甲市工业和信息化局
    2026年5月18日
Good:
    关于拟认定集群名单的公示
    经审核，拟认定甲县产业集群和乙县产业集群，现予公示。公示时间为2026年5月18日至5月22日。
    对公示内容有异议的，请以书面形式反映。联系电话：0936-0000001。
    甲市工业和信息化局
    2026年5月18日
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policydoc.model import Finding, Policy, Severity, own_words, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._notices import announced_annexes, head_line, numbered_lists
from policydoc.rules._places import whole

_NUMBER = r"[\d０-９一二三四五六七八九十]{1,3}"
_DAY = rf"{_NUMBER}\s*月\s*{_NUMBER}\s*日"
PERIOD = re.compile(
    rf"公示[^。；]{{0,24}}?(?:{_DAY}|{_NUMBER}\s*个?\s*(?:工作日|自然日|日|天))"
    rf"|{_DAY}[^。；]{{0,30}}公示|公示[^。；]{{0,12}}(?:截止|截至|起止)"
)
CONTACT = re.compile(
    r"电话|邮箱|地址|传真|联系方式|信箱|邮寄|0[0-9]{2,3}[-—－ ]?[0-9]{7,8}|1[3-9][0-9]{9}"
)
OBJECTION = re.compile(
    r"异议|举报|投诉|反映|(?<!审查)(?<!评审)(?<!初审)(?<!指导)(?<!实施)(?<!专家)意见"
)
LISTED = re.compile(r"等\s*[\d一二三四五六七八九十]{1,4}\s*[家个户]|名单")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    title = head_line(policy, "公示")
    if title is None:
        return
    words = "\n".join(p.heading + own_words(p) + p.wrap_up for p in walk(policy))
    needed = (("公示时间", PERIOD), ("联系方式", CONTACT), ("提出异议的方式", OBJECTION))
    missing = [name for name, pattern in needed if not pattern.search(words)]
    body = "".join(p.text for p in walk(policy) if p is not title)
    if LISTED.search(body) and not (
        policy.attachments or announced_annexes(policy) or numbered_lists(policy)
    ):
        # Names may stand line by line without numbers.
        yield replace(whole(title, "公示没有附名单。", "附名单，并在附件说明中列出"), certain=False)
    if missing:
        yield whole(title, f"公示没有写明{'、'.join(missing)}。", "补写")


RULE = Rule(
    Severity.WARNING, "公示惯例：写明公示时间、异议方式、联系方式，附名单", _check, group="I"
)
