"""lint: Policy → findings; one file a rule, its name says what is wrong.

To add a rule, add a file with the constant RULE, whose docstring shows `Bad:` and `Good:`: the
tests run both. Its check yields findings made by `_places.found`; the runner writes the rule's
name, severity, basis and certainty on them, so that no rule repeats these. Where a rule looks
(matches, lists, facts, cells of a table) is shared knowledge, in modules with an underscore.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from policydoc.chinese.punctuation import nested_quotes
from policydoc.model import Finding, Policy, Severity, walk
from policydoc.plugins import Context, Rule
from policydoc.rules._reading import doubts_of_reading

DIGEST = Finding(
    "digest-not-reviewed",
    Severity.NOTE,
    "本文本是要点摘编，不是公布的原文，文字不作审查；取得原文后再审。",
    basis="文本性质：要点摘编（digest）",
)


def run(policy: Policy, rules: Mapping[str, Rule], context: Context) -> tuple[Finding, ...]:
    """What all rules find, in reading order of the draft; findings on the whole text first.

    Before all stands what the reader doubted: a review of words misread is worth nothing. A digest is not anybody's draft: its words are ours and are not reviewed.
    """
    if policy.identity.text_status == "digest":
        return (DIGEST,)
    doubts = tuple(doubts_of_reading(policy))
    found = [f for f in doubts if f.eid]
    found += [f for name, rule in rules.items() for f in _signed(name, rule, policy, context)]
    place = {provision.eid: index for index, provision in enumerate(walk(policy))}
    ordered = sorted(found, key=lambda f: (place.get(f.eid, -1), f.start, f.end, f.rule))
    return (*(f for f in doubts if not f.eid), *ordered)


def _signed(name: str, rule: Rule, policy: Policy, context: Context) -> Iterator[Finding]:
    for finding in rule.check(policy, context):
        yield replace(
            finding,
            rule=name,
            message=nested_quotes(finding.message),
            severity=finding.severity if finding.rule else rule.severity,
            basis=finding.basis or rule.basis,
            certain=rule.certain and finding.certain,
        )
