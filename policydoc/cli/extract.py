"""`policydoc extract`."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable
from dataclasses import asdict

import click

from policydoc import pipeline
from policydoc.chinese.citations import articles_with_paragraphs, cite
from policydoc.errors import SettingsError
from policydoc.model import Fact, Policy

NAMES = {
    "threshold": "门槛", "deadline": "时限", "validity": "有效期", "frequency": "频次",
    "quota": "名额", "award": "奖补", "date": "日期", "count": "数目", "exclusion": "不得有",
    "trend": "趋势", "rank": "位次", "vague": "定性", "coverage": "覆盖", "reference": "引用",
    "term": "术语", "actor": "主体", "duty": "职责", "step": "程序", "ground": "撤销情形",
    "role": "条文作用",
}  # fmt: skip
EID = re.compile(r"\b[a-z]+_u?\d+\w*(?:__[\w~]+)*")
WIDTH = 140  # of a table that goes into a file or a pipe
SIGNS = {
    ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "=": "", "~": "≈", "between": "", "before": "不晚于",
    "from": "自", "until": "至",
}  # fmt: skip


@click.command(name="extract")
@click.argument("policy")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="类别",
    help="只列这一类，可重复：threshold（门槛）、deadline（时限）、step（程序）等，中英文均可",
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def COMMAND(policy: str, kinds: tuple[str, ...], as_json: bool) -> None:
    """提取门槛、时限、名额、程序等事实，每条附出处和原文。

    \b
    例：policydoc extract zhangye --kind 门槛
        policydoc extract 草案.docx --json
        cat 草案.txt | policydoc extract -
    """
    wanted = _wanted(kinds)
    opened = pipeline.extract(pipeline.open_policy(policy))
    listed = wanted or (NAMES.keys() if as_json else NAMES.keys() - {"role"})
    facts = [fact for fact in opened.facts if fact.kind in listed]
    if as_json:
        click.echo(_json(opened, facts))
    else:
        _print(opened, facts)


def _wanted(kinds: Iterable[str]) -> set[str]:
    by_name = {name: kind for kind, name in NAMES.items()}
    wanted = {by_name.get(kind, kind) for kind in kinds}
    if unknown := wanted - NAMES.keys():
        known = "、".join(f"{kind}（{name}）" for kind, name in NAMES.items())
        raise SettingsError(f"没有“{'、'.join(sorted(unknown))}”这一类事实；可用：{known}。")
    return wanted


def _json(policy: Policy, facts: list[Fact]) -> str:
    document = {
        "schema": "policydoc/facts@1",
        "policy": policy.identity.id,
        "facts": [asdict(fact) for fact in facts],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _print(policy: Policy, facts: list[Fact]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(f"{policy.identity.title or '标准输入'}：共 {len(facts)} 条"))
    for column in ("类别", "出处", "读作", "原文"):
        table.add_column(column, overflow="fold")
    several = articles_with_paragraphs(policy)
    for fact in facts:
        table.add_row(
            *map(
                Text,
                (
                    NAMES.get(fact.kind, fact.kind),
                    cite(fact.eid, several),
                    _reading(fact, several),
                    fact.quote,
                ),
            )
        )
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDTH)
    console.print(table)


def _reading(fact: Fact, several: Container[str]) -> str:
    """The fact in one line: what is measured, the sign, the value, the conditions."""
    if fact.unverified:
        return f"{fact.indicator}：未核实"
    words = [
        fact.condition,
        fact.window if fact.window not in fact.indicator else "",
        fact.indicator,
    ]
    if fact.value is not None:
        words.append(SIGNS.get(fact.op, fact.op) + _value(fact))
    words += [f"（{fact.trigger}）" if fact.trigger else "", fact.actor, fact.action, fact.object]
    words += [f"向{fact.recipient}" if fact.recipient else "", fact.term, _target(fact, several)]
    if fact.branch and fact.logic == "any":
        words.append(f"（任选其一之{fact.branch}）")
    if fact.soft:
        words.append("（一般）")
    return " ".join(word for word in words if word)


def _target(fact: Fact, several: Container[str]) -> str:
    """The title outside, or the place inside as a reader cites it: 第六条, 附件1."""
    return EID.sub(lambda found: cite(found[0].removesuffix("__preface"), several), fact.target)


def _value(fact: Fact) -> str:
    from policydoc.chinese.units import phrase

    if fact.kind == "exclusion":
        return "无"
    if isinstance(fact.value, str) and fact.value[:1] in "-+0123456789":
        return _dates(fact)
    shown = phrase(fact.value, fact.unit)
    return f"{fact.value} 至 {phrase(fact.upper, fact.unit)}" if fact.upper is not None else shown


def _dates(fact: Fact) -> str:
    from policydoc.chinese.dates import to_words

    first = to_words(str(fact.value))
    return f"{first}至{to_words(str(fact.upper))}" if fact.upper is not None else first
