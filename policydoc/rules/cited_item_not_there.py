"""An item cited of another document, which that document does not have, or does not word so.

Superior:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）虚假申报的；
    （二）未按时报送年度情况的。
Bad:
    甲市工业和信息化局关于撤销甲县产业集群认定的通知
    各县区工业和信息化局：
    经核查，该集群属于《甲市集群管理办法》第一条第（三）项规定的情形，决定撤销其认定。
    甲市工业和信息化局
    2026年9月1日
Good:
    甲市工业和信息化局关于撤销甲县产业集群认定的通知
    各县区工业和信息化局：
    经核查，该集群属于《甲市集群管理办法》第一条第（一）项规定的“虚假申报的”情形，决定撤销其认定。
    甲市工业和信息化局
    2026年9月1日
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.chinese import folding
from policydoc.chinese.citations import resolve
from policydoc.model import Finding, Policy, Severity, by_eid, iter_policies, iter_within
from policydoc.plugins import Context, Rule
from policydoc.rules._forms import beside
from policydoc.rules._places import found, iter_matches

_N = r"[〇零一二三四五六七八九十百\d]{1,6}"
CITED = re.compile(
    rf"《([^《》]{{2,60}})》(?:[（(][^（）()]{{2,60}}[）)])?的?"
    rf"(第{_N}条(?:之{_N})?(?:第{_N}款)?(?:第[（(]?{_N}[）)]?项)?)"
    r"(?:所?规定的?“([^“”]{4,200})”)?"
)
SHORT = re.compile(
    r"《([^《》]{4,60})》[（(][^（）()]{0,40}以下(?:简称|统称)[：:]?《?“?([^《》“”（）()]{2,20})[”》]*[）)]"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    others = [other for other in beside(context) if other.identity.text_status != "digest"]
    if not others:
        return
    short = {_plain(m[2]): _plain(m[1]) for _, m in iter_matches(policy, SHORT)}
    for provision, match in iter_matches(policy, CITED):
        title = short.get(_plain(match[1]), _plain(match[1]))
        for other in others:
            part = next(
                (p for p in iter_policies(other) if _plain(p.identity.title) == title), None
            )
            if part is None or not any(p.num for p in iter_within(part.body)):
                continue
            eid = resolve(part, match[2])
            if eid is None:
                yield found(
                    provision, match.start(2), match.end(2),
                    f"《{match[1]}》没有{match[2]}。", "核对所引条、款、项的序号",
                )  # fmt: skip
            elif match[3] and not _says(part, eid, match[3]):
                words = by_eid(part)[eid].text
                yield found(
                    provision, match.start(3), match.end(3),
                    f"《{match[1]}》{match[2]}的原文没有这句话。", "照原文引用",
                    related=((other.identity.id, eid, words),), certain=False,
                )  # fmt: skip


def _plain(title: str) -> str:
    return folding.bare(title)


def _says(policy: Policy, eid: str, words: str) -> bool:
    """Do the cited provision or what stands under it say these words? An omission (…) is allowed."""
    cited = by_eid(policy)[eid]
    said = folding.words_only(folding.bare("".join(p.text for p in iter_within([cited]))))
    pieces = re.split("…+|\\.{3,}", words)
    return all(folding.words_only(folding.bare(piece)) in said for piece in pieces if piece.strip())


RULE = Rule(
    Severity.ERROR, "引用准确：所引其他文件的条、款、项应当存在，引文与原文一致", _check, group="I"
)
