"""An enumeration that changes its style: 一是 … 二、, 首先 … 二是, 第一， … 其次.

Bad:
    甲市集群管理办法
    第一条 做好两项工作：一是摸清底数，二、建立台账。
Bad:
    甲市集群管理办法
    第一条 做好三项工作：首先摸清底数；二是建立台账；三是定期调度。
Bad:
    关于做好集群工作的通知
    各县区工业和信息化局：
    一是摸清底数。
    二、建立台账。
Good:
    甲市集群管理办法
    第一条 做好两项工作：一是摸清底数，二是建立台账。
Good:
    甲市集群管理办法
    第一条 工作分三步：第一，摸清底数；第二，建立台账，一是信息准确，二是更新及时。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from policydoc.model import Finding, Kind, Policy, Provision, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._numbers import label_number
from policydoc.rules._places import found, whole

STEP = re.compile(
    r"(?:(?<=[。；;，,：:])|^)\s?(?:(?P<shi>[一二三四五六七八九])是(?=[\u4e00-\u9fff])"
    r"|(?P<yao>[一二三四五六七八九])要(?=[\u4e00-\u9fff])"
    r"|第(?P<di>[一二三四五六七八九])[，,](?![一二三四五六七八九十])"
    r"|(?P<dun>[一二三四五六七八九])、(?=[\u4e00-\u9fff]{2})(?![一二三四五六七八九十])"
    r"|(?P<xian>首先|其次|再次)[，,]?)"
)
LISTED = (Kind.SUBPARAGRAPH, Kind.POINT, Kind.LEVEL)
SPOKEN = {"首先": 1, "其次": 2, "再次": 3}
STYLES = {"shi": "一是", "yao": "一要", "di": "第一，", "dun": "一、", "xian": "首先"}


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    before: tuple[Provision, re.Match[str]] | None = None
    for provision in walk(policy):
        steps = list(STEP.finditer(provision.text))
        if before is not None and not steps:
            yield from _broken_off(*before, provision)
        for one, other in pairwise(steps):
            if one.lastgroup != other.lastgroup and _number(other) == _number(one) + 1 and _has_no_own_first(steps, other):  # fmt: skip
                start = other.end() - len(other[0].strip())
                yield found(
                    provision, start, other.end(),
                    f"前面用“{one[0].strip()}”，此处用“{other[0].strip()}”，列举方式不一。",
                    f"统一为“{STYLES[str(one.lastgroup)]}……”的形式",
                )  # fmt: skip
                break
        before = (provision, steps[-1]) if steps else None


def _number(step: re.Match[str]) -> int:
    word = step[str(step.lastgroup)]
    return SPOKEN.get(word) or label_number(word) or 0


def _has_no_own_first(steps: list[re.Match[str]], step: re.Match[str]) -> bool:
    """Is there no 第一 of that style before, of which 第二 is the next?"""
    return not any(
        s.lastgroup == step.lastgroup and s.start() < step.start() and _number(s) < _number(step)
        for s in steps
    )


def _broken_off(before: Provision, step: re.Match[str], provision: Provision) -> Iterator[Finding]:
    """一是… at the head of a paragraph, and the next one is labelled 二、."""
    opens = step.start() == 0 and step.lastgroup in ("shi", "yao", "di", "xian")
    if opens and provision.kind in LISTED and label_number(provision.num) == _number(step) + 1:
        yield whole(
            provision,
            f"前面用“{step[0].strip()}”，此处用“{provision.num}”，列举方式不一。",
            f"统一为“{STYLES[str(step.lastgroup)]}……”的形式",
        )


RULE = Rule(Severity.NOTE, "前后一致：同一列举用同一形式", _check, group="H", certain=False)
