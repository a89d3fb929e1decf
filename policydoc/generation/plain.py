"""Plain data only: what a template may reach is copied into records, lists and simple values.

Nothing else gets through, so that a template has no object whose methods it could call.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from policydoc.chinese.characters import printable
from policydoc.errors import TemplateError

LIMIT_TEXT = 1_000_000


class Record(dict[str, object]):
    """A mapping that knows its own path in the data (case.series), for messages."""

    __slots__ = ("path",)

    def __init__(self, path: str, entries: Mapping[str, object] | None = None) -> None:
        super().__init__(entries or {})
        self.path = path


def plain(value: object, path: str = "") -> object:
    """A copy of `value` made of records, lists and simple values; entries of None are left out.

    Records are taken as they are: they were made here before.

    Raises:
        TemplateError: A value of another type, or a text beyond a million characters.
    """
    if isinstance(value, Record) or value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        if len(value) > LIMIT_TEXT:
            raise TemplateError(f"“{path}”的文字过长（上限一百万字）。", subject=path)
        return printable(value)
    if isinstance(value, int | float | date):
        return value
    if isinstance(value, Mapping):
        return record(value, path)
    if isinstance(value, list | tuple):
        return [plain(item, f"{path}[{number}]") for number, item in enumerate(value)]
    raise TemplateError(
        f"“{path}”的值是 {type(value).__name__}，模板只能用文字、数字、日期、是否、列表和表。",
        subject=path,
    )


def record(value: Mapping[str, object], path: str = "") -> Record:
    """A mapping as a Record; keys become text, entries of None are left out."""
    prefix = f"{path}." if path else ""
    entries = {
        str(key): plain(item, f"{prefix}{key}") for key, item in value.items() if item is not None
    }
    return Record(path, entries)
