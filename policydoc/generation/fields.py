"""The package of a form: template.docx, fields.toml, example.toml; what it asks, and of whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from policydoc.errors import ReadError, SettingsError, TemplateError
from policydoc.model import Case
from policydoc.workspace import find_folder, iter_ids, read_toml

KINDS = ("text", "long", "number", "date", "bool", "list", "table")
SOURCES = ("policy", "case", "form", "computed")
KEYS = {"name", "label", "kind", "unit", "required", "example", "from", "note", "columns"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `name` is its path in the template, `source` who provides it.

    `columns` are the keys and labels of a table's columns.
    """

    name: str
    label: str
    kind: str = "text"
    unit: str = ""
    required: bool = True
    example: str = ""
    source: str = "form"
    note: str = ""
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form as its folder describes it.

    `inputs` are data that computed fields need and the template does not print (a first day).
    """

    name: str
    title: str
    genre: str
    purpose: str
    folder: Path
    fields: tuple[Field, ...]
    inputs: tuple[Field, ...] = ()
    order: int = 99
    file: str = "template.docx"

    @property
    def labels(self) -> dict[str, str]:
        """Names of fields for people, by path."""
        return {field.name: field.label for field in self.fields}

    def template(self) -> bytes:
        """The bytes of template.docx, or of the file named."""
        return (self.folder / self.file).read_bytes()


def form_names() -> tuple[str, ...]:
    """The names of all forms, the user's own first."""
    return tuple(iter_ids("templates", "template.docx"))


def open_form(name: str) -> Form:
    """The form of that name, or a Word file of one's own (….docx), which has no fields.toml.

    Raises:
        ReadError: There is none.
        SettingsError: Its fields.toml is wrong; every fault is named.
    """
    path = Path(name)
    if path.suffix.lower() == ".docx" and path.is_file():
        return Form(path.stem, path.stem, "", "", path.parent, (), file=path.name)
    folder = find_folder("templates", name, "template.docx")
    if folder is None:
        known = "、".join(form_names())
        raise ReadError(f"没有名为“{name}”的模板（现有：{known}）。", subject=name)
    path = folder / "fields.toml"
    if not path.is_file():
        return Form(name, name, "", "", folder, ())
    table = read_toml(path)
    faults: list[str] = []
    fields = _fields(table.get("field", []), faults)
    inputs = _fields(table.get("input", []), faults)
    if faults:
        raise SettingsError(f"{path} 有误：{'；'.join(faults)}。", subject=str(path))
    words = {key: str(table.get(key, "")) for key in ("title", "genre", "purpose")}
    order = table.get("order")
    return Form(
        name, words["title"] or name, words["genre"], words["purpose"], folder, fields, inputs,
        order if isinstance(order, int) else 99,
    )  # fmt: skip


def _fields(entries: object, faults: list[str]) -> tuple[Field, ...]:
    given = enumerate(entries if isinstance(entries, list) else [], 1)
    made = (_field(entry, number, faults) for number, entry in given)
    return tuple(field for field in made if field is not None)


def _field(entry: object, number: int, faults: list[str]) -> Field | None:
    if not isinstance(entry, dict) or not entry.get("name") or not entry.get("label"):
        faults.append(f"第{number}个字段缺少 name 或 label")
        return None
    faults += [f"字段 {entry['name']} 的 {key} 不是已知的键" for key in entry if key not in KEYS]
    kind, source = entry.get("kind", "text"), entry.get("from", "form")
    if kind not in KINDS:
        faults.append(f"字段 {entry['name']} 的 kind 应为 {'、'.join(KINDS)} 之一")
    if source not in SOURCES:
        faults.append(f"字段 {entry['name']} 的 from 应为 {'、'.join(SOURCES)} 之一")
    columns = entry.get("columns", {})
    return Field(
        str(entry["name"]), str(entry["label"]), str(kind), str(entry.get("unit", "")),
        bool(entry.get("required", True)), str(entry.get("example", "")), str(source),
        str(entry.get("note", "")),
        tuple((str(k), str(v)) for k, v in columns.items()) if isinstance(columns, dict) else (),
    )  # fmt: skip


def check_given(form: Form, case: Case) -> None:
    """Refuse data that lack what the form prints.

    Raises:
        TemplateError: Required fields without a value, all of them named.
    """
    missing = [
        f"{field.label}（{path}）"
        for field in (*form.fields, *form.inputs)
        if field.required and (path := _asked(field)) and _value(case, path) in (None, "", [])
    ]
    if missing:
        raise TemplateError(
            f"“{form.title}”的数据还缺 {len(missing)} 项：{'、'.join(missing)}。"
            "请补填后重试，或加 --draft 先出草稿。",
            subject=form.name,
        )


def _asked(field: Field) -> str:
    """Where in the case a field's value stands; "" for a part of a list and what is computed."""
    section, _, rest = field.name.partition(".")
    if "[" in field.name or field.kind == "list":
        return ""
    if section == "form":
        return f"extra.{rest}"
    return rest if section == "case" and rest.startswith(("profile.", "people.")) else ""


def _value(case: Case, path: str) -> object:
    section, *keys = path.split(".")
    value: object = {"extra": case.extra, "profile": case.profile, "people": case.people}[section]
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
