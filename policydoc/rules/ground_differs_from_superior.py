"""A ground of withdrawal that the superior does not have, or one of its grounds left out.

Superior:
    甲省集群管理办法
    第一条 有下列情形之一的，撤销其认定：
    （一）发现虚假申报或者存在违法违规行为的；
    （二）重大变动未及时报备的。
Bad:
    乙市集群管理办法
    第一条 有下列情形之一的，撤销其认定：
    （一）发现虚假申报或者存在违法违规行为的；
    （二）重大变动未及时报备的；
    （三）未参加业务培训的。
Good:
    乙市集群管理办法
    第一条 有下列情形之一的，撤销其认定：
    （一）发现虚假申报或者存在违法违规行为的；
    （二）重大变动未及时报备的。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.model import Finding, Policy, Severity
from policydoc.plugins import Context, Rule
from policydoc.rules._places import found
from policydoc.rules._superiors import Held, iter_held, told


def _check(policy: Policy, context: Context) -> Iterator[Finding]:
    for held in iter_held(context, "grounds"):
        doubt = "（上位文件只有摘编，不能断定）" if held.is_digest else ""
        if held.mine and not held.theirs:
            yield from told(
                held, f"上位文件没有这一撤销情形{doubt}。", "核对是否属于增设不利情形，说明依据"
            )
        elif held.theirs and not held.mine and not _is_unknown(held):
            quote = held.theirs[0].quote
            yield found(
                None,
                0,
                0,
                f"上位文件的撤销情形“{quote}”本文件没有。",
                "核对是否漏写",
                related=held.related,
            )


def _is_unknown(held: Held) -> bool:
    """A ground that a digest only says it does not know."""
    return held.theirs[0].unverified or "未核实" in held.theirs[0].quote


RULE = Rule(
    Severity.NOTE,
    "国办发〔2018〕37号：不得违法减损权益或者增加义务",
    _check,
    group="G",
    certain=False,
)
