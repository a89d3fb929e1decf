"""`policydoc template list / show / check`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydoc.cli._files import write_whole

if TYPE_CHECKING:
    from policydoc.generation.fields import Form
    from policydoc.generation.validation import Fault

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
        _print_json("templates", templates=rows)
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
        _print_json("template", name=form.name, title=form.title, fields=rows)
    else:
        _print_fields(form)


def _print_fields(form: Form) -> None:
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
    from policydoc.readers import content_of

    content = content_of(file)
    found = faults(content, file.name)
    if annotate is not None:
        write_whole(annotate, annotated(content, found))
    if as_json:
        _print_json("findings", template=str(file), findings=[_record(fault) for fault in found])
    else:
        _print_faults(found)
        if annotate is not None:
            click.echo(f"已写入 {annotate}")
    sys.exit(1 if found else 0)


def _record(fault: Fault) -> dict[str, object]:
    return {
        "rule": fault.rule, "severity": fault.severity, "part": fault.part,
        "paragraph": fault.paragraph, "table": fault.table, "row": fault.row, "cell": fault.cell,
        "place": fault.place, "quote": fault.quote, "message": fault.message,
        "suggestion": fault.suggestion,
    }  # fmt: skip


def _print_faults(found: Sequence[Fault]) -> None:
    for fault in found:
        click.echo(f"{fault.place}：{fault.message}")
        click.echo(f"    原文：{fault.quote}")
        if fault.suggestion:
            click.echo(f"    改法：{fault.suggestion}")
    click.echo(f"共 {len(found)} 处问题。" if found else "没有发现问题，可以用作模板。")


def _print_json(schema: str, **content: object) -> None:
    document = {"schema": f"policydoc/{schema}@1", **content}
    click.echo(json.dumps(document, ensure_ascii=False))
