"""A superior rule cited by a short body name, or without its number.

Bad:
    甲市集群管理办法
    第一条 根据省工信厅《甲省集群管理办法》，制定本办法。
Good:
    甲市集群管理办法
    第一条 根据《甲省集群管理办法》（甲工信发〔2023〕1号），制定本办法。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import is_statute, printed
from policydoc.rules._places import found, iter_matches

BASIS = re.compile(
    r"(?:根据|依据|按照)[^。《]{0,24}?((?:省|市|县|自治区)?(?:工信|经信|发改|人社|住建|财政)(?:厅|局|委))?"
    r"(《[^》]{4,60}(?:办法|细则|规定|通知|意见|方案)》)(?![（(])"
)


# 《预算法》: a law of the state has 中华人民共和国 in its name.
LAW = re.compile(r"《((?!中华人民共和国)[\u4e00-\u9fff]{2,14}(?<!办)法)》")


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, BASIS):
        body = f"制定机关用了简称“{match[1]}”，" if match[1] else ""
        yield found(
            provision, match.start(1) if match[1] else match.start(2), match.end(2),
            f"引用的依据{body}没有写发文字号。", f"{match[2]}（发文字号）",
        )  # fmt: skip
    if is_statute(policy):
        return
    words = printed(policy)
    for provision, match in iter_matches(policy, LAW):
        if f"中华人民共和国{match[1]}" not in words:
            yield found(
                provision, match.start(), match.end(),
                f"引用法律没有写全称“《中华人民共和国{match[1]}》”。", f"《中华人民共和国{match[1]}》",
            )  # fmt: skip


RULE = Rule(
    Severity.NOTE, "立法技术惯例：首次引用文件写全称和发文字号", _check, group="C", certain=False
)
