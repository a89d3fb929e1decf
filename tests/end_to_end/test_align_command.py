"""`policydoc align` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from policydoc.cli import cli

KEYS = {"left", "right", "relation", "moved", "score", "status", "roles"}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["align", *arguments])


def test_the_json_is_that_of_the_contract() -> None:
    result = run("zhangye", "guizhou", "--json")
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert document["schema"] == "policydoc/alignment@1"
    assert all(pair.keys() >= KEYS for pair in document["pairs"])
    moved = next(pair for pair in document["pairs"] if pair["left"] == ["art_8"] and pair["right"])
    assert (moved["right"], moved["moved"], moved["status"]) == (["art_9"], True, "certain")


def test_the_table_names_provisions_as_a_reader_does() -> None:
    result = run("zhangye", "guizhou")
    assert result.exit_code == 0
    for words in (
        "第六条第（二）项",
        "没有对应",
        "供参考",
        "市工业和信息化局 ↔ 贵州省工业和信息化厅",
    ):
        assert words in result.stdout


def test_a_persons_links_are_used(tmp_path: Path) -> None:
    links = tmp_path / "对应.toml"
    links.write_text('[[link]]\nleft = ["第十条"]\nright = ["第八条"]\n', encoding="utf-8")
    result = run("zhangye", "guizhou", "--links", str(links), "--json")
    pairs = json.loads(result.stdout)["pairs"]
    assert any(p["left"] == ["art_10"] and p["origin"] == "person" for p in pairs)


def test_strangers_are_a_finding(tmp_path: Path) -> None:
    text = tmp_path / "采砂.txt"
    text.write_text(
        "河道采砂规定\n第一条 河道采砂实行许可。\n第二条 禁止夜间采砂。\n", encoding="utf-8"
    )
    result = run("zhangye", str(text))
    assert result.exit_code == 1
    assert "主题不同" in result.stderr
