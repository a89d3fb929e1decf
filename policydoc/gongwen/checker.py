"""check: is this Word file, whoever made it, laid out by GB/T 9704-2012."""

from __future__ import annotations

from dataclasses import replace

from policydoc.gongwen import (
    check_body,
    check_colophon,
    check_head,
    check_page,
    check_page_number,
    check_tail,
)
from policydoc.gongwen.inspection import Inspection, inspect
from policydoc.gongwen.standard import Profile
from policydoc.model import Finding, Severity

_CHECKS = (check_page, check_page_number, check_head, check_body, check_tail, check_colophon)
_ORDER = {"页面设置": 0, "版头": 1, "正文": 2, "表格": 2, "文本框": 2}


def check_format(
    content: bytes, profile: Profile | None = None, subject: str = ""
) -> tuple[Finding, ...]:
    """Every departure from the standard, in the order of the document.

    Args:
        content: A .docx.
        profile: What to judge by; without one, whichever of the two readings of 37 mm is nearer.
        subject: The name to use in errors.

    Raises:
        ReadError: Not a Word document, damaged or too large.
    """
    return findings_of(inspect(content, profile, subject))


def findings_of(inspection: Inspection) -> tuple[Finding, ...]:
    """The findings of an inspection, without those the profile skips."""
    found = [
        finding
        for module in _CHECKS
        for finding in module.check(inspection)
        if finding.rule.partition("/")[2] not in inspection.profile.skipped
    ]
    softened = (f if f.certain else replace(f, severity=Severity.NOTE) for f in found)
    return tuple(sorted(softened, key=lambda f: (_ORDER.get(f.part, 3), f.paragraph)))
