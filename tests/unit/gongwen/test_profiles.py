"""A unit's own profile: read whole, or every fault named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from policydoc.errors import SettingsError
from policydoc.gongwen import GBT9704, PROFILES, build
from policydoc.gongwen.checker import check_format
from policydoc.gongwen.profiles import load_profile
from tests.unit.gongwen._samples import notice

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


DEPARTURES = {
    "title-size": 24.0,
    "title-face": "黑体",
    "level-1-face": "楷体",
    "level-2-face": "黑体",
    "body-face": "宋体",
    "page-number-side": "center",
    "page-number-size": 12.0,
    "colophon-size": 12.0,
    "annex-title-size": 20.0,
}


def test_what_a_unit_departs_in_is_built_and_judged_alike() -> None:
    faces = ("level-3-face", "level-4-face", "colophon-face")
    departures = {**DEPARTURES, **dict.fromkeys(faces, "宋体")}
    profile = replace(GBT9704, departures=departures)
    content = build(notice(profile))
    assert check_format(content, profile) == ()
    expected = {f"gongwen/{name}" for name in departures} - {"gongwen/page-number-side"}
    found = {finding.rule for finding in check_format(content, GBT9704)}
    assert expected <= found | {"gongwen/colophon-size"}
    assert "gongwen/page-number-side" in found
