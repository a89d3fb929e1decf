"""The document calls itself by another name than its title's.

Bad:
    甲市集群促进实施细则
    第一条 为促进集群发展，制定本细则。
    第二条 本办法由市工业和信息化局负责解释。
Good:
    甲市集群管理办法
    第一条 为促进集群发展，制定本办法。
    第二条 本办法由市工业和信息化局负责解释。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import iter_matches, mended

GENRES = "实施细则|实施办法|实施方案|管理办法|管理规定|暂行办法|暂行规定|试行办法|细则|办法|规定|条例|规则|意见|方案|规范|导则"
# 本标准, 本指南 may be said of something else: only where the text speaks of its own rank.
OTHERS = "指南|规程|指引|守则|章程|制度|标准|通知|公告|决定|通告"
SELF = re.compile(
    rf"(?<![日基资样版文成根])本《?({GENRES}|(?:{OTHERS})(?=所称|由[^，。；]{{2,24}}解释|自[^，。；]{{2,20}}起|未规定|第[一二三四五六七八九十]+条|[。]|下发|施行|印发))》?"
)
TAIL = re.compile(rf"(?:{GENRES}|通告|公告)(?=[（(][^）)]*[）)]$|$)")
SHORT = {"实施细则": "细则", "暂行办法": "办法", "暂行规定": "规定", "管理办法": "办法",
         "管理规定": "规定", "实施办法": "办法", "试行办法": "办法", "实施方案": "方案"}  # fmt: skip


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    genre = TAIL.search(policy.operative.identity.title)
    if genre is None:
        return
    own = {genre[0], SHORT.get(genre[0], genre[0])}
    apart = _annexes_of_other_kinds(policy, genre[0])
    uses = [(p, m) for p, m in iter_matches(policy, SELF) if not p.eid.startswith(apart)]
    counts = {word: sum(m[1] == word for _, m in uses) for word in own}
    usual = "本" + max(sorted(own, key=len), key=lambda word: counts[word])
    # A notice calls itself 本通知 beside the 办法 it carries.
    notice = {"通知", "公告", "通告", "决定"}
    # A 公告 that makes a standard known says 本标准 of it.
    made_known = genre[0] in notice and set(
        re.findall(rf"({GENRES}|{OTHERS})(?:[（(][^）)]*[）)])?》", printed(policy))
    )
    for provision, match in uses:
        if made_known and match[1] in made_known:
            continue
        if match[1] in notice and provision.kind is not Kind.PARAGRAPH:
            continue
        if match[1] not in own:
            message = f"标题的文种是“{genre[0]}”，此处却自称“{match[0]}”。"
        elif match[0].strip("《》") != usual or "《" in match[0]:
            message = f"自称不统一：别处称“{usual}”，此处称“{match[0]}”。"
        else:
            continue
        yield mended(provision, match.start(), match.end(), message, usual)


def _annexes_of_other_kinds(policy: Policy, genre: str) -> tuple[str, ...]:
    """The eId prefixes of attachments that bear a name of their own: 附件 …管理规定."""
    operative = policy.operative
    return tuple(
        f"{annex.preface[0].eid.partition('__')[0]}__"
        for annex in policy.attachments
        if annex is not operative and annex.preface and annex.preface[0].eid.startswith("att_")
        and (own := TAIL.search(annex.identity.title)) and own[0] != genre
    )  # fmt: skip


RULE = Rule(Severity.ERROR, "前后一致：自称应与标题的文种相同且全文统一", _check, group="A")
