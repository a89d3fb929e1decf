"""`policydoc parse`."""

from __future__ import annotations

import click

from policydoc import pipeline


@click.command(name="parse")
@click.argument("policy")
@click.option("--format", "format_name", default="outline", help="outline、json、akn、markdown")
def COMMAND(policy: str, format_name: str) -> None:
    """把政策文本解析为条文树。

    \b
    例：policydoc parse zhangye
        policydoc parse 草案.docx --format json
    """
    click.echo(pipeline.write(pipeline.open_policy(policy), format_name), nl=False)
