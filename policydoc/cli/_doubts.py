"""What reading and parsing found doubtful, told on standard error."""

from __future__ import annotations

from collections.abc import Iterable

import click

from policydoc.chinese.characters import printable
from policydoc.model import Finding, Severity

LONGEST_LISTED = 20


def is_doubtful(findings: Iterable[Finding]) -> bool:
    """Is there an error or a warning? A note alone is nothing to report."""
    return any(finding.severity is not Severity.NOTE for finding in findings)


def print_doubts(findings: Iterable[Finding]) -> None:
    """The errors and warnings, one line each, with their place and what to do."""
    grave = [finding for finding in findings if finding.severity is not Severity.NOTE]
    for finding in grave[:LONGEST_LISTED]:
        place = f"（{finding.eid}）" if finding.eid else ""
        line = f"{finding.severity.word}：{finding.message}{place}{finding.suggestion}"
        click.echo(printable(line).replace("\n", " "), err=True)
    if len(grave) > LONGEST_LISTED:
        click.echo(f"……其余 {len(grave) - LONGEST_LISTED} 处见 --format json。", err=True)
