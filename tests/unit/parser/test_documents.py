"""Every document of tests/documents has the skeleton, the findings and the identity it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydoc.parser import parse
from policydoc.readers import from_text
from tests.outline import assert_sound
from tests.skeleton import skeleton

FOLDER = Path(__file__).parents[2] / "documents"
DOCUMENTS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_it_is_read_as_it_should_be(path: Path) -> None:
    head, _, text = path.read_text(encoding="utf-8").partition("====\n")
    bones, *claims = head.splitlines()
    source = from_text(text, path.name)
    policy = parse(source)
    assert_sound(source, policy)
    assert skeleton(policy) == bones
    rules = {finding.rule.removeprefix("parser/") for finding in policy.findings}
    removed = {item.reason for item in policy.removed}
    identity = policy.identity
    said = {
        "title": identity.title, "issued": identity.issued, "number": identity.number,
        "issuer": "、".join(identity.issuers),
    }  # fmt: skip
    for claim in claims:
        word, _, value = claim.partition(" ")
        if word == "rule":
            assert value in rules
        elif word == "no":
            assert value not in rules
        elif word == "removed":
            assert value in removed
        else:
            assert said[word] == value
