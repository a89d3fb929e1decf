"""What the manual and the README tell people to type exists."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from policydoc.cli import COMMANDS, cli

ROOT = Path(__file__).resolve().parents[3]
PAGES = ("README.md", "docs/manual.zh.md")
CALL = re.compile(r"^(?:.*[|&] )?policydoc ([a-z-]+)(.*)$", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_and_option_named_exists(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    calls = CALL.findall(text)
    assert len(calls) > 10
    for name, rest in calls:
        assert name in COMMANDS, name
        options = _options(cli.get_command(click.Context(cli), name))
        for option in re.findall(r"(?<!\S)(--[a-z-]+)", rest):
            assert option in options, (name, option)


def _options(command: click.Command | None) -> set[str]:
    assert command is not None
    named = {option for parameter in command.params for option in parameter.opts}
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    return named.union(*(map(_options, inner))) | {"--help"}
