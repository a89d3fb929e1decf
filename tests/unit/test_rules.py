"""Every rule's docstring shows Bad and Good texts; Bad must fire, Good must stay silent.

An example is the indented text below a line `Bad:` or `Good:`. A line `Superior:` above gives the
text that the next examples are held against. A first line `# key = value` sets the identity.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module

import pytest

from policydoc import pipeline
from policydoc.model import Policy, walk
from policydoc.plugins import Context, Rule, discover

RULES = discover("policydoc.rules", Rule)
BLOCK = re.compile(r"^(Superior|Bad|Good):\n((?:[ ]{4}.*\n|\n)+)", re.M)
SETTING = re.compile(r"# (\w+) = (.*)\n")


@dataclass(frozen=True)
class Example:
    name: str
    kind: str
    text: str
    superior: str


def _examples(name: str) -> Iterator[Example]:
    module = import_module(f"policydoc.rules.{name.replace('-', '_')}")
    superior = ""
    for kind, block in BLOCK.findall(textwrap.dedent(module.__doc__ or "") + "\n"):
        text = textwrap.dedent(block).strip() + "\n"
        if kind == "Superior":
            superior = text
        else:
            yield Example(name, kind, text, superior)


def _policy(text: str, name: str) -> Policy:
    settings = dict(SETTING.findall(text))
    policy = pipeline.parse_text(SETTING.sub("", text), name)
    return pipeline.extract(replace(policy, identity=replace(policy.identity, **settings)))


EXAMPLES = [example for name in RULES for example in _examples(name)]


@pytest.mark.parametrize("name", RULES)
def test_every_rule_shows_bad_and_good_and_its_basis(name: str) -> None:
    kinds = {example.kind for example in _examples(name)}
    assert kinds == {"Bad", "Good"}
    assert RULES[name].basis
    assert RULES[name].group in set("ABCDEFGHIJ")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.name}-{e.kind}")
def test_examples(example: Example) -> None:
    policy = _policy(example.text, "draft")
    superiors = (_policy(example.superior, "superior"),) if example.superior else ()
    context = Context(superiors, tuple(pipeline.compare([policy, s]) for s in superiors))
    findings = list(RULES[example.name].check(policy, context))
    assert bool(findings) is (example.kind == "Bad"), [f.quote for f in findings]
    texts = {provision.eid: provision.text for provision in walk(policy)}
    for finding in findings:
        assert finding.message
        if finding.eid and texts[finding.eid]:
            assert texts[finding.eid][finding.start : finding.end] == finding.quote
