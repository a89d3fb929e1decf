"""`policydoc redline`."""

from __future__ import annotations

from pathlib import Path

import click

from policydoc import pipeline
from policydoc.cli._files import write_whole
from policydoc.errors import ReadError

TABLES = {".docx": "amendment", ".xlsx": "amendment-xlsx"}


@click.command(name="redline")
@click.argument("left", metavar="原稿")
@click.argument("right", metavar="修改稿")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Word 文件。")
@click.option(
    "--table", type=click.Path(path_type=Path), help="另存一份修订对照表（.docx 或 .xlsx）。"
)
def COMMAND(left: str, right: str, output: Path, table: Path | None) -> None:
    """生成带 Word 修订痕迹的文件：全部接受即修改稿，全部拒绝即原稿。

    \b
    例：policydoc redline 2023版.docx 2024版.docx -o 修订痕迹.docx
        policydoc redline 2023版.docx 2024版.docx -o 修订痕迹.docx --table 修订对照表.docx
    """
    if table is not None and table.suffix.lower() not in TABLES:
        raise ReadError(f"修订对照表只能写成 .docx 或 .xlsx，请改“{table.name}”的结尾。")
    if output.suffix.lower() != ".docx":
        raise ReadError(f"修订稿只能写成 Word 文件，请把“{output.name}”改为以 .docx 结尾。")
    compared = pipeline.redline(left, right)
    if table is not None:
        versions = pipeline.compare([pipeline.load(left), pipeline.load(right)])
        write_whole(table, pipeline.publish(versions, TABLES[table.suffix.lower()]))
        click.echo(f"已写入 {table}")
    write_whole(output, pipeline.publish(compared, "redline"))
    counts = {
        mark: sum(p.mark == mark for p in compared.paragraphs) for mark in ("insert", "delete")
    }
    revised = sum(
        p.mark == "equal" and any(c.op != "equal" for c in p.changes) for p in compared.paragraphs
    )
    click.echo(
        f"已写入 {output}：修改 {revised} 段，新增 {counts['insert']} 段，删除 {counts['delete']} 段。"
    )
    for name, policy in ((left, compared.left), (right, compared.right)):
        if policy.removed:
            click.echo(f"“{name}”有 {len(policy.removed)} 处页码、网页声明等未收入。", err=True)
