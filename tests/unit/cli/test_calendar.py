from __future__ import annotations

import json

from click.testing import CliRunner

from policydoc.cli.calendar import COMMAND
from policydoc.errors import CalendarError


def test_a_window_is_told_with_its_convention() -> None:
    said = CliRunner().invoke(COMMAND, ["window", "2023-09-28", "5"])
    assert said.exit_code == 0
    assert "至2023年10月10日（星期二）" in said.output
    assert "计算方法：" in said.output


def test_json_is_one_document() -> None:
    said = CliRunner().invoke(COMMAND, ["due", "2026年3月2日", "15", "--json"])
    found = json.loads(said.output)
    assert (found["to"], found["schema"]) == ("2026-03-23", "policydoc/calendar@1")


def test_an_unpublished_year_is_a_fault_of_the_question() -> None:
    said = CliRunner().invoke(COMMAND, ["window", "2027-01-04", "5"])
    assert isinstance(said.exception, CalendarError)
