"""A standard that the text relies on but neither defines nor annexes.

Bad:
    甲市集群管理办法
    第一条 集群认定须满足以下条件：
    （一）产值较高；
    （二）管理规范。
    第二条 不再符合认定标准的，撤销认定。
Good:
    甲市集群管理办法
    第一条 集群认定标准由市局另行制定。
    第二条 不再符合认定标准的，撤销认定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._names import printed
from policydoc.rules._places import found, iter_matches, titles

RELIED = re.compile(
    r"(?:符合|达到|达不到|满足)(?<!规定的)((?:认定|评定|评价|评审|评选|评比|考核|申报|入库|验收|准入|入驻)(?:标准|条件|办法|细则))"
)
# 第五条规定的认定条件, 国家认定标准: said where it stands.
POINTED = re.compile(
    r"(?:第[一二三四五六七八九十百]+条|规定的?|所列|上述|前款|国家|省级?|行业)[^，。；]{0,6}$"
)
CONDITIONS = re.compile(r"(?:下列|以下|如下)[^。；：:]{0,14}条件|条件[：:]|条件(?:如下|包括)")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    uses = list(iter_matches(policy, RELIED))
    if not uses:
        return
    words = printed(policy)
    heads = "\n".join([*titles(policy), *(p.heading for p in walk(policy))])
    given = {name: _is_given(name, words, heads) for name in {match[1] for _, match in uses}}
    for provision, match in uses:
        if given[match[1]] or POINTED.search(provision.text[: match.start(1)].removesuffix("符合")):
            continue
        yield found(
            provision, match.start(1), match.end(1),
            f"依据“{match[1]}”作出判断，但全文没有规定，也没有附件。", "写明标准，或者改引已有的条件",
        )  # fmt: skip


def _is_given(name: str, words: str, heads: str) -> bool:
    """Is it a heading, an annex, a titled text, or said to be made or listed somewhere?"""
    if name in heads or (name.endswith("条件") and CONDITIONS.search(words)):
        return True
    return bool(
        re.search(
            rf"{name}(?:由|另行|如下|为[：:]|包括|是指|见附件|[（(]见附件)"
            rf"|(?:制定|发布|公布|下列|以下)[^。；]{{0,20}}{name}|《[^》《]{{0,60}}{name}",
            words,
        )
    )


RULE = Rule(Severity.WARNING, "可操作性：所依据的标准应当在文件中或者附件中可查", _check, group="A")
