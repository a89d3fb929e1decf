from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policydoc import pipeline
from policydoc.cli.add import COMMAND
from policydoc.errors import ReadError

TEXT = "某市集群管理办法\n第一条　总则。\n第二条　本办法自2026年3月1日起施行。\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "工作区" / "policies").mkdir(parents=True)
    monkeypatch.setenv("POLICYDOC_WORKSPACE", str(tmp_path / "工作区"))
    return tmp_path


def add(own: Path, *arguments: str, content: bytes = TEXT.encode("gb18030")) -> Result:
    path = own / "甲市办法.txt"
    path.write_bytes(content)
    return CliRunner().invoke(COMMAND, [str(path), *arguments])


def test_the_file_is_kept_byte_for_byte_and_found_again(own: Path) -> None:
    done = add(own, "--region", "甲市", "--level", "municipal", "--issuer", "甲市工信局")
    assert done.exit_code == 0, done.output
    place = own / "工作区" / "policies" / "甲市办法"
    kept = (place / "甲市办法.txt").read_bytes()
    assert kept == TEXT.encode("gb18030")
    settings = tomllib.loads((place / "policy.toml").read_text(encoding="utf-8"))
    assert settings["sha256"] == hashlib.sha256(kept).hexdigest()
    assert "title" not in settings
    identity = pipeline.open_policy("甲市办法").identity
    assert (identity.region, identity.issuers) == ("甲市", ("甲市工信局",))
    assert identity.title == "某市集群管理办法"
    assert "施行日期：2026-03-01（文本写明）" in done.stdout
    assert "地区：甲市（由您提供）" in done.stdout


def test_what_the_text_says_wins(own: Path) -> None:
    done = add(own, "--id", "jia", "--effective", "2020-01-01")
    assert done.exit_code == 1
    assert "以文本为准" in done.stderr
    place = own / "工作区" / "policies" / "jia" / "policy.toml"
    assert "2020" not in place.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["zhangye", "../x", "甲/乙", "."])
def test_nothing_is_overwritten_and_no_id_leads_elsewhere(own: Path, name: str) -> None:
    before = sorted(own.rglob("*"))
    done = add(own, "--id", name)
    assert isinstance(done.exception, ReadError)
    assert [p for p in sorted(own.rglob("*")) if p.name != "甲市办法.txt"] == before


def test_a_second_time_is_refused(own: Path) -> None:
    assert add(own).exit_code == 0
    assert isinstance(add(own).exception, ReadError)


def test_a_bad_file_leaves_nothing_behind(own: Path) -> None:
    assert isinstance(add(own, content=b"").exception, ReadError)
    assert not list((own / "工作区" / "policies").iterdir())
