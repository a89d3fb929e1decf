"""The same tree in every raw form: our own documents and the two real texts."""

from __future__ import annotations

import pytest

from policydoc import pipeline
from policydoc.model import Kind, Policy, walk
from policydoc.parser import parse
from policydoc.readers import from_text
from tests.dressing import FORMS
from tests.law_generator import Article, Block, Heading, Law, law
from tests.outline import assert_sound
from tests.truth import faults

SEEDS = (0, 7, 34, 135, 548, 552)


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("seed", SEEDS)
def test_the_form_does_not_change_the_tree(form: str, seed: int) -> None:
    document = law(seed)
    source = from_text(FORMS[form](document), f"{form} {seed}")
    policy = parse(source)
    assert faults(document, policy) == []
    assert_sound(source, policy)


def as_law(policy: Policy) -> Law:
    """A parsed text as what the forms dress: its chapters, articles, 款 and 项."""
    parts: list[Heading | Article] = []
    for provision in walk(policy):
        number = provision.eid.rpartition("_")[2]
        if provision.eid.startswith("att_"):
            break
        if provision.kind is Kind.CHAPTER:
            parts.append(Heading("章", int(number), "".join(provision.heading.split())))
        elif provision.kind is Kind.ARTICLE:
            blocks = [Block(p.text, [item.text for item in p.children]) for p in provision.children]
            parts.append(Article(int(number), 0, blocks))
    return Law(policy.identity.title, "", parts)


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("name", ["zhangye", "guizhou"])
def test_the_form_does_not_change_a_real_text(form: str, name: str) -> None:
    document = as_law(pipeline.open_policy(name))
    assert len(document.articles) == 21
    source = from_text(FORMS[form](document), f"{form} {name}")
    policy = parse(source)
    assert faults(document, policy) == []
    assert_sound(source, policy)
