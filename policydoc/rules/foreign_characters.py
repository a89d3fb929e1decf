"""Replacement or private-use characters, and stray pinyin: the marks of a spoiled copy.

Bad:
    甲市集群管理办法
    第一条 集群企業(yè)应当如实填报�。
Good:
    甲市集群管理办法
    第一条 集群企业应当如实填报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_matches

SPOILED = re.compile(r"[\ufffd\ue000-\uf8ff]+|[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]")
TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\ufffd\ue000-\uf8ff]")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    # The reader has already told of the bytes it could not read.
    told = any(f.rule == "reader/undecodable-bytes" for f in policy.findings)
    for provision, match in iter_matches(policy, SPOILED):
        if told and match[0] == "\ufffd":
            continue
        if TONED.search(match[0]):
            yield found(
                provision,
                match.start(),
                match.end(),
                f"乱码或者多余的注音“{match[0]}”。",
                "对照原文改正",
            )


RULE = Rule(Severity.WARNING, "文本清洁：公布的文本不得有乱码", _check, group="H")
