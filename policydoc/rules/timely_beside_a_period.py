"""及时 in a sanction where another provision sets a period for the same act.

Bad:
    甲市集群管理办法
    第一条 集群发生重大变更的，应当在变更完成后15个工作日内报备。
    第二条 重大变更未及时报备的，撤销认定。
Good:
    甲市集群管理办法
    第一条 集群发生重大变更的，应当在变更完成后15个工作日内报备。
    第二条 重大变更未在第一条规定的期限内报备的，撤销认定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches, iter_texts

TIMELY = re.compile(
    r"([\u4e00-\u9fff、]{0,24})(?:未(?:能|按要求|按规定|按照规定)?|没有|不)及时([\u4e00-\u9fff]{0,4}?)(报送|上报|报备|备案|报告|更新报备|申报|申请|提交)([\u4e00-\u9fff]{0,16})"
)
PERIOD = re.compile(
    r"[\d一二三四五六七八九十]+(?:个)?(?:工作日|日|月|天)(?:内|之内)|每年[^。；，]{1,10}(?:前|底前)"
)
ACT = {
    "上报": "上报|报送|报告",
    "报备": "报备|备案|报告|报",
    "更新报备": "报备|备案|报告|报",
    "备案": "备案|报备|报",
}


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, TIMELY):
        matter = _nouns(match[1] + match[4])
        duty = _duty(policy, provision, match[3], matter)
        if duty is not None:
            where, period = duty
            yield found(
                provision, match.start(0) + len(match[1]), match.end(3),
                f"此处只说“及时”，另一条已规定期限“{period}”。", "写明“未在第×条规定的期限内……”",
                related=((policy.identity.id, where.eid, period),),
            )  # fmt: skip


def _nouns(words: str) -> set[str]:
    """Pairs of characters of the matter, to recognise it elsewhere."""
    return {words[i : i + 2] for i in range(len(words) - 1)} - {"集群", "发生", "的，", "情况"}


def _duty(
    policy: Policy, sanction: Provision, act: str, matter: set[str]
) -> tuple[Provision, str] | None:
    """The provision that sets a period for that act on the most alike matter."""
    best: tuple[int, Provision, str] | None = None
    for provision in iter_texts(policy):
        period = PERIOD.search(provision.text)
        if provision.eid == sanction.eid or period is None:
            continue
        if not re.search(ACT.get(act, act), provision.text):
            continue
        common = len(matter & _nouns(provision.text))
        if common >= 2 and (best is None or common > best[0]):
            best = (common, provision, period[0])
    return best[1:] if best else None


RULE = Rule(Severity.WARNING, "前后一致：处理措施中的期限应与义务条款的期限相同", _check, group="E")
