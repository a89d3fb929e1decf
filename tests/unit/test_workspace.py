"""What `policydoc add` writes is what a later command reads."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

from policydoc import workspace
from policydoc.errors import ReadError, SettingsError
from policydoc.workspace import new_policy_folder, policy_settings, settings_of_policy


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "policies").mkdir()
    monkeypatch.setenv("POLICYDOC_WORKSPACE", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    "name", ["..", ".", "", "../甲", "甲/乙", "甲\\乙", "-甲", "CON", "a b", "甲" * 61, "甲\n"]
)
def test_an_id_leads_nowhere_else(own: Path, name: str) -> None:
    with pytest.raises(ReadError, match="不能作编号"):
        new_policy_folder(name)


@pytest.mark.parametrize("name", ["zhangye", "ZhangYe"])
def test_an_id_that_is_taken_is_refused(own: Path, name: str) -> None:
    with pytest.raises(ReadError, match="已有政策"):
        new_policy_folder(name)


def test_outside_a_workspace_one_is_advised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLICYDOC_WORKSPACE", str(tmp_path))
    with pytest.raises(ReadError, match="policydoc init"):
        new_policy_folder("甲市")


def test_settings_are_read_back_and_a_changed_text_is_refused(own: Path) -> None:
    place = new_policy_folder("甲市")
    place.mkdir()
    (place / "甲市.txt").write_bytes(b"1")
    given = {"region": '甲"市\\\x7f', "issuers": ("甲局", "乙局")}
    digest = hashlib.sha256(b"1").hexdigest()
    settings = settings_of_policy("甲市", "甲市.txt", digest, given)
    assert tomllib.loads(settings)["region"] == given["region"]
    (place / "policy.toml").write_text(settings, encoding="utf-8")
    path, identity = policy_settings(place)
    assert path == place / "甲市.txt"
    assert (identity.region, identity.issuers) == (given["region"], ("甲局", "乙局"))
    path.write_bytes(b"2")
    with pytest.raises(SettingsError, match="与收入时不同"):
        policy_settings(place)


def test_a_folder_with_policies_alone_is_a_workspace_for_who_stands_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("POLICYDOC_WORKSPACE", raising=False)
    (tmp_path / "policies" / "甲").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert workspace.home() == tmp_path
    monkeypatch.chdir(tmp_path / "policies" / "甲")
    assert workspace.home() is None
