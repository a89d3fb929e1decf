"""A duty without a body that must do it.

Bad:
    甲市集群管理办法
    第一条 省级建立集群培育库。
Good:
    甲市集群管理办法
    第一条 市工业和信息化局建立集群培育库。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_texts

NOBODY = re.compile(
    r"(?:(?<=。)|^)((?:省级|市级|县级|国家级)(?:建立|设立|组织|制定|开展|负责)[^。]{2,40}"
    r"|将[^。，]{2,30}作为[^。]{2,40}|协调[^。]{4,40})(?=。)"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision in iter_texts(policy):
        if provision.kind is not Kind.PARAGRAPH:
            continue
        for match in NOBODY.finditer(provision.text):
            yield found(
                provision, match.start(), match.end(), "没有写明由哪个机关承担。", "写明责任机关"
            )


RULE = Rule(Severity.NOTE, "职责明确：义务应当有承担主体", _check, group="F", certain=False)
