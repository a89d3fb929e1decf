"""click's own words in Chinese: help pages and what was typed wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

import click

SECTIONS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}
HELP = {
    "Show this message and exit.": "显示本帮助。",
    "Show the version and exit.": "显示版本号。",
}


class Formatter(click.HelpFormatter):
    """A help page with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that says how a command is called."""
        plain = args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]…")
        super().write_usage(prog, plain, "用法：")

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        super().write_heading(SECTIONS.get(heading, heading))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Options and what they do."""
        said = [(name, _translated(words)) for name, words in rows]
        super().write_dl(said, col_max, col_spacing)


def _translated(words: str) -> str:
    words = HELP.get(words, words).replace("[required]", "［必填］")
    return re.sub(r"\[default: (.*?)\]", r"［默认：\1］", words)


def usage_fault(error: click.ClickException, commands: Collection[str]) -> str:
    """One Chinese sentence on what was typed wrong, with the command that shows the usage."""
    context = getattr(error, "ctx", None)
    where = context.command_path if context else "policydoc"
    return f"{_fault(error, commands)}，用法请看 {where} --help。"


def _fault(error: click.ClickException, commands: Collection[str]) -> str:
    if isinstance(error, click.MissingParameter):
        return f"缺少{_parameter(error)}"
    if isinstance(error, click.NoSuchOption):
        near = f"（是不是 {'、'.join(error.possibilities)}？）" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.BadParameter):
        return f"{_parameter(error)}的值不对{_choices(error)}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 后面缺少值"
    if isinstance(error, click.FileError):
        return f"打不开文件 {error.ui_filename}"
    return _other(error.message, commands)


def _other(message: str, commands: Collection[str]) -> str:
    if match := re.search(r"No such command '?([^'.]+)", message):
        from difflib import get_close_matches

        close = get_close_matches(match[1], commands, 1)
        return f"没有命令 {match[1]}" + (f"（是不是 {close[0]}？）" if close else "")
    if match := re.search(r"unexpected extra arguments? \((.*)\)", message):
        return f"多出参数 {match[1]}"
    return "缺少命令" if "Missing command" in message else message


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    return f"，可用：{'、'.join(map(str, kind.choices))}" if isinstance(kind, click.Choice) else ""


def _parameter(error: click.BadParameter) -> str:
    if error.param is None:
        return "参数"
    if isinstance(error.param, click.Argument) and error.ctx:
        return f"参数“{error.param.make_metavar(error.ctx)}”"
    return f"选项 {'/'.join(error.param.opts)} "
