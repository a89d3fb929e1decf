from __future__ import annotations

import json

from click.testing import CliRunner

from policydoc.cli.extract import COMMAND
from policydoc.errors import SettingsError
from policydoc.model import walk
from policydoc.pipeline import open_policy


def test_json_keeps_the_contract_and_every_quote_stands_at_its_offsets() -> None:
    said = CliRunner().invoke(COMMAND, ["zhangye", "--json"])
    document = json.loads(said.output)
    assert (document["schema"], document["policy"]) == ("policydoc/facts@1", "zhangye")
    texts = {provision.eid: provision.text for provision in walk(open_policy("zhangye"))}
    for fact in document["facts"]:
        assert texts[fact["eid"]][fact["start"] : fact["end"]] == fact["quote"]


def test_a_kind_may_be_named_in_chinese() -> None:
    said = CliRunner().invoke(COMMAND, ["zhangye", "--kind", "有效期", "--kind", "名额"])
    assert said.exit_code == 0
    assert "本办法自印发之日起实施，有效期3年" in said.output
    assert "≈10个" in said.output
    assert "占地面积" not in said.output


def test_standard_input_is_read() -> None:
    said = CliRunner().invoke(COMMAND, ["-"], input="第一条 每年2月底前报送总结。\n".encode())
    assert "不晚于每年2月最后一日" in said.output


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    said = CliRunner().invoke(COMMAND, ["zhangye", "--kind", "没有"])
    assert isinstance(said.exception, SettingsError)
    assert "threshold（门槛）" in said.exception.message
