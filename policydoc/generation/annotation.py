"""Faults of a template as Word comments in a copy of the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from policydoc.generation.package import MAIN
from policydoc.gongwen.comments import Comment, commented
from policydoc.gongwen.opened import W, opened

if TYPE_CHECKING:
    from policydoc.generation.validation import Fault

AUTHOR = "模板检查"


def annotated(template: bytes, faults: Iterable[Fault]) -> bytes:
    """A copy with a comment at each fault; those of headers and notes stand at the first paragraph."""
    document = opened(template)
    every = list(document.document.iter(f"{W}p"))

    def at(fault: Fault) -> int:
        return fault.index if fault.file == MAIN and fault.index < len(every) else 0

    comments = [(every[at(fault)], Comment(_lines(fault))) for fault in faults if every]
    return commented(document, comments, AUTHOR, "检")


def _lines(fault: Fault) -> tuple[str, ...]:
    better = (f"改法：{fault.suggestion}",) if fault.suggestion else ()
    return (f"{fault.place}：{fault.message}", *better)
