"""A unit's own profile: read whole, or every fault named."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydoc.errors import SettingsError
from policydoc.gongwen import GBT9704, PROFILES
from policydoc.gongwen.profiles import load_profile

OWN = """
name = "示例市"
base = "gbt33476"
reason = "市办公室统一规定"
skip = ["weight"]
[page]
line = 28.95
left = 27.5
[faces]
"仿宋" = "仿宋"
[departures]
title-size = 24.0
page-number-side = "center"
"""


def test_the_two_profiles_have_names() -> None:
    assert load_profile("gbt9704") is GBT9704
    assert load_profile("gbt33476") is PROFILES["gbt33476"]


def test_departures_replace_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    profile = load_profile(str(path))
    assert (profile.line, profile.left, profile.top) == (579, 27.5, 34.58)
    assert profile.faces["仿宋"] == "仿宋"
    assert profile.faces["黑体"] == "黑体"
    assert profile.value("title-size") == 24.0
    assert profile.value("body-size") == 16.0
    assert profile.skipped == {"weight"}


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        'base = "x"\nodd = 1\nskip = ["nothing"]\n[page]\nline = "a"\nwide = 1\n'
        '[faces]\n"圆体" = "x"\n[departures]\ntitle-size = "大"\nunknown = 1\n',
        encoding="utf-8",
    )
    with pytest.raises(SettingsError) as raised:
        load_profile(str(path))
    for word in (
        "odd",
        "base",
        "nothing",
        "page.line",
        "page.wide",
        "圆体",
        "title-size",
        "unknown",
    ):
        assert word in raised.value.message


def test_a_name_that_is_neither_is_refused() -> None:
    with pytest.raises(SettingsError, match="gbt9704"):
        load_profile("没有这个")
