"""Findings on a Word file as text for people and as the JSON document policydoc/findings@1."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from policydoc.gongwen.standard import Profile
from policydoc.model import Finding, Severity
from policydoc.model.findings import finding_fields

LABELS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.NOTE: "提示"}


def place_of(finding: Finding) -> str:
    """正文第 12 段, or the part alone."""
    return f"{finding.part}第{finding.paragraph}段" if finding.paragraph else finding.part


def as_text(name: str, profile: Profile, findings: Sequence[Finding]) -> str:
    """One finding on two lines: what and where, then what to do and by what clause."""
    lines = [f"{name}　按 {profile.label} 检查"]
    for finding in findings:
        words = f"“{finding.quote}”" if finding.quote else ""
        lines.append(f"{LABELS[finding.severity]}　{place_of(finding)}　{finding.message}{words}")
        advice = f"应为：{finding.suggestion}　" if finding.suggestion else ""
        lines.append(f"　　{advice}依据：{finding.basis}")
    lines.append(_summary(findings))
    return "\n".join(lines) + "\n"


def _summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return "未发现不合格式之处。"
    counts = Counter(finding.severity for finding in findings)
    parts = [f"{LABELS[s]} {counts[s]} 处" for s in Severity if counts[s]]
    return f"共 {len(findings)} 处：{'，'.join(parts)}。"


def as_json(name: str, profile: Profile, findings: Sequence[Finding]) -> str:
    """The JSON document of the contract, with part, paragraph, basis and strength."""
    rows = [
        {
            **finding_fields(finding),
            "part": finding.part,
            "paragraph": finding.paragraph,
            "strength": finding.strength,
        }
        for finding in findings
    ]
    document = {
        "schema": "policydoc/findings@1",
        "policy": name,
        "profile": profile.name,
        "findings": rows,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
