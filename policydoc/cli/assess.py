"""`policydoc assess`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

import click

from policydoc import pipeline
from policydoc.chinese.citations import articles_with_paragraphs, cite
from policydoc.chinese.punctuation import quoted_within
from policydoc.model import Case, Policy, Verdict

ASCII = str.maketrans({"≥": ">=", "≤": "<=", "＞": ">", "＜": "<"})
Judged = list[tuple[Policy, tuple[Verdict, ...]]]


@click.command(name="assess")
@click.argument("case", metavar="个案")
@click.option(
    "--policy",
    "policies",
    multiple=True,
    required=True,
    metavar="政策",
    help="政策编号或文件，可重复",
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def COMMAND(case: str, policies: tuple[str, ...], as_json: bool) -> None:
    """按政策的认定标准逐条评判一个个案。

    个案是 .toml、.json、.xlsx 文件，或带示例的模板名（如 application）。有不符合的标准时退出码为 1。

    \b
    例：policydoc assess application --policy zhangye --policy national
        policydoc assess 申报数据.xlsx --policy zhangye --json
    """
    opened = pipeline.open_case(case)
    judged = [(p, pipeline.assess(p, opened)) for p in map(pipeline.load, policies)]
    if as_json:
        click.echo(_json(opened, judged))
    else:
        _print(opened, judged)
    if any(verdict.met is False for _, verdicts in judged for verdict in verdicts):
        sys.exit(1)


def _json(case: Case, judged: Judged) -> str:
    document = {
        "schema": "policydoc/assessment@1",
        "case": case.name,
        "example": case.example,
        "verdicts": [_record(asdict(v)) for _, verdicts in judged for v in verdicts],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _record(verdict: dict[str, object]) -> dict[str, object]:
    branches = verdict["branches"]
    assert isinstance(branches, tuple | list)
    verdict["required"] = str(verdict["required"]).translate(ASCII)
    verdict["branches"] = [_record(branch) for branch in branches]
    return verdict


def _print(case: Case, judged: Judged) -> None:
    from rich.console import Console

    wide = Console()
    console = wide if wide.is_terminal else Console(width=160)
    console.print(
        f"个案：{case.name}{'（示例，数据为虚构）' if case.example else ''}", markup=False
    )
    console.print(_matrix(judged))
    for policy, verdicts in judged:
        for line in _lines(policy, verdicts):
            console.print(line, markup=False, highlight=False, soft_wrap=True)


def _matrix(judged: Judged) -> object:
    """Measured criteria in rows, policies in columns."""
    from rich.table import Table
    from rich.text import Text

    table = Table(title="可以计量的标准")
    for head in ("标准", "个案", *(_name(policy) for policy, _ in judged)):
        table.add_column(Text(head), overflow="fold")
    rows: dict[str, list[Verdict | None]] = {}
    aliases: dict[str, str] = {}
    for column, (_, verdicts) in enumerate(judged):
        for verdict in verdicts:
            if not verdict.qualitative:
                rows.setdefault(_key(verdict), [None] * len(judged))[column] = verdict
                for one in (verdict, *verdict.branches):
                    aliases.setdefault(one.indicator_id, _key(verdict))
    # What a policy asks without a number stands in the row of what others put a number on.
    for column, (_, verdicts) in enumerate(judged):
        for verdict in verdicts:
            key = aliases.get(verdict.indicator_id) if verdict.indicator_id else None
            if verdict.qualitative and key and rows[key][column] is None:
                rows[key][column] = verdict
    for cells in rows.values():
        first = next(cell for cell in cells if cell is not None)
        actual = next((c.actual for c in cells if c is not None and c.actual), "未填")
        table.add_row(*(Text(words) for words in (first.criterion, actual, *map(_cell, cells))))
    return table


def _name(policy: Policy) -> str:
    identity = policy.identity
    return identity.short_title or identity.region or identity.title or identity.id


def _key(verdict: Verdict) -> str:
    """What makes criteria of several policies one row."""
    if verdict.branches:
        return f"any:{verdict.branches[-1].indicator_id or verdict.criterion}"
    if verdict.required.startswith("不得有") and verdict.evidence:
        return verdict.evidence
    return verdict.indicator_id or verdict.criterion


def _cell(verdict: Verdict | None) -> str:
    if verdict is None:
        return "未规定数值"
    if not verdict.applies:
        return "不适用"
    if verdict.qualitative:
        return f"需人工判断：“{_words(verdict)}”"
    told = f"（{verdict.gap}）" if verdict.gap else ""
    asked = "" if verdict.required.startswith("不得有") else f" {verdict.required}"
    return f"{_word(verdict)}{told}{asked}"


def _words(verdict: Verdict) -> str:
    """The exact words; the cells of a table parted by a colon."""
    return quoted_within(verdict.quote.replace("\t", "："))


def _word(verdict: Verdict) -> str:
    if verdict.met is None:
        return "待核实"
    return "符合" if verdict.met else "不符合"


def _lines(policy: Policy, verdicts: Sequence[Verdict]) -> list[str]:
    """What a clerk needs beside the table: what is missed, what is open, what a person judges."""
    if not verdicts:
        return ["", f"【{_name(policy)}】没有识别出认定标准，无从评判"]
    several = articles_with_paragraphs(policy)
    unmet = [v for v in verdicts if v.met is False]
    unknown = [v for v in verdicts if v.met is None and not v.qualitative]
    person = [v for v in verdicts if v.met is None and v.qualitative]
    met = [v for v in verdicts if v.met is True and v.applies]
    moot = [v for v in verdicts if not v.applies]
    lines = [
        "",
        f"【{_name(policy)}】符合 {len(met)} 项，不符合 {len(unmet)} 项，待核实 {len(unknown)} 项，"
        f"不适用 {len(moot)} 项，需人工判断 {len(person)} 项",
    ]
    for title, group in (("不符合", unmet), ("待核实", unknown)):
        for v in group:
            place = cite(v.eid, several)
            lines.append(f"  {title}：{v.criterion}，要求 {v.required}，个案 {v.actual or '未填'}{'，' + v.gap if v.gap else ''}")  # fmt: skip
            lines.append(f"    依据 {place}（{v.eid}）：“{_words(v)}”")
            if v.formula:
                lines.append(f"    算法 {v.formula}；数据 {v.evidence}")
            if v.note:
                lines.append(f"    说明 {v.note}")
    lines += [f"  提示：{v.criterion}：{v.note}" for v in met if "结论取决于" in v.note]
    lines += [f"  需人工判断：{cite(v.eid, several)}：“{_words(v)}”" for v in person]
    return lines
