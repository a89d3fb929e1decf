"""`policydoc parse`: one text, or every text of a folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from policydoc import locating, pipeline
from policydoc.cli._doubts import is_doubtful, print_doubts
from policydoc.cli._files import write_whole
from policydoc.errors import ReadError
from policydoc.model import Kind, Policy, walk

SUFFIXES = {"outline": ".txt", "json": ".json", "akn": ".xml", "markdown": ".md"}


@click.command(name="parse")
@click.argument("policy", metavar="政策")
@click.option(
    "--format", "format_name", type=click.Choice(list(SUFFIXES)), default="outline",
    help="outline（条文树）、json、akn（Akoma Ntoso）、markdown。",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="写入文件（政策是文件夹时写入文件夹）。"
)
def COMMAND(policy: str, format_name: str, output: Path | None) -> None:
    """把政策文本解析为编、章、节、条、款、项、目。

    政策是文件、policies/ 下的编号、文件夹（逐个解析）或 -（标准输入）。有错误或警告时退出码为 1。

    \b
    例：policydoc parse zhangye
        policydoc parse 草案.docx --format json -o 草案.json
        policydoc parse 文件夹 --format markdown -o 结果
    """
    if _is_folder(policy):
        sys.exit(_parse_folder(Path(policy), format_name, output))
    opened = pipeline.open_policy(policy)
    content = pipeline.write(opened, format_name)
    if output is None:
        click.echo(content, nl=False)
    else:
        _keep_original(policy, output)
        click.echo(f"已写入 {write_whole(output, content)}", err=True)
    if format_name != "outline" or output is not None:
        print_doubts(opened.findings)
    sys.exit(int(is_doubtful(opened.findings)))


def _is_folder(name: str) -> bool:
    """Is it a folder of texts, not the name or the folder of one policy?"""
    if name == "-" or locating.is_policy(name):
        return False
    return Path(name).is_dir()


def _keep_original(policy: str, output: Path) -> None:
    if output.exists() and Path(policy).exists() and output.samefile(policy):
        raise ReadError(f"-o 指定的就是原文件：{output}，请换一个文件名。", subject=str(output))


# A folder


def _parse_folder(folder: Path, format_name: str, output: Path | None) -> int:
    """Parse each file; print the table, or with json the documents; the exit code."""
    rows: list[tuple[str, str, str, str]] = []
    doubtful = False
    as_json = format_name == "json" and output is None
    for number, opened in enumerate(_with_progress(folder)):
        if opened.policy is not None:
            doubtful |= is_doubtful(opened.policy.findings)
        if as_json:
            click.echo(('{"schema": "policydoc/folder@1", "files": [\n' if not number else ",\n") + _record(opened), nl=False)  # fmt: skip
        elif opened.policy is not None and output is not None:
            _write(output, opened.name, opened.policy, format_name)
        rows.append(_row(opened))
        if opened.fault:
            click.echo(f"未读取：{opened.fault}", err=True)
    if as_json:
        click.echo("\n]}")
    else:
        _print(rows, folder)
    unread = sum(1 for _, kind, *_ in rows if not kind)
    click.echo(f"共 {len(rows)} 个，已读 {len(rows) - unread} 个，未读 {unread} 个。", err=True)
    if unread == len(rows):
        return 2
    return int(doubtful or unread > 0)


def _with_progress(folder: Path) -> Iterator[pipeline.Opened]:
    """Each file, with a count on standard error where that is a terminal."""
    is_shown = sys.stderr.isatty()
    for number, (total, opened) in enumerate(pipeline.open_folder(folder), start=1):
        if is_shown:
            end = "\n" if number == total else ""
            click.echo(f"\r\x1b[K读取 {number}/{total}", err=True, nl=False)
            click.echo(end, err=True, nl=False)
        yield opened


def _row(opened: pipeline.Opened) -> tuple[str, str, str, str]:
    policy = opened.policy
    if policy is None:
        return opened.name, "", "", "未读取"
    doubts = sum(1 for finding in policy.findings if is_doubtful((finding,)))
    return opened.name, opened.kind, str(_articles(policy)), str(doubts)


def _articles(policy: Policy) -> int:
    return sum(1 for provision in walk(policy) if provision.kind is Kind.ARTICLE)


def _record(opened: pipeline.Opened) -> str:
    """One file as a JSON object: its name, its type, and its policy or why there is none."""
    record: dict[str, object] = {"file": opened.name, "type": opened.kind, "fault": opened.fault}
    record["articles"] = 0 if opened.policy is None else _articles(opened.policy)
    policy = "null"
    if opened.policy is not None:
        policy = pipeline.write(opened.policy, "json").decode("utf-8")
    return json.dumps(record, ensure_ascii=False)[:-1] + f', "policy": {policy}}}'


def _write(output: Path, name: str, policy: Policy, format_name: str) -> None:
    """Write beside the same folders: 通知/甲.docx becomes 通知/甲.docx.json."""
    place = output / f"{name}{SUFFIXES[format_name]}"
    write_whole(place, pipeline.write(policy, format_name))


def _print(rows: list[tuple[str, str, str, str]], folder: Path) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{folder} 中的文件")
    for head, is_right in (("文件", False), ("类型", False), ("条数", True), ("存疑", True)):
        table.add_column(head, overflow="fold", justify="right" if is_right else "left")
    for row in rows:
        table.add_row(*row)
    width = None if sys.stdout.isatty() else 120
    Console(highlight=False, markup=False, width=width).print(table)
