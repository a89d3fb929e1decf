"""What a reviewer says about a text, and what a judge says about a case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from policydoc.model.source import Source, Span

if TYPE_CHECKING:
    from policydoc.model.policy import Policy


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def word(self) -> str:
        """错误, 警告 or 提示, as a reader is told."""
        return _SEVERITY_WORDS[self]


_SEVERITY_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubtful place.

    Attributes:
        rule: Name of the rule, says what is wrong: article-number-gap, parser/no-article.
        eid, start, end, quote: The words, in the provision's own words (`own_words`: of a table its
            cells, parted by tabs and line feeds); eid "" = the whole text.
        span: The place in the source, where only that is known.
        message, suggestion, basis: Chinese; `basis` names the clause the rule stands on.
        certain: False for a hint that a person must judge.
        related: The other provisions it rests on, as (policy id, eId, quote).
        accepted: The reason with which a person accepted it, or "".
        fix: The words that mend the quote, where that is mechanical; None elsewhere.
        part, paragraph, strength: Of findings on a Word file: 正文, 页脚 …, the number of the
            paragraph in it (0 = the whole part), and how binding the clause is (规定 一般 …).
    """

    rule: str
    severity: Severity
    message: str
    eid: str = ""
    quote: str = ""
    start: int = 0
    end: int = 0
    span: Span | None = None
    suggestion: str = ""
    basis: str = ""
    certain: bool = True
    related: tuple[tuple[str, str, str], ...] = ()
    accepted: str = ""
    fix: str | None = None
    part: str = ""
    paragraph: int = 0
    strength: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a reader wants to know of a rule: how grave, on what basis, a wrong and a right text."""

    rule: str
    severity: Severity
    basis: str
    certain: bool
    subject: str
    wrong: str
    right: str


def finding_fields(finding: Finding) -> dict[str, object]:
    """A finding in `policydoc/findings@1`; `related` and `accepted` only where there are any."""
    fields: dict[str, object] = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "eid": finding.eid,
        "quote": finding.quote,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "basis": finding.basis,
        "certain": finding.certain,
    }
    if finding.related:
        fields["related"] = [
            {"policy": policy, "eid": eid, "quote": quote} for policy, eid, quote in finding.related
        ]
    if finding.accepted:
        fields["accepted"] = finding.accepted
    return fields


@dataclass(frozen=True, slots=True)
class Review:
    """A reviewed draft: the policy, the superiors it was held against, the findings.

    Attributes:
        original: The draft's own .docx, "" bytes where it was no Word file.
        source: What was read, where that is known: spans count in its blocks.
        uri: Where the draft lies, as a URI reference, "" where nobody said.
        explanations: Of the rules that found something.
    """

    policy: Policy
    against: tuple[Policy, ...]
    findings: tuple[Finding, ...]
    original: bytes = b""
    source: Source | None = None
    uri: str = ""
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """One criterion of one policy judged on one case.

    `met` is None where the case does not say, or where only a person can judge (`qualitative`).
    `applies` is False where its condition (属于高耗能行业的集群) does not hold for the case; then
    `met` is True, for nothing is asked. `branches` are the verdicts on the alternatives of which
    one suffices. `required` and `actual` are Chinese phrases with units; `evidence` says where
    in the case's data the value stands; `formula` how it was computed; `gap` how far it misses.
    """

    policy: str
    criterion: str
    eid: str
    quote: str
    required: str
    actual: str = ""
    value: float | str | None = None
    unit: str = ""
    met: bool | None = None
    qualitative: bool = False
    formula: str = ""
    evidence: str = ""
    gap: str = ""
    note: str = ""
    indicator_id: str = ""
    group: str = ""
    branch: str = ""
    applies: bool = True
    branches: tuple[Verdict, ...] = ()
