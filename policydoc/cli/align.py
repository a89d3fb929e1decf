"""`policydoc align`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from policydoc import pipeline
from policydoc.chinese.citations import cite
from policydoc.model import Alignment, Pair, Policy, Relation
from policydoc.model.units import units_of

RELATIONS = {
    Relation.SAME: "相同",
    Relation.NEAR: "基本相同",
    Relation.REVISED: "有改动",
    Relation.PARTIAL: "部分对应",
    Relation.SPLIT: "一条分为多条",
    Relation.MERGED: "多条并为一条",
    Relation.LEFT_ONLY: "没有对应",
    Relation.RIGHT_ONLY: "没有对应",
}
WIDTH = 30


@click.command(name="align")
@click.argument("left", metavar="主文本")
@click.argument("right", metavar="另一文本")
@click.option(
    "--links",
    type=click.Path(path_type=Path),
    help="人工对应文件（TOML），其中的对应优先于系统的判断。",
)
@click.option("--json", "as_json", is_flag=True, help="打印 JSON。")
def COMMAND(left: str, right: str, links: Path | None, as_json: bool) -> None:
    """两份政策的条文对应关系：哪一条对应哪一条，哪些没有对应。

    \b
    例：policydoc align zhangye guizhou
        policydoc align 草案.docx national --links 对应.toml --json
    """
    policies = pipeline.load(left), pipeline.load(right)
    alignment = pipeline.align(*policies, links)
    if as_json:
        click.echo(json.dumps(to_dict(alignment), ensure_ascii=False, indent=1))
    else:
        _print(alignment, *policies)
    for note in alignment.notes:
        click.echo(f"注意：{note}", err=True)
    sys.exit(int(bool(alignment.notes)))


def to_dict(alignment: Alignment) -> dict[str, object]:
    """The document `policydoc/alignment@1` of the contract."""
    return {
        "schema": "policydoc/alignment@1",
        "left": alignment.left,
        "right": alignment.right,
        "pairs": [_pair(pair) for pair in alignment.pairs],
        "substitutions": [list(exchange) for exchange in alignment.substitutions],
        "notes": list(alignment.notes),
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "left": list(pair.left),
        "right": list(pair.right),
        "relation": pair.relation.value,
        "moved": pair.moved,
        "score": pair.score,
        "status": pair.status,
        "roles": list(pair.roles),
        "origin": pair.origin,
        "clauses": [list(clause) for clause in pair.clauses],
        "note": pair.note,
    }


def _print(alignment: Alignment, left: Policy, right: Policy) -> None:
    """A table for people; one line a pair where the output is no terminal."""
    from rich.console import Console
    from rich.table import Table

    texts = [{unit.eid: unit.text for unit in units_of(p)} for p in (left, right)]
    table = Table(show_lines=False)
    for name in (left, right):
        table.add_column(name.identity.short_title or name.identity.title or name.identity.id)
    table.add_column("关系", no_wrap=True)
    table.add_column("相似度", justify="right", no_wrap=True)
    for pair in alignment.pairs:
        table.add_row(
            _names(pair.left, texts[0]), _names(pair.right, texts[1]), _relation(pair), _score(pair)
        )
    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 120)
    console.print(table)
    if alignment.substitutions:
        legend = "；".join(f"{a} ↔ {b}" for a, b in alignment.substitutions)
        console.print(f"视为相当的名称：{legend}")


def _names(eids: tuple[str, ...], texts: dict[str, str]) -> str:
    return "\n".join(f"{cite(eid)} {_opening(texts.get(eid, ''))}" for eid in eids) or "——"


def _opening(text: str) -> str:
    first = " ".join(text.split())
    return first if len(first) <= WIDTH else first[: WIDTH - 1] + "…"


def _relation(pair: Pair) -> str:
    words = RELATIONS[pair.relation]
    words += "，位置移动" if pair.moved else ""
    words += "（供参考）" if pair.status == "suggested" else ""
    return words + ("（人工）" if pair.origin == "person" else "")


def _score(pair: Pair) -> str:
    return f"{pair.score:.2f}" if pair.left and pair.right else ""
