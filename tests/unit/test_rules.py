"""Every rule's docstring shows Bad and Good texts; Bad must fire, Good must stay silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policydoc import pipeline
from policydoc.model import Policy, own_words, walk
from policydoc.plugins import Context, Rule, discover
from policydoc.rules._catalogue import GROUPS, SETTING, Example, examples

RULES = discover("policydoc.rules", Rule)
EXAMPLES = [example for name in RULES for example in examples(name)]


def _policy(text: str, name: str) -> Policy:
    settings = dict(SETTING.findall(text))
    policy = pipeline.parse_text(SETTING.sub("", text), name)
    return pipeline.extract(replace(policy, identity=replace(policy.identity, **settings)))


@pytest.mark.parametrize("name", RULES)
def test_every_rule_shows_bad_and_good_and_its_basis(name: str) -> None:
    assert {example.fires for example in examples(name)} == {True, False}
    assert RULES[name].basis
    assert RULES[name].group in GROUPS


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}-{e.fires}")
def test_examples(example: Example) -> None:
    policy = _policy(example.text, "draft")
    superiors = (_policy(example.superior, "superior"),) if example.superior else ()
    batch = (_policy(example.batch, "batch"),) if example.batch else ()
    compared = tuple(pipeline.compare([policy, s]) for s in superiors)
    context = Context(superiors, compared, batch=batch)
    findings = list(RULES[example.rule].check(policy, context))
    assert bool(findings) is example.fires, [f.quote for f in findings]
    texts = {provision.eid: own_words(provision) for provision in walk(policy)}
    for finding in findings:
        assert finding.message
        if finding.eid and texts[finding.eid]:
            assert texts[finding.eid][finding.start : finding.end] == finding.quote
