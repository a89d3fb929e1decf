"""Profiles by name, and a unit's own profile: a TOML file that lists its departures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from policydoc.errors import SettingsError
from policydoc.gongwen.standard import PROFILES, STANDARD, Profile
from policydoc.workspace import read_toml

_LENGTHS = ("top", "bottom", "left", "right", "footer")
_POINTS = ("line", "spacing")
_KEYS = {"name", "base", "reason", "skip", "page", "faces", "departures"}


def load_profile(name: str) -> Profile:
    """gbt9704, gbt33476, or the path of a unit's TOML file.

    Raises:
        SettingsError: Neither, or the file has faults; all of them are named.
    """
    if name in PROFILES:
        return PROFILES[name]
    path = Path(name)
    if not path.is_file():
        known = "、".join(PROFILES)
        raise SettingsError(
            f"没有名为“{name}”的格式方案，可用：{known}，或一个 .toml 文件的路径。", subject=name
        )
    table = read_toml(path)
    faults = _faults(table)
    if faults:
        raise SettingsError(f"格式方案 {path} 有误：{'；'.join(faults)}。", subject=str(path))
    return _profile(table, path.stem)


def _faults(table: dict[str, object]) -> list[str]:
    faults = [f"{key} 不是已知的键" for key in table if key not in _KEYS]
    if table.get("base", "gbt9704") not in PROFILES:
        faults.append(f"base 应为 {'、'.join(PROFILES)} 之一")
    for key in ("name", "reason"):
        if not isinstance(table.get(key, ""), str):
            faults.append(f"{key} 应为文字")
    faults += _page_faults(_table(table, "page", faults))
    for name, face in _table(table, "faces", faults).items():
        if name not in PROFILES["gbt9704"].faces or not isinstance(face, str):
            faults.append(f"faces.{name} 应为字体类别（仿宋、楷体…）和字体名")
    for name, value in _table(table, "departures", faults).items():
        if name not in STANDARD:
            faults.append(f"departures.{name} 不是已知的格式要求")
        elif isinstance(STANDARD[name].value, str) != isinstance(value, str):
            faults.append(f"departures.{name} 的值应与“{STANDARD[name].value}”同类")
    skip = table.get("skip", [])
    if not isinstance(skip, list):
        faults.append("skip 应为列表")
    else:
        faults += [f"skip 中的 {name} 不是已知的格式要求" for name in skip if name not in STANDARD]
    return faults


def _table(table: dict[str, object], key: str, faults: list[str]) -> dict[str, object]:
    value = table.get(key, {})
    if isinstance(value, dict):
        return value
    faults.append(f"{key} 应为一个表")
    return {}


def _page_faults(page: dict[str, object]) -> list[str]:
    faults = []
    for key, value in page.items():
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if key not in (*_LENGTHS, *_POINTS):
            faults.append(f"page.{key} 不是已知的键")
        elif not number or not -10 <= float(str(value)) <= 100:
            faults.append(f"page.{key} 应为数字（{'磅' if key in _POINTS else '毫米'}）")
    return faults


def _profile(table: dict[str, object], stem: str) -> Profile:
    base = PROFILES[str(table.get("base", "gbt9704"))]
    page, faces, departures = (table.get(key, {}) for key in ("page", "faces", "departures"))
    assert isinstance(page, dict)
    assert isinstance(faces, dict)
    assert isinstance(departures, dict)
    given = {key: float(page[key]) for key in _LENGTHS if key in page}
    # A line is rounded down to whole twips, so that the lines never exceed the type area.
    points = {key: int(float(page[key]) * 20) for key in _POINTS if key in page}
    skip = table.get("skip", [])
    assert isinstance(skip, list)
    return replace(
        base,
        name=str(table.get("name", stem)),
        label=str(table.get("name", stem)),
        faces={**base.faces, **faces},
        departures=dict(departures),
        skipped=frozenset(map(str, skip)),
        reason=str(table.get("reason", "")),
        **given,  # type: ignore[arg-type]
        **points,
    )
