from __future__ import annotations

import json

from click.testing import CliRunner

from policydoc.cli.assess import COMMAND
from policydoc.errors import ReadError


def test_the_matrix_says_what_is_met_missed_and_open() -> None:
    said = CliRunner().invoke(
        COMMAND,
        ["application", "--policy", "zhangye", "--policy", "guizhou", "--policy", "national"],
    )
    assert said.exit_code == 1
    for words in (
        "示例",
        "差25.6亿元",
        "不符合 1 项",
        "需人工判断",
        "待核实",
        "未规定数值",
        "有一定规模",
    ):
        assert words in said.output


def test_json_keeps_the_contract() -> None:
    said = CliRunner().invoke(COMMAND, ["application", "--policy", "zhangye", "--json"])
    document = json.loads(said.output)
    assert document["schema"] == "policydoc/assessment@1"
    output = next(v for v in document["verdicts"] if v["indicator_id"] == "output")
    assert output["required"] == ">= 10 亿元（近三年每年）"
    assert (output["policy"], output["eid"], output["met"]) == ("zhangye", "att_1__level_1", True)
    assert output["formula"]


def test_an_unknown_case_is_named() -> None:
    said = CliRunner().invoke(COMMAND, ["没有", "--policy", "zhangye"])
    assert isinstance(said.exception, ReadError)
