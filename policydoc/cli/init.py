"""`policydoc init`."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from policydoc import workspace
from policydoc.errors import ReadError

FOLDERS = ("policies", "templates")
SAMPLE = Path("templates/application")


@click.command(name="init")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
def COMMAND(folder: Path) -> None:
    """新建工作区：复制政策、模板和示例个案，放在自己的文件夹里修改使用。

    \b
    例：policydoc init 我的工作区
        cd 我的工作区
        policydoc compare zhangye guizhou national
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ReadError(f"{folder} 已存在且不是空文件夹，请换一个名称。", subject=str(folder))
    _make(folder)
    click.echo(f"工作区已建好：{folder}")
    click.echo("  policies/   政策文本，每份一个文件夹；用 policydoc add 收入新的政策")
    click.echo("  templates/  公文模板，可用 Word 或 WPS 修改")
    click.echo(f"  {SAMPLE}/   示例个案（example.toml、example.xlsx），照样填写自己的数据")
    click.echo("  output/     生成的文件")
    click.echo("在该文件夹内运行 policydoc，即使用其中的政策和模板。")


def _make(folder: Path) -> None:
    """Copy what we ship beside the place first, so that a half workspace is never seen."""
    draft = folder.with_name(f".{folder.name}.新建")
    try:
        if draft.exists():
            shutil.rmtree(draft)
        for name in FOLDERS:
            shutil.copytree(workspace.shipped() / name, draft / name)
        (draft / "output").mkdir()
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    except OSError as error:
        shutil.rmtree(draft, ignore_errors=True)
        reason = error.strerror or type(error).__name__
        raise ReadError(f"无法建立工作区 {folder}（{reason}），请检查路径和权限。") from error
