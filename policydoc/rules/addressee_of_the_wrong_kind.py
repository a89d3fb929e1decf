"""A 通知 that is sent to nobody, or a 公示 or 通告 that is sent to somebody.

Bad:
    关于组织申报集群的通知
    现就有关事项通知如下，请认真组织。
    一、申报条件
    符合认定标准。
Good:
    关于组织申报集群的通知
    各县区工业和信息化局：
    现就有关事项通知如下，请认真组织。
    一、申报条件
    符合认定标准。
Bad:
    关于公布集群名单的通告
    各县区工业和信息化局：
    现将认定的集群予以通告。
Good:
    关于公布集群名单的通告
    现将认定的集群予以通告。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Provision, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._notices import head_line
from policydoc.rules._places import whole

RUN_ON = re.compile(r"(?:^|号)各[^。；]{2,120}[：:](?=\S)")
ADDRESSEE = re.compile(r"^[^。；]{2,160}[：:]\s*$")
BODIES = re.compile(
    r"(?:局|厅|委|办|部|院|会|署|府|社|校|单位|公司|企业|部门|机构|中心|集群|同志)(?:[（(][^（）()]{1,20}[）)])?\s*[：:]\s*$"
)
ASKING = re.compile(r"^(?:受理|监督|联系|咨询|举报|报送|承办|主管|申报|填报|推荐|附)")
PUBLIC = ("公示", "通告", "公告")
NEAR = 10


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    if (title := head_line(policy, "通知")) is not None:
        lines = [
            p for p in list(walk(policy))[:NEAR] if p.kind not in (Kind.LEVEL, Kind.CONCLUSIONS)
        ]
        run_on = any(RUN_ON.search(p.text) for p in lines)
        if not run_on and not any(ADDRESSEE.match(p.text) and "如下" not in p.text for p in lines):
            yield whole(title, "通知没有主送机关。", "标题之下写主送机关，以全角冒号结尾")
    for genre in PUBLIC:
        title = head_line(policy, genre)
        addressee = _addressee(policy, title) if title is not None else None
        if addressee is not None:
            yield whole(addressee, f"{genre}面向社会，不写主送机关。", "删去")


def _addressee(policy: Policy, title: Provision) -> Provision | None:
    """The bodies addressed, between the title and the first sentence."""
    lines = list(walk(policy))
    for provision in lines[lines.index(title) + 1 :][:NEAR]:
        if "。" in provision.text or provision.kind is Kind.LEVEL:
            return None
        if BODIES.search(provision.text) and not ASKING.match(provision.text.strip()):
            return provision
    return None


RULE = Rule(
    Severity.WARNING,
    "党政机关公文处理惯例：通知有主送机关，公示、通告没有",
    _check,
    group="I",
    certain=False,
)
