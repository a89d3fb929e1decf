"""Findings a person accepted, by rule and words, in a TOML file beside the draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from policydoc.errors import SettingsError
from policydoc.model import Finding


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One entry: a finding of `rule` at exactly these words, and why it may stand."""

    rule: str
    words: str
    reason: str


def acceptances(table: Mapping[str, object], path: str) -> tuple[Acceptance, ...]:
    """The `[[accept]]` entries of a review file.

    Raises:
        SettingsError: An entry lacks its rule, words or reason.
    """
    entries = table.get("accept", [])
    faults: list[str] = []
    found: list[Acceptance] = []
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries], 1):
        fields = entry if isinstance(entry, dict) else {}
        words = [str(fields[key]) for key in ("rule", "words", "reason") if fields.get(key)]
        if len(words) == 3:
            found.append(Acceptance(*words))
        else:
            faults.append(f"第 {number} 个 [[accept]]")
    if faults:
        raise SettingsError(
            f"{path} 中{'、'.join(faults)}应有 rule（规则）、words（原文）、reason（理由）三项文字。",
            subject=path,
        )
    return tuple(found)


def settle(findings: Iterable[Finding], accepted: Iterable[Acceptance]) -> tuple[Finding, ...]:
    """The findings, those accepted marked with their reason; changed words are no longer met."""
    reasons = {(entry.rule, entry.words): entry.reason for entry in accepted}
    return tuple(
        replace(finding, accepted=reasons.get((finding.rule, finding.quote), finding.accepted))
        for finding in findings
    )
