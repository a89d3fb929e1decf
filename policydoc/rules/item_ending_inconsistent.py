"""Items of one list that end in different grammatical forms or wrong marks.

Bad:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）弄虚作假的；
    （二）拒不整改的；
    （三）发生重大事故的行为。
Good:
    甲市集群管理办法
    第一条 有下列情形之一的，撤销认定：
    （一）弄虚作假的；
    （二）拒不整改的；
    （三）发生重大事故的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policydoc.model import Finding, Policy, Provision, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found, iter_lists, mended

# What stands for the rest, or names persons, is no broken form.
CATCH_ALL = re.compile(
    r"[^，。；]{0,16}其[他它]|.*(?:其[他它](?:情形|行为|事项)|[人者员]|妇女|分子|除外)[。；;]?\s*$"
)
TAIL = re.compile(r"[^，。；、,;]{1,12}[。；;.]?\s*$")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for lead, items in iter_lists(policy):
        # Whether items end in 的 tells cases from things; long items are paragraphs, not a list.
        if len(items) < 3 or any(item.children for item in items):
            continue
        cases = [item for item in items if _is_case(item)]
        others = [item for item in items if not _is_case(item)]
        if re.search(r"情形|之一的|行为|问题", lead.text[-40:]):
            others = [item for item in others if not CATCH_ALL.match(item.text)]
            if len(others) == 1 and len(cases) >= 2:
                yield from _at_tail(
                    others[0], "同一列项中其余各项以“的”结尾，此项不同。", "改为以“的”结尾"
                )
        elif re.search(r"条件|要求", lead.text[-40:]) and len(cases) == 1 and len(others) >= 3:
            yield from _at_tail(
                cases[0], "同一列项中其余各项不以“的”结尾，此项不同。", "删去句末的“的”"
            )
        yield from _marks(items)


def _at_tail(item: Provision, message: str, suggestion: str) -> Iterator[Finding]:
    match = TAIL.search(item.text)
    if match:
        yield found(item, match.start(), match.end(), message, suggestion)


def _marks(items: Sequence[Provision]) -> Iterator[Finding]:
    """One item that ends in another mark than all before the last; a list closed with ；."""
    marks = [item.text.rstrip()[-1:] for item in items]
    if any("。" in item.text.rstrip()[:-1] for item in items):
        return
    odd = [n for n, mark in enumerate(marks[:-1]) if mark not in "；;"]
    if len(odd) == 1 and len(items) >= 3 and marks[odd[0]] and marks[odd[0]] in "。，,、":
        yield from _mark(items[odd[0]], "；")
    if not odd and marks[-1] in ("；", ";", "，", "、") and not items[-1].wrap_up:
        yield from _mark(items[-1], "。")


def _mark(item: Provision, right: str) -> Iterator[Finding]:
    end = len(item.text.rstrip())
    start = max(0, end - 3)
    message = f"此项以“{item.text[end - 1]}”结尾，与其余各项不一致。"
    if right == "。":
        message = f"最后一项以“{item.text[end - 1]}”结尾，列项没有收尾。"
    yield mended(item, start, end, message, item.text[start : end - 1] + right)


def _is_case(item: Provision) -> bool:
    """…的, also where a sentence on the whole list runs on behind it: …的。被撤销的，…"""
    if "的。" in item.text:
        return True
    words = item.text.rstrip("；;。.，, 　")
    return words.endswith("的") and not words.endswith("目的")


RULE = Rule(Severity.NOTE, "立法技术规范：同一列项的各项结构应当一致", _check, group="B")
