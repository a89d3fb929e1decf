"""Arguments in, files out, errors as one sentence; one file a command, imported when called.

To add a command, add `cli/<name>.py` with the constant COMMAND and a line in COMMANDS. What a
command does stands in the pipeline; here are only its options, its files and what it prints.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib import import_module

import click

from policydoc import __version__
from policydoc.cli._words import Formatter, usage_fault
from policydoc.errors import PolicydocError

click.Context.formatter_class = Formatter

# In the order of the work; the command `format-check` is COMMAND of cli/format_check.py.
COMMANDS = {
    "demo": "演示：用随附的政策和示例个案，跑完全部主要工作",
    "init": "新建工作区（政策、模板、示例个案）",
    "add": "把一份公布的政策文件收入 policies/",
    "parse": "把政策文本解析为编章节条款项目",
    "extract": "提取门槛、时限、名额、程序等事实",
    "align": "两份政策的条文对应关系",
    "compare": "比较两份或多份政策，生成对照报告",
    "redline": "两个版本的 Word 修订痕迹稿",
    "check": "审查一份草案，可对照上位文件",
    "assess": "按政策的认定标准评判一个个案",
    "form": "生成供填写的 Excel 数据表",
    "generate": "生成公文（申报表、公示、规划等）",
    "template": "列出、查看、检查公文模板",
    "typeset": "把文本排成 GB/T 9704 格式的公文",
    "format-check": "检查 Word 文件是否符合 GB/T 9704 格式",
    "calendar": "工作日和期限推算",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"policydoc.cli.{cmd_name.replace('-', '_')}")
        command = module.COMMAND
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("命令"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="policydoc", message="%(prog)s %(version)s")
def cli() -> None:
    """policydoc：规范性文件的解析、比较、审查和公文生成。"""


def main() -> None:
    """Run the command line; a fault the user can mend is one sentence and exit code 2."""
    # Policies and facts are trees without cycles: looking for cycles often costs a tenth of the time.
    gc.set_threshold(50_000)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(prog_name="policydoc", standalone_mode=False)
    except PolicydocError as error:
        sys.exit(_refuse(error.message))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        sys.exit(0)
    except click.ClickException as error:
        sys.exit(_refuse(usage_fault(error, COMMANDS)))
    except (click.Abort, KeyboardInterrupt):
        sys.exit(_refuse("已中断。", 130))
    except BrokenPipeError:
        # The reader of the pipe (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


def _refuse(message: str, code: int = 2) -> int:
    click.echo(f"policydoc：{message}".replace("\n", " "), err=True)
    return code
