"""Where policies/, templates/ and output/ are: the user's workspace first, then what we ship."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policydoc.chinese.characters import escaped
from policydoc.errors import ReadError, SettingsError
from policydoc.model import Identity
from policydoc.model.names import LEVELS, STATUSES

if TYPE_CHECKING:
    from policydoc.chinese.workdays import Schedule
    from policydoc.model.indicators import Catalogue, Indicator

PACKAGE = Path(__file__).resolve().parent
LIMIT_SETTINGS = 8 * 1024 * 1024


def shipped() -> Path:
    """The folder that holds the shipped policies/ and templates/: in the wheel, or the checkout."""
    inside = PACKAGE / "_workspace"
    return inside if inside.is_dir() else PACKAGE.parent


def home() -> Path | None:
    """The user's workspace: POLICYDOC_WORKSPACE, else the nearest folder made by `init`.

    A folder that holds policies/ alone is one too, but only for those who stand in it.
    """
    named = os.environ.get("POLICYDOC_WORKSPACE")
    if named:
        return Path(named)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "policies").is_dir() and (folder / "templates").is_dir():
            return folder
    return here if (here / "policies").is_dir() else None


def roots() -> tuple[Path, ...]:
    """Folders to look in, the user's own first."""
    own = home()
    return (own, shipped()) if own is not None else (shipped(),)


def iter_ids(folder: str, marker: str) -> Iterator[str]:
    """Names of the sub-folders of `folder` that hold a file `marker`, each once."""
    seen: set[str] = set()
    for root in roots():
        for path in sorted((root / folder).glob(f"*/{marker}")):
            if path.parent.name not in seen:
                seen.add(path.parent.name)
                yield path.parent.name


def find_folder(folder: str, name: str, marker: str) -> Path | None:
    """The folder of policy or template `name`, or None."""
    if "/" in name or "\\" in name or name in ("", ".", ".."):
        return None
    for root in roots():
        path = root / folder / name
        if (path / marker).is_file():
            return path
    return None


def iter_policy_files(name: str) -> Iterator[Path]:
    """Every file of that name that lies in policies/ itself, the user's own first."""
    return (path for root in roots() if (path := root / "policies" / name).is_file())


def holiday_schedules() -> dict[int, Schedule]:
    """The years of policies/holidays.toml, the user's own over what we ship.

    Raises:
        SettingsError: A file is wrong; see `policydoc.chinese.workdays.to_schedules`.
    """
    from policydoc.chinese.workdays import to_schedules

    found: dict[int, Schedule] = {}
    for path in reversed([*iter_policy_files("holidays.toml")]):
        found |= to_schedules(read_toml(path), str(path))
    return found


def read_toml(path: Path) -> dict[str, object]:
    """A TOML file as a dict.

    Raises:
        SettingsError: Not TOML, not UTF-8, too large, or not to be opened.
    """
    try:
        if path.stat().st_size > LIMIT_SETTINGS:
            raise SettingsError(
                f"设置文件过大（上限 8 MB）：{path}，请检查是否选错文件。", subject=str(path)
            )
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            f"{'打不开' if path.exists() else '找不到'}设置文件 {path}，请检查路径和权限。",
            subject=str(path),
        ) from error
    except (ValueError, RecursionError) as error:  # also numbers and nestings beyond reason
        raise SettingsError(
            f"设置文件不是合格的 TOML：{path}（{error}），请按提示的行改正。", subject=str(path)
        ) from error


@cache
def catalogue() -> Catalogue:
    """The catalogue of indicators, policies/indicators.toml.

    Raises:
        ReadError: Neither the workspace nor the package has it.
        SettingsError: An entry lacks a key or names a figure that does not exist.
    """
    for path in iter_policy_files("indicators.toml"):
        return _catalogue(path)
    raise ReadError("找不到数据文件 policies/indicators.toml，请重新安装 policydoc 或检查工作区。")


def _catalogue(path: Path) -> Catalogue:
    from policydoc.model.indicators import Catalogue, Figure

    table = read_toml(path)
    try:
        figures = {
            key: Figure(key, group, row["label"], row["unit"], row.get("note", ""))
            for group in ("series", "counts", "figures")
            for key, row in table[group].items()  # type: ignore[attr-defined]
        }
        rows = table["indicators"].items()  # type: ignore[attr-defined]
        indicators = {id_: _indicator(id_, row) for id_, row in rows}
    except (KeyError, TypeError, AttributeError) as error:
        raise SettingsError(f"指标目录 {path} 有误：缺少 {error}。", subject=str(path)) from error
    unknown = {k for i in indicators.values() for k in i.needs} - figures.keys()
    if unknown:
        names = "、".join(sorted(unknown))
        raise SettingsError(f"指标目录 {path} 有误：数据项 {names} 没有列出。", subject=str(path))
    return Catalogue(indicators, figures)


_NEEDS = ("series", "figure", "numerator", "denominator", "benchmark")


def _indicator(id_: str, row: dict[str, Any]) -> Indicator:
    from policydoc.model.indicators import Indicator

    return Indicator(
        id_,
        row["name"],
        row["unit"],
        row["direction"],
        row["kind"],
        tuple(row.get("synonyms", ())),
        tuple(tuple(group.split("|")) for group in row.get("words", ())),
        tuple(row.get("without", ())),
        (*(row[key] for key in _NEEDS if key in row), *row.get("counts", ())),
        row.get("scale", 1),
    )


LIST_KEYS = {field.name for field in fields(Identity) if field.default == ()}
TEXT_KEYS = {field.name for field in fields(Identity)} - LIST_KEYS | {"file", "sha256"}
ID = re.compile(r"[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff_-]{0,59}")
RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{k}{n}" for k in ("COM", "LPT") for n in range(10))}


def policy_settings(folder: Path) -> tuple[Path, Identity]:
    """The text file of the policy in `folder` and what policy.toml says of it.

    Raises:
        SettingsError: A key is unknown or has the wrong type; all such keys are named.
    """
    path = folder / "policy.toml"
    table = read_toml(path)
    faults = [f"{key} 不是已知的键" for key in table if key not in TEXT_KEYS | LIST_KEYS]
    faults += [
        f"{k} 应为文字" for k, v in table.items() if k in TEXT_KEYS and not isinstance(v, str)
    ]
    faults += [f"{k} 应为文字列表" for k, v in table.items() if k in LIST_KEYS and not _is_texts(v)]
    if table.get("level", "") not in {"", *LEVELS}:
        faults.append(f"level 应为 {'、'.join(LEVELS)} 之一")
    if table.get("text_status", "official") not in STATUSES:
        faults.append(f"text_status 应为 {'、'.join(STATUSES)} 之一")
    file = table.get("file")
    if not isinstance(file, str) or Path(file).name != file or not (folder / file).is_file():
        faults.append("file 应为同一文件夹中政策文本的文件名")
    if faults:
        raise SettingsError(f"{path} 有误：{'；'.join(faults)}。", subject=str(path))
    if "sha256" in table:
        _check_unchanged(folder / str(file), str(table["sha256"]), path)
    given = {k: v for k, v in table.items() if k not in ("file", "sha256")}
    for key in LIST_KEYS & given.keys():
        given[key] = tuple(given[key])  # type: ignore[arg-type]
    identity = replace(Identity(id=folder.name), **given)  # type: ignore[arg-type]
    return folder / str(file), identity


def _check_unchanged(text: Path, expected: str, settings: Path) -> None:
    with text.open("rb") as file:
        actual = hashlib.file_digest(file, "sha256").hexdigest()
    if actual != expected.lower():
        raise SettingsError(
            f"{text} 与收入时不同（校验值 sha256 不符），请换回原文件；确需更改的，"
            f"请删去 {settings.name} 中 sha256 一行。",
            subject=str(text),
        )


def new_policy_folder(name: str, *, is_named: bool = True) -> Path:
    """Where a new policy of that id goes: policies/<id>/ of the workspace; it does not exist yet.

    Args:
        name: The id.
        is_named: The user chose it; else it is the stem of a file name.

    Raises:
        ReadError: No workspace, no fit id, or one that is taken.
    """
    advice = "" if is_named else "请用 --id 指定编号，如 --id mou-city。"
    if not ID.fullmatch(name) or name.split(".")[0].upper() in RESERVED:
        raise ReadError(
            f"“{escaped(name)}”不能作编号：编号用汉字、字母、数字、- 和 _，以汉字、字母或数字开头，"
            f"不超过 60 个字。{advice}"
        )
    own = home()
    if own is None or not (own / "policies").is_dir():
        raise ReadError(
            "这里不是工作区（没有 policies/），请先运行 policydoc init 工作区，再进入该文件夹。"
        )
    place = own / "policies" / name
    if place.exists() or name.casefold() in map(str.casefold, iter_ids("policies", "policy.toml")):
        raise ReadError(f"编号 {name} 已有政策，不会覆盖，请用 --id 换一个编号。", subject=name)
    return place


def settings_of_policy(id_: str, file: str, sha256: str, given: Mapping[str, object]) -> str:
    """The policy.toml of a new policy: what its text does not say of itself."""
    lines = [
        "# 文本自己写明的（标题、机关、日期等）由程序从文本读取，这里只记文本没有写的。",
        f"id = {_toml(id_)}",
        f"file = {_toml(file)}",
        f"sha256 = {_toml(sha256)}",
        *(f"{key} = {_toml(value)}" for key, value in given.items()),
    ]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    """A text or a sequence of texts in TOML; its basic strings escape as JSON does, and DEL."""
    written = json.dumps(value, ensure_ascii=False)
    return written.replace("\x7f", "\\u007f")


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
