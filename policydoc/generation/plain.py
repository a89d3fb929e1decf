"""Plain data only: what a template may reach is copied into records, lists and simple values.

Nothing else gets through, so that a template has no object whose methods it could call.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from policydoc.errors import TemplateError

LIMIT_TEXT = 1_000_000
# XML 1.0 has no place for these; tab and line feed are kept, a carriage return is a line feed.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

Plain = "Record | list[Plain] | str | int | float | bool | date | None"


class Record(dict[str, object]):
    """A mapping that knows its own path in the data (case.series), for messages."""

    __slots__ = ("path",)

    def __init__(self, path: str, entries: Mapping[str, object] | None = None) -> None:
        super().__init__(entries or {})
        self.path = path


def clean(text: str) -> str:
    """The text without control characters; line ends are line feeds."""
    if "\r" in text or "\x85" in text or "\u2028" in text or "\u2029" in text:
        text = re.sub("\r\n|[\r\x85\u2028\u2029]", "\n", text)
    return _CONTROL.sub("", text)


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
        return clean(value)
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
