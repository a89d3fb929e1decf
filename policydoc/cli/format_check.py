"""`policydoc format-check`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policydoc.cli._files import write_whole
from policydoc.model import Finding, Severity

if TYPE_CHECKING:
    from policydoc.gongwen.inspection import Inspection


@click.command(name="format-check")
@click.argument("file", metavar="文件.docx", type=click.Path(path_type=Path))
@click.option("--profile", metavar="方案", help="gbt9704、gbt33476 或单位的 .toml；默认取相近者。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@click.option("--annotate", type=click.Path(path_type=Path), help="另存一份带批注的 Word 文件。")
@click.option("--render", is_flag=True, help="用 LibreOffice 排版后再核对版面（需已安装）。")
def COMMAND(
    file: Path, profile: str | None, as_json: bool, annotate: Path | None, render: bool
) -> None:
    """检查 Word 文件是否符合 GB/T 9704-2012；有错误或提醒时退出码为 1。

    \b
    例：policydoc format-check 通知.docx
        policydoc format-check 通知.docx --annotate 通知（批注）.docx
        policydoc format-check 通知.docx --render --json
    """
    from policydoc.gongwen import listing
    from policydoc.gongwen.annotating import annotate as annotated
    from policydoc.gongwen.checker import findings_of
    from policydoc.gongwen.inspection import inspect
    from policydoc.gongwen.profiles import load_profile
    from policydoc.readers import content_of

    content = content_of(file)
    chosen = load_profile(profile) if profile else None
    inspection = inspect(content, chosen, str(file))
    findings = findings_of(inspection)
    if render:
        findings = (*findings, *_rendered(content, file, inspection))
    show = listing.as_json if as_json else listing.as_text
    click.echo(show(file.name, inspection.profile, findings), nl=False)
    if annotate is not None:
        place = write_whole(annotate, annotated(content, chosen, str(file)))
        click.echo(f"带批注的副本：{place}", err=True)
    sys.exit(int(any(f.severity is not Severity.NOTE for f in findings)))


def _rendered(content: bytes, file: Path, inspection: Inspection) -> tuple[Finding, ...]:
    from policydoc.gongwen.page_check import check_pages
    from policydoc.gongwen.rendering import render_pdf

    rendered = render_pdf(content, str(file))
    for asked, drawn in rendered.substituted.items():
        click.echo(f"字体 {asked} 未安装，用 {drawn} 代替：只核对版面，不核对字形。", err=True)
    return check_pages(rendered.pdf, inspection)
