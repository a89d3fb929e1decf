"""The covering notice names another title than the document it carries.

Bad:
    关于印发《甲县集群管理办法》的通知
    各乡镇人民政府：
    现将《甲县集群管理办法》印发给你们，请遵照执行。
    甲县工业和信息化局
    2026年1月5日
    甲县集群管理暂行办法
    第一条 为促进集群发展，制定本办法。
    第二条 本办法自2026年2月1日起施行。
Good:
    关于印发《甲县集群管理办法》的通知
    各乡镇人民政府：
    现将《甲县集群管理办法》印发给你们，请遵照执行。
    甲县工业和信息化局
    2026年1月5日
    甲县集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 本办法自2026年2月1日起施行。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese.folding import fold
from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, titles

CARRIED = re.compile(
    r"(?:印发|将|发布|公布)《([^《》]{4,60})》(?:的通知|予以印发|印发|予以发布|公布|发布)"
    r"|《([^《》]{4,60})》(?:已|业)经?[^。《》]{2,30}[，,]现(?:予以)?(?:印发|公布|发布)"
)

NAMED = re.compile(r"《([^《》]{4,60})》")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    carried = policy.operative
    title = _plain(carried.identity.title)
    if not title or title.endswith(("通知", "公告", "通告")):
        return
    known = {_plain(name) for name in titles(policy)}
    notice = (*policy.preface, *policy.preamble)
    if carried is not policy:
        notice = tuple(p for part in (notice, policy.body) for p in part)
    for provision in notice:
        if any(_plain(name) in known for name in NAMED.findall(provision.text)):
            continue  # one notice may send several texts
        for match in CARRIED.finditer(provision.text):
            if _plain(match[1] or match[2]) not in known and match[0].count("《") == 1:
                yield found(
                    provision, match.start(1 if match[1] else 2), match.end(1 if match[1] else 2),
                    f"通知所印发的是“{match[1] or match[2]}”，文件标题却是“{carried.identity.title}”。",
                    "核对标题，改为一致",
                )  # fmt: skip


def _plain(title: str) -> str:
    return re.sub(r"\s", "", fold(title))


RULE = Rule(Severity.ERROR, "前后一致：通知所称标题应与所印发文件的标题相同", _check, group="A")
