"""Case files: TOML, JSON or Excel → Case, with every fault named at once and by its place.

A figure that cannot be true (a part larger than the whole, a share over 100 %, 30 February) is
refused, never passed on: a verdict built on it would carry somebody's seal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from policydoc.assessment.soundness import Reading, check_figures
from policydoc.errors import SettingsError
from policydoc.model import Case, Series
from policydoc.workspace import catalogue, read_toml

UNKNOWN = {"", "未核实", "未填", "未知", "不详", "待核实", "暂缺", "—", "-", "/"}
YES, NO = {"是", "true"}, {"否", "false"}
SECTIONS = {
    "name", "example", "base", "profile", "series", "counts", "figures", "aspects", "people",
    "plan", "results", "extra",
}  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1978, 2100
LARGEST = 1e15
LIMIT_FILE = 16 * 1024 * 1024
SHOWN = 12  # faults spelled out; more are counted

Tree = dict[str, object]


def read_case(
    path: Path,
    find_base: Callable[[str], Path | None] = lambda name: None,
    policy: str = "",
) -> Case:
    """Read a case from .toml, .json or .xlsx.

    Args:
        path: The file.
        find_base: The example of the template that `base = "…"` names.
        policy: The id of the policy the case is for: example.<id>.toml lies over example.toml.

    Raises:
        SettingsError: The file cannot be read or its values cannot be true; all faults are named.
    """
    tree, places = _read_fitted(path, policy)
    tree, places = _on_base(path, tree, places, find_base, policy)
    reading = Reading(str(path), places)
    case = _to_case(tree, reading)
    check_figures(case, reading)
    if reading.faults:
        raise SettingsError(_sentence(path, reading.faults), subject=str(path))
    return case


def _sentence(path: Path, faults: list[str]) -> str:
    shown = "；".join(faults[:SHOWN])
    more = f"；另有 {len(faults) - SHOWN} 处" if len(faults) > SHOWN else ""
    return f"个案文件 {path} 有 {len(faults)} 处错误，请逐处改正：{shown}{more}。"


def _read_tree(path: Path) -> tuple[Tree, dict[str, str]]:
    suffix = path.suffix.lower()
    try:
        if path.stat().st_size > LIMIT_FILE:
            raise SettingsError(
                f"个案文件过大（上限 16 MB）：{path}，请检查是否选错文件。", subject=str(path)
            )
    except OSError as error:
        raise SettingsError(
            f"打不开个案文件 {path}，请检查路径和权限。", subject=str(path)
        ) from error
    if suffix == ".toml":
        return read_toml(path), {}
    if suffix == ".json":
        return _read_json(path), {}
    if suffix in (".xlsx", ".xlsm"):
        from policydoc.assessment.workbooks import read_workbook

        return read_workbook(path)
    raise SettingsError(
        f"不认识的个案文件 {path}：个案用 .toml、.json 或 .xlsx（.xls、.et 请另存为 .xlsx）。",
        subject=str(path),
    )


def _read_json(path: Path) -> Tree:
    import json

    def refuse(word: str) -> float:
        raise ValueError(f"{word} 不是数")

    try:
        tree = json.loads(path.read_bytes().decode("utf-8-sig"), parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise SettingsError(
            f"个案文件不是合格的 JSON：{path}（{error}），请按提示改正。", subject=str(path)
        ) from error
    if not isinstance(tree, dict):
        raise SettingsError(
            f"个案文件 {path} 的最外层应为 {{…}}，请对照示例个案改正。", subject=str(path)
        )
    return tree


def _read_fitted(path: Path, policy: str) -> tuple[Tree, dict[str, str]]:
    """An example with what it says otherwise for this policy (whose bureaus have other names)."""
    tree, places = _read_tree(path)
    if path.name == "example.toml" and re.fullmatch(r"[\w-]+", policy):
        fitted = path.with_name(f"example.{policy}.toml")
        if fitted.is_file():
            return merge(tree, _read_tree(fitted)[0]), places
    return tree, places


def _on_base(
    path: Path,
    tree: Tree,
    places: dict[str, str],
    find_base: Callable[[str], Path | None],
    policy: str,
) -> tuple[Tree, dict[str, str]]:
    """Lay the file over the example it names as its base, and that over its own, if any."""
    seen = {path.resolve()}
    while "base" in tree:
        name = tree["base"]
        found = find_base(name) if isinstance(name, str) else None
        if found is None:
            raise SettingsError(
                f"个案文件 {path} 的 base“{name}”不是已有的模板，请写模板的名称，如 application。",
                subject=str(path),
            )
        if found.resolve() in seen:
            raise SettingsError(
                f"个案文件 {path} 的 base 循环引用（{name}），请删去其中一处。", subject=str(path)
            )
        seen.add(found.resolve())
        below, below_places = _read_fitted(found, policy)
        # What rests on fictional figures stays fictional, whatever the file says of itself.
        fictional = below.get("example") is True
        tree = merge(below, {k: v for k, v in tree.items() if k != "base"})
        tree["example"] = fictional or tree.get("example", False)
        places = {**below_places, **places}
    return tree, places


def merge(below: Mapping[str, object], above: Mapping[str, object]) -> Tree:
    """`above` laid over `below`: tables are merged, everything else is replaced."""
    merged: Tree = dict(below)
    for key, value in above.items():
        under = merged.get(key)
        merged[key] = (
            merge(under, value) if isinstance(under, dict) and isinstance(value, dict) else value
        )
    return merged


def _to_case(tree: Tree, reading: Reading) -> Case:
    for key in tree:
        if key not in SECTIONS:
            reading.fault(key, f"不认识的项目（可用：{'、'.join(sorted(SECTIONS))}）")
    name = tree.get("name")
    if not isinstance(name, str) or not name.strip():
        reading.fault("name", "集群名称应为文字，不能空")
    example = _yes_or_no(tree.get("example"))
    if not isinstance(example, bool):
        reading.fault("example", "应为 true 或 false（是或否）")
    return Case(
        name=str(name or "").strip(),
        example=example is True,
        profile={key: _single(f"profile.{key}", v) for key, v in _table(tree, "profile", reading)},
        series=_series(tree, "series", reading),
        counts=_numbers(tree, "counts", reading, whole=True),
        figures=_numbers(tree, "figures", reading, whole=False),
        aspects={
            k: _text(f"aspects.{k}", v, reading)
            for k, v in _table(tree, "aspects", reading)
            if v is not None
        },
        people={k: _person(k, v, reading) for k, v in _table(tree, "people", reading)},
        plan=_series(tree, "plan", reading),
        results=_series(tree, "results", reading),
        extra=dict(_table(tree, "extra", reading)),
        places=reading.places,
        source=reading.source,
    )


def _table(tree: Tree, section: str, reading: Reading) -> Iterator[tuple[str, object]]:
    table = tree.get(section, {})
    if not isinstance(table, dict):
        reading.fault(section, f"应为表（[{section}] 下逐项填写）")
        return
    yield from ((str(key), value) for key, value in table.items())


def _yes_or_no(value: object) -> object:
    """A bool where the value is one or says one; a cell left empty says no."""
    word = str(value).strip().lower() if isinstance(value, str) else ""
    if value is None or value == "" or word in NO:
        return False
    return True if word in YES else value


def _single(key: str, value: object) -> str | float | bool | None:
    if isinstance(value, bool | int | float):
        return value
    text = value.isoformat() if isinstance(value, date) else str(value or "").strip()
    if text in UNKNOWN:
        return None
    if text.lower() in YES | NO and key.count(".") == 1:
        return text.lower() in YES
    return text


def _text(key: str, value: object, reading: Reading) -> str:
    if value is None:
        return ""
    if isinstance(value, date | int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        reading.fault(key, f"应为文字，现为 {_kind(value)}")
        return ""
    return value.strip()


def _person(role: str, value: object, reading: Reading) -> dict[str, str]:
    if not isinstance(value, dict):
        reading.fault(f"people.{role}", "应为表（姓名、电话等逐项填写）")
        return {}
    given = {str(k): v for k, v in value.items() if v is not None}
    return {k: _text(f"people.{role}.{k}", v, reading) for k, v in given.items()}


def _numbers(tree: Tree, section: str, reading: Reading, *, whole: bool) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for key, value in _table(tree, section, reading):
        number = _number(f"{section}.{key}", value, reading)
        if number is not None and whole and number != int(number):
            reading.fault(f"{section}.{key}", f"户数、人数应为整数，现为 {number:g}")
        found[key] = number
    return found


def _series(tree: Tree, section: str, reading: Reading) -> dict[str, Series]:
    found: dict[str, Series] = {}
    for key, table in _table(tree, section, reading):
        if not isinstance(table, dict):
            reading.fault(f"{section}.{key}", "应为按年填写的表（unit 和各年的数）")
            continue
        unit = table.get("unit", catalogue().unit(key))
        if not isinstance(unit, str):
            reading.fault(f"{section}.{key}.unit", "计量单位应为文字")
            unit = ""
        values = {
            year: _number(f"{section}.{key}.{label}", value, reading)
            for label, value in table.items()
            if label != "unit" and (year := _year(f"{section}.{key}.{label}", label, reading))
        }
        found[key] = Series(unit, dict(sorted(values.items())))
    return found


def _year(key: str, label: object, reading: Reading) -> int:
    digits = str(label).strip().removesuffix("年")
    if digits.isascii() and digits.isdigit() and FIRST_YEAR <= int(digits[:6]) <= LAST_YEAR:
        return int(digits)
    reading.fault(key, f"“{label}”不是年份（应为 {FIRST_YEAR}—{LAST_YEAR} 的四位数）")
    return 0


def _number(key: str, value: object, reading: Reading) -> float | None:
    """A figure; None where the file says that it is not known."""
    if value is None or (isinstance(value, str) and value.strip() in UNKNOWN):
        return None
    number = _plain_number(value)
    if number is None:
        reading.fault(key, f"应为数，现为{_kind(value)}")
    elif not abs(number) <= LARGEST:  # not a number is not smaller either
        reading.fault(key, "数值超出可能的范围")
    elif number < 0:
        reading.fault(key, f"不能为负数，现为 {number:g}")
    else:
        return number
    return None


def _plain_number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    if isinstance(value, str):
        text = value.strip().replace(",", "").replace("，", "")
        if re.fullmatch(r"[-+]?\d{1,15}(?:\.\d{1,10})?", text, re.ASCII):
            return float(text) if "." in text else int(text)
    return None


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return f"是否（{'是' if value else '否'}）"
    if isinstance(value, str):
        return f"文字“{value[:20]}”"
    if isinstance(value, datetime | date):
        return f"日期 {value.isoformat()[:10]}"
    if isinstance(value, dict):
        return "表"
    return "列表" if isinstance(value, list) else type(value).__name__
