"""annotate: the findings as Word comments in a copy of the file, at the paragraphs they are on."""

from __future__ import annotations

from policydoc.gongwen.checker import findings_of
from policydoc.gongwen.comments import Comment, commented
from policydoc.gongwen.inspection import inspect
from policydoc.gongwen.listing import LABELS
from policydoc.gongwen.standard import Profile
from policydoc.model import Finding

AUTHOR = "格式检查"


def annotate(content: bytes, profile: Profile | None = None, subject: str = "") -> bytes:
    """A copy of the .docx with a comment for each finding; comments already there stay.

    Raises:
        ReadError: Not a Word document, damaged or too large.
    """
    inspection = inspect(content, profile, subject)
    paragraphs = [view.element for view in inspection.found.views]
    findings = findings_of(inspection) if paragraphs else ()
    comments = (
        (paragraphs[max(finding.paragraph - 1, 0)], Comment(_lines(finding)))
        for finding in findings
    )
    return commented(inspection.document, comments, AUTHOR, "格", subject)


def _lines(finding: Finding) -> tuple[str, ...]:
    where = "" if finding.paragraph else f"〔{finding.part}〕"
    said = f"{LABELS[finding.severity]}：{where}{finding.message}"
    better = (f"应为：{finding.suggestion}",) if finding.suggestion else ()
    return (said, *better, finding.basis)
