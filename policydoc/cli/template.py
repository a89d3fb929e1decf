"""`policydoc template list / show / check`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from policydoc.cli._files import write_whole
from policydoc.errors import ReadError

FROM = {"policy": "政策", "case": "个案数据", "form": "本表专用", "computed": "计算得出"}


@click.group(name="template")
def COMMAND() -> None:
    """列出、查看、检查公文模板。"""


@COMMAND.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="打印 JSON。")
def list_forms(as_json: bool) -> None:
    """列出全部模板。"""
    from policydoc.generation.fields import form_names, open_form

    forms = sorted((open_form(name) for name in form_names()), key=lambda form: form.order)
    if as_json:
        rows = [
            {"name": f.name, "title": f.title, "genre": f.genre, "purpose": f.purpose}
            for f in forms
        ]
        click.echo(
            json.dumps({"schema": "policydoc/templates@1", "templates": rows}, ensure_ascii=False)
        )
        return
    width = max((len(form.name) for form in forms), default=0)
    for form in forms:
        click.echo(f"{form.name:<{width}}  {form.title}。{form.purpose}")


@COMMAND.command(name="show")
@click.argument("name", metavar="模板")
@click.option("--json", "as_json", is_flag=True, help="打印 JSON。")
def show(name: str, as_json: bool) -> None:
    """一个模板的全部字段：名称、含义、来源、是否必填。

    \b
    例：policydoc template show public-notice
    """
    from policydoc.generation.fields import open_form

    form = open_form(name)
    if as_json:
        rows = [
            {
                "name": f.name, "label": f.label, "kind": f.kind, "unit": f.unit,
                "required": f.required, "example": f.example, "from": f.source,
            }
            for f in (*form.fields, *form.inputs)
        ]  # fmt: skip
        table = {
            "schema": "policydoc/template@1",
            "name": form.name,
            "title": form.title,
            "fields": rows,
        }
        click.echo(json.dumps(table, ensure_ascii=False))
        return
    click.echo(f"{form.title}（{form.name}）：{form.purpose}")
    click.echo(f"文件：{form.folder / 'template.docx'}")
    for source, heading in FROM.items():
        fields = [field for field in (*form.fields, *form.inputs) if field.source == source]
        if fields:
            click.echo(f"\n{heading}：")
        for field in fields:
            example = f"，例：{field.example}" if field.example else ""
            click.echo(
                f"  {field.name}  {field.label}{'' if field.required else '（可无）'}{example}"
            )


@COMMAND.command(name="check")
@click.argument("file", type=click.Path(path_type=Path), metavar="模板文件")
@click.option("--json", "as_json", is_flag=True, help="打印 JSON。")
@click.option("--annotate", type=click.Path(path_type=Path), help="把问题作为批注写进一份副本。")
def check(file: Path, as_json: bool, annotate: Path | None) -> None:
    """检查一个 Word 文件能否用作模板：一次列出全部问题和位置。

    \b
    例：policydoc template check 我的模板.docx
        policydoc template check 我的模板.docx --annotate 我的模板（批注）.docx
    """
    from policydoc.generation.annotation import annotated
    from policydoc.generation.validation import faults

    try:
        content = file.read_bytes()
    except OSError as error:
        raise ReadError(
            f"打不开模板 {file}（{error.strerror}），请检查路径。", subject=str(file)
        ) from error
    found = faults(content, file.name)
    if annotate is not None:
        write_whole(annotate, annotated(content, found))
    if as_json:
        rows = [
            {
                "rule": f.rule, "severity": f.severity, "part": f.part, "paragraph": f.paragraph,
                "table": f.table, "row": f.row, "cell": f.cell, "place": f.place,
                "quote": f.quote, "message": f.message, "suggestion": f.suggestion,
            }
            for f in found
        ]  # fmt: skip
        click.echo(
            json.dumps(
                {"schema": "policydoc/findings@1", "template": str(file), "findings": rows},
                ensure_ascii=False,
            )
        )
        sys.exit(1 if found else 0)
    for fault in found:
        click.echo(f"{fault.place}：{fault.message}")
        click.echo(f"    原文：{fault.quote}")
        if fault.suggestion:
            click.echo(f"    改法：{fault.suggestion}")
    click.echo(f"共 {len(found)} 处问题。" if found else "没有发现问题，可以用作模板。")
    if annotate is not None:
        click.echo(f"已写入 {annotate}")
    sys.exit(1 if found else 0)
