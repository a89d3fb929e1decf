"""A space between two Chinese characters.

Bad:
    甲市集群管理办法
    第一条 集群产 值应当如实填报。
Good:
    甲市集群管理办法
    第一条 集群产值应当如实填报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Kind, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

GAP = re.compile(r"(?<=[\u4e00-\u9fff])[ \u00a0\t]+(?=[\u4e00-\u9fff])")
LOOSE = {Kind.TITLE, Kind.CONCLUSIONS, Kind.PREAMBLE, Kind.NOTE, Kind.TABLE}


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, GAP):
        if provision.kind not in LOOSE:
            start, end = max(match.start() - 1, 0), match.end() + 1
            words = provision.text[start:end]
            yield found(provision, start, end, f"“{words}”中有空格。", words[0] + words[-1])


RULE = Rule(Severity.NOTE, "文本清洁：汉字之间不加空格", _check, group="H")
