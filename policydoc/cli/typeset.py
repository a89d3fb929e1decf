"""`policydoc typeset`."""

from __future__ import annotations

from pathlib import Path

import click

from policydoc import pipeline
from policydoc.cli._files import write_whole


@click.command(name="typeset")
@click.argument("policy", metavar="政策")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="写入的 .docx。"
)
@click.option("--profile", default="gbt9704", metavar="方案", help="gbt9704、gbt33476 或 .toml。")
@click.option(
    "--mark", default="", help="发文机关标志，如 某市工业和信息化局文件；不给则不排版头。"
)
@click.option("--number", default="", help="发文字号；不给则用文中的。")
@click.option("--unsealed", is_flag=True, help="不加盖印章的署名格式。")
@click.option("--even", is_flag=True, help="版记落在单数面的，移到下一面（需要 LibreOffice）。")
def COMMAND(
    policy: str, output: Path, profile: str, mark: str, number: str, unsealed: bool, even: bool
) -> None:
    """把一份文本（Markdown、txt、docx）排成 GB/T 9704 格式的公文。

    \b
    例：policydoc typeset 通知.md -o 通知.docx
        policydoc typeset zhangye -o 细则.docx --profile gbt33476
        policydoc typeset 通知.txt -o 通知.docx --mark 某市某局文件 --number 某发〔2026〕1号
    """
    from policydoc.gongwen import build
    from policydoc.gongwen.evening import with_even_colophon
    from policydoc.gongwen.loose_lines import Wishes
    from policydoc.gongwen.profiles import load_profile
    from policydoc.gongwen.typesetting import document_of

    wishes = Wishes(mark, number, not unsealed)
    document = document_of(pipeline.open_policy(policy), load_profile(profile), wishes)
    content = build(document)
    if even:
        content = with_even_colophon(content, output.name)
    click.echo(f"已写入 {write_whole(output, content)}")
