"""Quotation marks, title marks or brackets that open and never close, or the reverse.

Bad:
    甲市集群管理办法
    第一条 根据《甲条例，制定本办法。
Good:
    甲市集群管理办法
    第一条 根据《甲条例》，制定本办法。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from policydoc.model import Finding, Kind, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_texts

PAIRS = {"《": "》", "“": "”", "（": "）", "(": ")", "〔": "〕", "【": "】", "〈": "〉"}
SAME = {"(": "（", ")": "）"}
HEAD = {Kind.TITLE, Kind.NOTE, Kind.PREAMBLE}
TITLE_LINE = 40
CLOSING = {SAME.get(close, close) for close in PAIRS.values()}


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    # The lines of a title are set apart, and one mark of a pair may stand on each.
    lines = [p for p in iter_texts(policy) if p.kind in HEAD and len(p.text) < TITLE_LINE]
    unpaired = {p.eid: list(_unpaired(p)) for p in lines}
    joined = {
        left.eid: right.eid
        for left, right in pairwise(lines)
        if len(unpaired[left.eid]) == len(unpaired[right.eid]) == 1
        and PAIRS.get(unpaired[left.eid][0].quote) == unpaired[right.eid][0].quote
    }
    paired = {*joined, *joined.values()}
    for provision in iter_texts(policy):
        if provision.eid not in paired:
            yield from _unpaired(provision)


def _unpaired(provision: Provision) -> Iterator[Finding]:
    opened: list[tuple[str, int]] = []
    for place, char in enumerate(provision.text):
        mark = SAME.get(char, char)
        if char in PAIRS:
            opened.append((mark, place))
        elif mark in CLOSING:
            if opened and PAIRS[opened[-1][0]] == mark:
                opened.pop()
            elif not _is_list_label(provision.text, place):
                yield found(
                    provision, place, place + 1, f"“{char}”没有与之配对的前半。", "补全或者删去"
                )
    for mark, place in opened:
        yield found(provision, place, place + 1, f"“{mark}”没有与之配对的后半。", "补全或者删去")


def _is_list_label(text: str, place: int) -> bool:
    """A bracket that closes a label such as 1) or a）, which nothing opens."""
    return (
        place > 0
        and text[place - 1].isascii()
        and text[place - 1].isalnum()
        and text[place] in ")）"
    )


RULE = Rule(Severity.WARNING, "GB/T 15834—2011：括号、引号、书名号应成对使用", _check, group="H")
