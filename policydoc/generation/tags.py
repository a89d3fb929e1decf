"""Tags in the words of a paragraph: {{ value }}, {% statement %}, {# comment #}, and what is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN = re.compile(r"\{\{|\{%|\{#")
_CLOSE = {"{{": "}}", "{%": "%}", "{#": "#}"}
_KIND = {"{{": "value", "{%": "statement", "{#": "comment"}
_LEVEL = re.compile(r"^[{][{%#](tr|tc|p|r)\s")
_WIDE = re.compile(r"[｛{]{1,2}\s*[％%#]?[^｛{｝}\n]*[％%#]?\s*[｝}]{1,2}")
_TO_HALF = str.maketrans("｛｝％＃", "{}%#")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, or with `fault` something that was meant to be one."""

    kind: str
    start: int
    end: int
    shown: str
    level: str = ""
    inner: str = ""
    fault: str = ""
    message: str = ""
    suggestion: str = ""

    @property
    def word(self) -> str:
        """The first word of a statement: if, for, endif …"""
        found = re.match(r"[^\s(=]+", self.inner)
        return found.group() if found else ""


def tags_of(text: str) -> Iterator[Tag]:
    """The tags of a paragraph from left to right, faults among them."""
    at = 0
    while found := _OPEN.search(text, at):
        yield from _between(text, at, found.start())
        close = _CLOSE[found.group()]
        end = text.find(close, found.end())
        following = _OPEN.search(text, found.end())
        if end < 0 or (following and following.start() < end):
            stop = following.start() if following else len(text)
            yield _unclosed(text, found, stop, close)
            at = stop
            continue
        yield _tag(text, found, end + 2)
        at = end + 2
    yield from _between(text, at, len(text))


def _tag(text: str, found: re.Match[str], end: int) -> Tag:
    shown = text[found.start() : end]
    level = _LEVEL.match(shown)
    inner = shown[2 + (len(level.group(1)) if level else 0) : -2].strip().strip("-").strip()
    kind = _KIND[found.group()]
    if kind != "comment" and not inner:
        return Tag(
            kind, found.start(), end, shown, fault="empty-tag", message=f"“{shown}”中没有内容",
            suggestion="填上字段名，或删去",
        )  # fmt: skip
    return Tag(kind, found.start(), end, shown, level.group(1) if level else "", inner)


def _unclosed(text: str, found: re.Match[str], stop: int, close: str) -> Tag:
    shown = text[found.start() : min(stop, found.start() + 30)]
    return Tag(
        _KIND[found.group()], found.start(), min(stop, found.start() + 30), shown,
        fault="unclosed-brace", message=f"“{shown}”的括号没有合上，缺“{close}”",
        suggestion=f"在标签末尾补“{close}”",
    )  # fmt: skip


def _between(text: str, start: int, end: int) -> Iterator[Tag]:
    """What in plain words was meant as a tag: full-width braces, ends without a beginning."""
    piece = text[start:end]
    taken: list[tuple[int, int]] = []
    for found in _WIDE.finditer(piece):
        shown = found.group()
        if not re.search("[｛｝％]", shown) or not re.match(r"[｛{]\s*[｛{％%#]", shown):
            continue
        taken.append(found.span())
        yield Tag(
            "value", start + found.start(), start + found.end(), shown, fault="full-width-brace",
            message=f"“{shown}”用了全角括号或百分号，会原样印出", suggestion=_narrow(shown),
        )  # fmt: skip
    for found in re.finditer(r"\}\}|%\}|[｛]{2}|[｝]{2}", piece):
        if any(a <= found.start() < b for a, b in taken):
            continue
        yield Tag(
            "value", start + found.start(), start + found.end(), found.group(),
            fault="stray-brace", message=f"多出的“{found.group()}”，前面没有对应的开括号",
            suggestion="删去，或补上开括号",
        )  # fmt: skip


def _narrow(shown: str) -> str:
    inner = shown.translate(_TO_HALF).strip("{}").strip()
    if inner.startswith("%"):
        return "{% " + inner.strip("%").strip() + " %}"
    return "{{ " + inner + " }}"
