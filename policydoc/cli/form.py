"""`policydoc form`."""

from __future__ import annotations

from pathlib import Path

import click

from policydoc import pipeline
from policydoc.cli._files import write_whole


@click.command(name="form")
@click.argument("template", metavar="模板")
@click.option("--policy", help="政策：文件或编号；其门槛列在填写格旁边。")
@click.option("--year", type=int, help="最近一个完整年度，默认同示例。")
@click.option("--filled", is_flag=True, help="填入示例数据（标明示例）。")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Excel 文件。")
def COMMAND(
    template: str, policy: str | None, year: int | None, filled: bool, output: Path | None
) -> None:
    """生成供填写的 Excel 数据表，填好后交给 policydoc generate。

    \b
    例：policydoc form application --policy zhangye -o 申报数据.xlsx
    """
    path = output or Path("output") / f"{template}-数据表.xlsx"
    content = pipeline.fill_in_form(template, policy, year=year, filled=filled, path=path.name)
    click.echo(f"已写入 {write_whole(path, content)}")
