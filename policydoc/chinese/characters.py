"""What may be shown: no control characters, no signs that turn the direction of a line."""

from __future__ import annotations

import re

# What XML 1.0 cannot hold, halves of surrogate pairs, characters that are none, and bidi marks.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def printable(text: str) -> str:
    """The text without control characters; line ends are line feeds, tabs stay."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def escaped(name: str) -> str:
    """A file name as it may be shown or written: what cannot be printed stands as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)
