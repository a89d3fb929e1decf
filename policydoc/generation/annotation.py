"""Faults of a template as Word comments in a copy of the file."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from policydoc.generation.package import MAIN

if TYPE_CHECKING:
    from policydoc.generation.validation import Fault

AUTHOR = "policydoc"


def annotated(template: bytes, faults: Iterable[Fault]) -> bytes:
    """A copy with a comment at each fault; those of headers and notes stand at the first paragraph."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    document = Document(io.BytesIO(template))
    every = list(document.element.iter(qn("w:p")))
    for fault in faults:
        element = (
            every[fault.index] if fault.file == MAIN and fault.index < len(every) else every[0]
        )
        paragraph = Paragraph(element, document._body)
        runs = paragraph.runs or [paragraph.add_run("")]
        lines = [f"{fault.place}：{fault.message}"]
        if fault.suggestion:
            lines.append(f"改法：{fault.suggestion}")
        comment = document.add_comment([runs[0], runs[-1]], "\n".join(lines), AUTHOR, "检")
        element = comment._comment_elm
        if qn("w:date") in element.attrib:  # the same input shall give the same bytes
            del element.attrib[qn("w:date")]
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()
