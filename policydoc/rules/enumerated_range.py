"""Three or more consecutive articles written one by one instead of as a range.

Statutes of the National People's Congress do write them out, so there it is a hint.

Bad:
    甲市集群管理办法
    第一条 依照本办法第六条、第七条、第八条办理。
Good:
    甲市集群管理办法
    第一条 依照本办法第六条至第八条办理。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._names import is_statute
from policydoc.rules._numbers import label_number
from policydoc.rules._places import iter_matches, mended

ONE = r"第[一二三四五六七八九十百]{1,6}条"
SERIES = re.compile(
    rf"{ONE}(?:[、和及]{ONE}){{2,30}}(?!第)|第[一二三四五六七八九十百]{{1,6}}(?:[、和及][一二三四五六七八九十百]{{1,6}}){{2,30}}条"
)


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for provision, match in iter_matches(policy, SERIES):
        cited = re.findall(ONE, match[0])
        if len(cited) < 3:
            cited = [f"第{n}条" for n in re.findall(r"[一二三四五六七八九十百]+", match[0])]
        numbers = [label_number(num) or 0 for num in cited]
        if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            yield mended(
                provision,
                match.start(),
                match.end(),
                "连续三条以上逐条列举。",
                f"{cited[0]}至{cited[-1]}",
                certain=not is_statute(policy),
            )


RULE = Rule(Severity.NOTE, "立法技术惯例：连续引用三条以上写作“第×条至第×条”", _check, group="C")
