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
from policydoc.rules._names import printed
from policydoc.rules._places import found, iter_matches

SPOILED = re.compile(r"[\ufffd\ue000-\uf8ff]+|[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]")
TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\ufffd\ue000-\uf8ff]")


# Traditional forms that no simplified text prints.
TRADITIONAL = re.compile(
    "[國學業應當發產營證關請規範條實際會員為與對時進資單據備無開辦處報審評認標準場體機構經濟電話號協議"
    "書護環稅務財費額給價險農鄉鎮區縣廳級負責權歸屬質檢驗監測達過還邊遠選擇類項圖頁風雲東車馬門問間聞]+"
)
GARBLED = re.compile(
    r"锟斤拷|烫烫烫|屯屯屯|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|#\d{2,5});|â€|Ã[\u0080-\u00ff]"
)
SOME = 0.02  # a text written in traditional characters is no copy gone wrong


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    # The reader has told already of the bytes it could not read.
    told = any(finding.rule == "reader/undecodable-bytes" for finding in policy.findings)
    for pattern in (SPOILED, GARBLED):
        for provision, match in iter_matches(policy, pattern):
            if match[0] == "\ufffd" and told:
                continue
            if pattern is GARBLED or TONED.search(match[0]):
                yield found(
                    provision,
                    match.start(),
                    match.end(),
                    f"乱码或者多余的注音“{match[0]}”。",
                    "对照原文改正",
                )
    forms = list(iter_matches(policy, TRADITIONAL))
    if sum(len(m[0]) for _, m in forms) < SOME * len(printed(policy)):
        for provision, match in forms:
            yield found(
                provision,
                match.start(),
                match.end(),
                f"简体文本中的繁体字“{match[0]}”。",
                "改为规范汉字",
            )


RULE = Rule(Severity.WARNING, "文本清洁：公布的文本不得有乱码", _check, group="H")
