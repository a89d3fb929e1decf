"""`policydoc compare`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from policydoc import pipeline
from policydoc.cli._files import write_whole
from policydoc.errors import ReadError
from policydoc.model import Comparison
from policydoc.workspace import home

SUFFIXES = {"html": ".html", "docx": ".docx", "xlsx": ".xlsx", "markdown": ".md", "json": ".json"}
# A name that ends so means a file, and one we do not write.
FOREIGN = {".pdf", ".doc", ".docm", ".wps", ".xls", ".et", ".csv", ".txt", ".htm", ".rtf", ".ofd"}
NAME = "条文对照"
# Above this number a page with every text as the lead grows too large to be sent about.
LEADS = 4


@click.command(name="compare")
@click.argument("policies", nargs=-1, metavar="主文本 其他文本…")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="文件夹或文件，默认 output/ 下的文件夹。",
)
@click.option("--format", "formats", default="", help="html,docx,xlsx,markdown,json，默认全部。")
@click.option(
    "--links", type=click.Path(path_type=Path), help="人工对应文件（TOML），优先于系统的判断。"
)
@click.option("--json", "as_json", is_flag=True, help="只在屏幕上打印 JSON。")
def COMMAND(
    policies: tuple[str, ...],
    output: Path | None,
    formats: str,
    links: Path | None,
    as_json: bool,
) -> None:
    """比较两份或多份政策，第一份为主文本，生成对照报告；文本主题不同等情形会提示，退出码为 1。

    \b
    例：policydoc compare zhangye guizhou national -o 对照
        policydoc compare 草案.docx national -o 对照.html
        policydoc compare zhangye guizhou --json
    """
    if len(policies) < 2:
        raise ReadError(
            "请给出至少两份政策，第一份为主文本，例如：policydoc compare zhangye guizhou。"
        )
    _refuse_foreign(output)
    wanted = ["json"] if as_json else _formats(formats, output)
    every_lead = "html" in wanted and len(policies) <= LEADS
    comparison = _compare(policies, links, every_lead=every_lead)
    if as_json:
        click.echo(pipeline.publish(comparison, "json"), nl=False)
    else:
        _write(comparison, wanted, output)
    doubts = [note for alignment in comparison.alignments for note in alignment.notes]
    for note in dict.fromkeys(doubts):
        click.echo(f"注意：{note}", err=True)
    sys.exit(int(bool(doubts)))


def _write(comparison: Comparison, wanted: list[str], output: Path | None) -> None:
    targets = _targets(wanted, output, comparison)
    page = targets["html"].name if "html" in targets else ""
    for format_name, path in targets.items():
        _tell(f"生成 {path.name}")
        write_whole(path, pipeline.publish(comparison, format_name, page=page))
        click.echo(f"已写入 {path}")


def _refuse_foreign(output: Path | None) -> None:
    """Say before the work that this kind of file is not written."""
    if output is not None and output.suffix.lower() in FOREIGN and not output.is_dir():
        raise ReadError(
            f"不能写成 {output.suffix} 文件：{output}，"
            f"请改用 {'、'.join(SUFFIXES.values())} 之一，或给出文件夹。"
        )


def _tell(words: str) -> None:
    """Say what is being done, on a terminal only."""
    if sys.stderr.isatty():
        click.echo(f"… {words}", err=True)


def _formats(formats: str, output: Path | None) -> list[str]:
    """The formats asked for; without any, the one the file's name ends in, else all."""
    named = list(dict.fromkeys(name.strip().lower() for name in formats.split(",") if name.strip()))
    named = ["markdown" if name == "md" else name for name in named]
    if unknown := [name for name in named if name not in SUFFIXES]:
        raise ReadError(f"不认识的格式“{'、'.join(unknown)}”，可用的格式：{'、'.join(SUFFIXES)}。")
    if named:
        return named
    return [n for n, s in SUFFIXES.items() if output and output.suffix.lower() == s] or [*SUFFIXES]


def _compare(names: tuple[str, ...], links: Path | None, *, every_lead: bool) -> Comparison:
    policies = []
    for number, name in enumerate(names, 1):
        _tell(f"读取 {name}（{number}/{len(names)}）")
        policies.append(pipeline.load(name))
    _tell("对照条文、比较事实")
    return pipeline.compare(policies, every_lead=every_lead, links=links)


def _targets(wanted: list[str], output: Path | None, comparison: Comparison) -> dict[str, Path]:
    """Where each format goes: into a folder, or beside the file that was named."""
    is_file = output is not None and output.suffix.lower() in SUFFIXES.values()
    if output is None:
        ids = (Path(policy.identity.id).name for policy in comparison.policies)
        output = (home() or Path()) / "output" / "-".join(ids)[:80]
    if not is_file or output.is_dir():
        return {name: output / f"{NAME}{SUFFIXES[name]}" for name in wanted}
    if len(wanted) == 1:
        return {wanted[0]: output}
    return {name: output.with_suffix(SUFFIXES[name]) for name in wanted}
